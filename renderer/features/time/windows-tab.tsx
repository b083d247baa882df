/** Reporting windows of a year: their days and due dates, what hangs on them, locks; and the regimes that can be adopted. */
import { Button, Menu } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { KeptWindow, RegimeView } from '../../../shared/api/contract/time.ts';
import { holdsIn } from '../../../shared/period/regime.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { formatCount } from '../../ui/format.ts';
import tableStyles from '../../ui/list-table.module.css';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { draftOf, newDraft, type RegimeDraft } from './regime-draft.ts';
import { dueWords, RegimeForm } from './regime-form.tsx';
import styles from './time-page.module.css';
import { WindowDialog } from './window-form.tsx';

export function WindowsTab({ first }: { first: number }) {
  const [year, setYear] = useState(first);
  const [typing, setTyping] = useState<RegimeDraft | null>(null);
  const { data, error } = useData(contract.time.windows, { query: { year } });
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return null;
  return (
    <>
      <div className={styles.bar}>
        <Button size="compact-sm" onClick={() => setYear(year - 1)} aria-label={`Năm ${year - 1}`}>
          ← {year - 1}
        </Button>
        <strong className="numbers">Năm {year}</strong>
        <Button size="compact-sm" onClick={() => setYear(year + 1)} aria-label={`Năm ${year + 1}`}>
          {year + 1} →
        </Button>
        <span className={styles.space} />
        {typing ? null : <RegimeMenu regimes={data.regimes} year={year} onChoose={setTyping} />}
      </div>
      {typing ? (
        <RegimeForm key={typing.rows[0]?.key ?? ''} begin={typing} year={year} onClose={() => setTyping(null)} />
      ) : (
        <Pane title="Các kỳ báo cáo" aside={`${formatCount(data.windows.length)} kỳ`}>
          {data.windows.length === 0 ? (
            <p className={styles.nothing}>
              Năm {year} chưa có kỳ nào. Chọn một chế độ báo cáo ở trên; mở kế hoạch của năm cũng tự lập các kỳ theo
              Nghị định 09/2019.
            </p>
          ) : (
            <WindowTable windows={data.windows} regimes={data.regimes} />
          )}
        </Pane>
      )}
    </>
  );
}

function RegimeMenu({
  regimes,
  year,
  onChoose,
}: {
  regimes: readonly RegimeView[];
  year: number;
  onChoose: (draft: RegimeDraft) => void;
}) {
  const offered = [...regimes].sort((a, b) => Number(holdsIn(b.regime, year)) - Number(holdsIn(a.regime, year)));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="filled">Áp dụng chế độ báo cáo</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose(newDraft(year))}>Nhập chế độ mới</Menu.Item>
        <Menu.Divider />
        <Menu.Label>Bắt đầu từ</Menu.Label>
        {offered.map(({ regime, origin, issuer, adopted }) => (
          <Menu.Item
            key={regime.id}
            onClick={() => onChoose(draftOf(regime, year, origin !== 'san-co' || holdsIn(regime, year)))}
          >
            {regime.name}
            <div className="soft">
              {[
                origin === 'cap-tren' ? `do cấp trên giao${issuer ? `: ${issuer}` : ''}` : '',
                origin === 'nhap' ? 'cơ quan tự nhập' : '',
                adopted ? 'đang dùng' : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function WindowTable({ windows, regimes }: { windows: readonly KeptWindow[]; regimes: readonly RegimeView[] }) {
  const [changed, setChanged] = useState<string | null>(null);
  const origins = new Map(regimes.map(({ regime, origin, issuer }) => [regime.id, { origin, issuer }]));
  return (
    <>
      <WindowDialog window={windows.find(({ id }) => id === changed) ?? null} onClose={() => setChanged(null)} />
      <table className={`${tableStyles.table} ${tableStyles.top}`}>
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col">Số liệu</th>
            <th scope="col">Hạn của mình</th>
            <th scope="col">Hạn cấp trên</th>
            <th scope="col">Chế độ</th>
            <th scope="col" className={tableStyles.number}>
              Đã có
            </th>
            <th scope="col">
              <span className="visually-hidden">Khóa, sửa, bỏ</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => {
            const from = origins.get(window.regimeId ?? '');
            return (
              <tr key={window.id}>
                <td>
                  {window.label}
                  <div className="soft">
                    {[window.cumulative ? 'gộp các kỳ ngắn' : '', lockWords(window)].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td className="numbers">
                  {shortDate(window.fromDate)} – {shortDate(window.toDate)}
                </td>
                <td>
                  <Due due={window.due} />
                </td>
                <td>
                  <Due due={window.superiorDue} />
                </td>
                <td>
                  {window.regimeName}
                  <div className="soft">
                    {[
                      from?.origin === 'cap-tren' ? `do cấp trên giao${from.issuer ? `: ${from.issuer}` : ''}` : '',
                      window.partOf ? `là một mục của ${window.partOf}` : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td className={`${tableStyles.number} numbers`}>{formatCount(window.uses.entries)} kết quả</td>
                <td className={tableStyles.end}>
                  <WindowActs window={window} onChange={() => setChanged(window.id)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const lockWords = ({ lockedBy }: KeptWindow): string =>
  lockedBy === 'report' ? 'đã khóa vì báo cáo đã chốt' : lockedBy === 'person' ? 'đã khóa' : '';

function Due({ due }: { due: KeptWindow['due'] }) {
  if (!due) return <span className="soft">chưa có</span>;
  return (
    <>
      <span className="numbers">{dueWords(due)}</span>
      {due.mark ? <div className={styles.open}>{due.mark}</div> : null}
    </>
  );
}

function WindowActs({ window, onChange }: { window: KeptWindow; onChange: () => void }) {
  const { id, revision, label } = window;
  const locked = window.lockedBy === 'person';
  const lock = () =>
    attemptWithUndo(locked ? `Đã mở khóa ${label}.` : `Đã khóa ${label}: ghi thêm phải nêu lý do.`, () =>
      call(contract.time.lockWindow, { params: { id }, body: { revision, locked: !locked } }),
    );
  const remove = () =>
    attemptWithUndo(`Đã bỏ ${label}.`, () => call(contract.time.removeWindow, { params: { id }, query: { revision } }));
  const { entries, proofs, reports } = window.uses;
  return (
    <>
      {window.lockedBy === 'report' ? (
        <a href="#/bao-cao" className="text-link">
          Mở báo cáo
        </a>
      ) : (
        <Button
          size="compact-sm"
          leftSection={locked ? <IconLockOpen size="1rem" /> : <IconLock size="1rem" />}
          aria-label={`${locked ? 'Mở khóa' : 'Khóa'} ${label}`}
          onClick={lock}
        >
          {locked ? 'Mở khóa' : 'Khóa'}
        </Button>
      )}{' '}
      <Button size="compact-sm" aria-label={`Sửa ${label}`} onClick={onChange}>
        Sửa
      </Button>{' '}
      {entries + proofs + reports === 0 ? (
        <Button size="compact-sm" aria-label={`Bỏ ${label}`} onClick={remove}>
          Bỏ
        </Button>
      ) : null}
    </>
  );
}
