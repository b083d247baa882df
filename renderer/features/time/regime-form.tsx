/** A regime in a compact table: one line a window, dates as in the letter, and below it what adopting would do, live. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlacedView } from '../../../shared/api/contract/time.ts';
import type { Regime } from '../../../shared/period/regime.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useWrite } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { DateField, Form } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { type DraftRow, emptyRow, periods, type RegimeDraft, regimeFrom } from './regime-draft.ts';
import styles from './time-page.module.css';

type RegimeFormProps = { begin: RegimeDraft; year: number; onClose: () => void };
type Mode = 'replace' | 'beside';

/** What a letter says of its regime beside the dates. */
const words = [
  { key: 'name', label: 'Tên', maxLength: 200 },
  { key: 'recipient', label: 'Gửi đến', placeholder: 'UBND huyện', maxLength: 200 },
  { key: 'via', label: 'Qua', placeholder: 'Phòng Nội vụ', maxLength: 200 },
  {
    key: 'partOf',
    label: 'Là một mục của báo cáo',
    placeholder: 'để trống nếu là báo cáo riêng',
    maxLength: 200,
  },
  { key: 'source', label: 'Theo văn bản', maxLength: 500 },
] as const;

export function RegimeForm({ begin, year, onClose }: RegimeFormProps) {
  const [draft, setDraft] = useState(begin);
  const [mode, setMode] = useState<Mode>('replace');
  const [sure, setSure] = useState(false);
  const change = (patch: Partial<RegimeDraft>) => setDraft((known) => ({ ...known, ...patch }));
  const changeRow = (key: string, patch: Partial<DraftRow>) =>
    setDraft((known) => ({ ...known, rows: known.rows.map((row) => (row.key === key ? { ...row, ...patch } : row)) }));
  const read = regimeFrom(draft, year);
  const regime = 'regime' in read ? read.regime : null;
  const preview = usePlaced(regime, year, mode);
  const moved = preview.windows?.filter(({ moves }) => moves) ?? [];
  const adopt = useWrite(async () => {
    if (!regime) return;
    const answer = await call(contract.time.adopt, { body: { regime, year, mode, sure } });
    tellUndoable(`Đã áp dụng ${regime.name}: ${answer.added} kỳ mới, ${answer.changed} kỳ đổi.`, answer.batchId);
    onClose();
  });
  return (
    <Pane title={begin.id ? 'Sửa chế độ báo cáo' : `Chế độ báo cáo năm ${year}`} padded>
      <Form label="Chế độ báo cáo" onSubmit={() => regime && adopt.mutate(undefined)}>
        <div className={styles.fields}>
          {words.map(({ key, ...field }) => (
            <TextInput
              key={key}
              {...field}
              value={draft[key]}
              onChange={(event) => change({ [key]: event.currentTarget.value })}
            />
          ))}
          <NativeSelect
            label="Áp dụng"
            value={draft.onlyYear ? 'only' : 'on'}
            data={[
              { value: 'only', label: `chỉ năm ${year}` },
              { value: 'on', label: `từ năm ${year} trở đi` },
            ]}
            onChange={(e) => change({ onlyYear: e.currentTarget.value === 'only' })}
          />
        </div>
        <RegimeTable rows={draft.rows} year={year} onRow={changeRow} onRows={(rows) => change({ rows })} />
        <div role="status">
          {'wrong' in read ? <Note tone="doubt">{read.wrong}</Note> : null}
          {preview.problem ? <Note tone="problem">{preview.problem}</Note> : null}
        </div>
        {preview.windows ? <Preview windows={preview.windows} /> : null}
        <NativeSelect
          label="Nếu năm này đã có kỳ cùng tên"
          w="26rem"
          maw="100%"
          value={mode}
          data={[
            { value: 'replace', label: 'đổi ngày và hạn của kỳ đang có' },
            { value: 'beside', label: 'giữ kỳ đang có, thêm kỳ bên cạnh' },
          ]}
          onChange={(e) => setMode(e.currentTarget.value as Mode)}
        />
        {moved.length > 0 ? (
          <Checkbox
            checked={sure}
            onChange={(e) => setSure(e.currentTarget.checked)}
            label={`Đồng ý đổi ${moved.map(({ label }) => label).join(', ')} dù đã có kết quả. Kết quả, minh chứng giữ nguyên; máy sao lưu trước.`}
          />
        ) : null}
        {adopt.error ? (
          <Note tone="problem" announce>
            {adopt.error.message}
          </Note>
        ) : null}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="filled"
            disabled={!regime || (moved.length > 0 && !sure)}
            loading={adopt.isPending}
          >
            Áp dụng cho năm {year}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </div>
      </Form>
    </Pane>
  );
}

type RegimeTableProps = {
  rows: readonly DraftRow[];
  year: number;
  onRow: (key: string, patch: Partial<DraftRow>) => void;
  onRows: (rows: DraftRow[]) => void;
};

/** One line a window; below it a further one may be added while a kind of window is not in it. */
function RegimeTable({ rows, year, onRow, onRows }: RegimeTableProps) {
  const free = periods.find(({ suffix }) => !rows.some((row) => row.suffix === suffix));
  return (
    <>
      <div className={styles.wide}>
        <table className={styles.rows} aria-label="Các kỳ của chế độ báo cáo">
          <thead>
            <tr>
              <th scope="col">Kỳ</th>
              <th scope="col">Số liệu từ</th>
              <th scope="col">đến</th>
              <th scope="col">Hạn của mình</th>
              <th scope="col">Hạn cấp trên</th>
              <th scope="col">
                <span className="visually-hidden">Bỏ dòng</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RegimeRow
                key={row.key}
                row={row}
                year={year}
                onChange={(patch) => onRow(row.key, patch)}
                onRemove={() => onRows(rows.filter(({ key }) => key !== row.key))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {free ? (
        <div>
          <Button
            size="compact-sm"
            leftSection={<IconPlus size="1rem" />}
            onClick={() => onRows([...rows, emptyRow(free.suffix)])}
          >
            Thêm kỳ
          </Button>
        </div>
      ) : null}
    </>
  );
}

type RegimeRowProps = {
  row: DraftRow;
  year: number;
  onChange: (patch: Partial<DraftRow>) => void;
  onRemove: () => void;
};

function RegimeRow({ row, year, onChange, onRemove }: RegimeRowProps) {
  const name = periods.find(({ suffix }) => suffix === row.suffix)?.label ?? '';
  return (
    <tr>
      <td>
        <NativeSelect
          aria-label="Kỳ"
          value={row.suffix}
          data={periods.map(({ suffix, label }) => ({ value: suffix, label }))}
          onChange={(event) => onChange({ suffix: event.currentTarget.value })}
        />
      </td>
      <td>
        <DateField label={`${name}: số liệu từ`} value={row.from} year={year} onChange={(from) => onChange({ from })} />
      </td>
      <td>
        <DateField label={`${name}: số liệu đến`} value={row.to} year={year} onChange={(to) => onChange({ to })} />
      </td>
      <td>
        <DateField label={`${name}: hạn của mình`} value={row.due} year={year} onChange={(due) => onChange({ due })} />
        <Checkbox
          size="xs"
          label="trước ngày"
          aria-label={`${name}: hạn của mình ghi “trước ngày”`}
          checked={row.dueStrict}
          onChange={(event) => onChange({ dueStrict: event.currentTarget.checked })}
        />
      </td>
      <td>
        <DateField
          label={`${name}: hạn cấp trên`}
          value={row.superiorDue}
          year={year}
          onChange={(superiorDue) => onChange({ superiorDue })}
        />
        <Checkbox
          size="xs"
          label="trước ngày"
          aria-label={`${name}: hạn cấp trên ghi “trước ngày”`}
          checked={row.superiorDueStrict}
          onChange={(event) => onChange({ superiorDueStrict: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Button size="compact-sm" aria-label={`Bỏ dòng ${name}`} title={`Bỏ dòng ${name}`} onClick={onRemove}>
          <IconTrash size="1rem" />
        </Button>
      </td>
    </tr>
  );
}

const changeWords = { new: 'thêm mới', changed: 'đổi', same: 'giữ nguyên' } as const;

const Preview = ({ windows }: { windows: readonly PlacedView[] }) => (
  <div className={styles.preview} role="status">
    <strong>Sau khi áp dụng:</strong>
    <ul>
      {windows.map((each) => (
        <li key={each.key}>
          {each.label}: số liệu {shortDate(each.fromDate)} – {shortDate(each.toDate)}
          {each.due ? `; ${dueWords(each.due)}` : '; chưa có hạn'}
          {each.superiorDue ? `; cấp trên ${dueWords(each.superiorDue)}` : ''} · {changeWords[each.change]}
          {each.before ? ` (đang là ${each.before})` : ''}
          {each.entries > 0 ? ` · có ${formatCount(each.entries)} kết quả, minh chứng` : ''}
          {each.cumulative ? ' · gộp cả kỳ ngắn hơn' : ''}
          {each.due?.mark ? <span className={styles.open}> {each.due.mark}</span> : null}
        </li>
      ))}
    </ul>
  </div>
);

/** "trước 3/7/2024, chậm nhất 02/7/2024" or "hạn 30/6/2024". */
export const dueWords = ({ date, strict, lastDay }: { date: string; strict: boolean; lastDay: string }): string =>
  strict ? `trước ${shortDate(date)}, chậm nhất ${shortDate(lastDay)}` : `hạn ${shortDate(date)}`;

/** What adopting would do, asked of the server while the table is typed. */
function usePlaced(regime: Regime | null, year: number, mode: Mode) {
  const asked = regime === null ? null : JSON.stringify({ regime, year, mode });
  const [answer, setAnswer] = useState<{ asked: string; windows: PlacedView[] | null; problem: string | null } | null>(
    null,
  );
  useEffect(() => {
    if (asked === null) return;
    let wanted = true;
    call(contract.time.tryRegime, { body: JSON.parse(asked) as { regime: Regime; year: number; mode: Mode } })
      .then(({ windows }) => wanted && setAnswer({ asked, windows, problem: null }))
      .catch((error: unknown) => {
        if (wanted) setAnswer({ asked, windows: null, problem: error instanceof Refusal ? error.message : null });
      });
    return () => {
      wanted = false;
    };
  }, [asked]);
  return asked !== null && answer ? answer : { windows: null, problem: null };
}
