/** A received report: its rows as a table, each to be answered; its words and its proof to be read. */
import { Button, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReceivedView } from '../../../shared/api/contract/reports.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { PreviewDialog } from '../../parts/evidence/preview-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { useAnswers } from './answers/use-answers.ts';
import { WholePane } from './answers/whole-pane.tsx';
import styles from './inbox-page.module.css';
import { ProofItem } from './received-proof.tsx';
import { countStates, type ReceivedRow, type RowState, rowStates, shownRows } from './received-rows.ts';
import { RowDetail } from './row-detail.tsx';
import { RowTable } from './row-table.tsx';

export function ReceivedPage({ id }: { id: string }) {
  const { data, error } = useData(contract.reports.received, { params: { id } });
  const [, go] = useLocation();
  const back = (
    <Button leftSection={<IconArrowLeft size="1.125rem" />} onClick={() => go('/tiep-nhan')}>
      Về Tiếp nhận
    </Button>
  );
  if (error)
    return (
      <Page title="Báo cáo đã nhận" actions={back}>
        <Note tone="problem">{error.message}</Note>
      </Page>
    );
  if (!data || data.id !== id)
    return (
      <Page title="Báo cáo đã nhận" actions={back}>
        {null}
      </Page>
    );
  return <Reading key={id} report={data} back={back} />;
}

const stateWords: Record<RowState, string> = {
  xong: 'Hoàn thành',
  'dang-lam': 'Đang làm',
  'khong-phat-sinh': 'Không phát sinh',
  none: 'Chưa có kết quả',
  unproven: 'Xong, thiếu minh chứng',
};

function Reading({ report, back }: { report: ReceivedView; back: React.ReactNode }) {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<RowState | null>(null);
  const [active, setActive] = useState<ReceivedRow | null>(null);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const answers = useAnswers(report.id);
  const rows = useMemo(() => shownRows(report.rows, { query, state }), [report.rows, query, state]);
  const counts = countStates(report.rows);
  const current = active && rows.includes(active) ? active : (rows[0] ?? null);
  return (
    <Page
      title={`${capital(report.unit.fullName)}: báo cáo ${report.windowLabel}`}
      sub={`Gói số ${report.sequence} · nhận lúc ${timeInVietnam(report.receivedAt)} ngày ${typedDate(dateInVietnam(report.receivedAt))} · ${report.rows.length} nhiệm vụ, ${report.evidence.length} minh chứng`}
      actions={back}
      bar={
        <>
          <Standing report={report} />
          <SearchBox label="Tìm trong báo cáo" value={query} onChange={setQuery} found={rows.length} />
          <PillFilters
            label="Lọc nhiệm vụ"
            mode="one"
            value={state === null ? [] : [state]}
            onChange={([first]) => setState(first ?? null)}
            pills={rowStates.map((value) => ({
              value,
              label: stateWords[value],
              count: counts[value],
              tone: value === 'none' || value === 'unproven' ? ('due' as const) : undefined,
            }))}
          />
        </>
      }
      body="fill"
    >
      <SplitPane
        name="doc-bao-cao"
        label="Chia bảng nhiệm vụ và phần đọc"
        initial={58}
        min={30}
        max={75}
        left={<RowTable rows={rows} answers={answers} currentId={current?.taskId ?? null} onActive={setActive} />}
        right={<ReadingPane report={report} current={current} answers={answers} onPreview={setPreviewed} />}
      />
      <PreviewDialog files={previewsOf(report)} shown={previewed} onShow={setPreviewed} />
    </Page>
  );
}

/** The files of the report, as the dialog that shows one asks for them. */
const previewsOf = (report: ReceivedView) =>
  report.evidence
    .filter((proof) => proof.kind === 'file')
    .map((proof) => ({
      id: proof.id,
      title: proof.title,
      bytes: proof.bytes,
      address: (download: boolean) =>
        call(contract.reports.viewReceivedEvidence, {
          params: { id: report.id, evidence: proof.id },
          body: { download },
        }),
    }));

type ReadingPaneProps = {
  report: ReceivedView;
  current: ReceivedRow | null;
  answers: ReturnType<typeof useAnswers>;
  onPreview: (evidenceId: string) => void;
};

function ReadingPane({ report, current, answers, onPreview }: ReadingPaneProps) {
  return (
    <Pane label="Phần đọc">
      <Tabs defaultValue="row" keepMounted={false}>
        <Tabs.List className={styles.tabs} grow>
          <Tabs.Tab value="row">Nhiệm vụ</Tabs.Tab>
          <Tabs.Tab value="answer">
            Trả lời{answers ? ` ${answers.view.rows.length}/${report.rows.length}` : ''}
          </Tabs.Tab>
          <Tabs.Tab value="words">Lời</Tabs.Tab>
          <Tabs.Tab value="proof">Minh chứng {report.evidence.length}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="row">
          {current ? (
            <RowDetail
              key={current.taskId}
              row={current}
              reportId={report.id}
              answers={answers}
              evidence={report.evidence}
              onPreview={onPreview}
            />
          ) : (
            <p className={styles.words}>Không có nhiệm vụ nào khớp.</p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="answer">
          {answers ? (
            <WholePane
              answers={answers}
              reportId={report.id}
              windowLabel={report.windowLabel}
              rows={report.rows.length}
              year={Number(dateInVietnam(report.receivedAt).slice(0, 4))}
            />
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="words">
          <Words report={report} />
        </Tabs.Panel>
        <Tabs.Panel value="proof">
          <ul className={styles.proofs}>
            {report.evidence.map((proof) => (
              <ProofItem key={proof.id} proof={proof} onPreview={onPreview} />
            ))}
            {report.evidence.length === 0 ? <li className="soft">Gói không kèm minh chứng nào.</li> : null}
          </ul>
        </Tabs.Panel>
      </Tabs>
    </Pane>
  );
}

/** What a reader must know before reading: withdrawn, or no longer the one that counts; and the other versions. */
function Standing({ report }: { report: ReceivedView }) {
  const { recall, superseded, versions } = report;
  const current = versions.find((version) => !version.superseded && version.id !== report.id);
  if (recall)
    return (
      <Note tone="problem" title={`Đơn vị đã thu hồi báo cáo này ngày ${typedDate(dateInVietnam(recall.at))}.`}>
        {recall.reason ? `Lý do: ${recall.reason}. ` : ''}Bản này giữ lại để đối chiếu, không tính nữa.
      </Note>
    );
  if (!superseded) return null;
  return (
    <Note
      tone="doubt"
      title="Đây không phải bản đang tính."
      actions={
        current ? (
          <a className="text-link" href={`#/tiep-nhan/${current.id}`}>
            Mở bản đang tính (gói số {current.sequence})
          </a>
        ) : undefined
      }
    >
      Bản này được cất riêng.
    </Note>
  );
}

const Words = ({ report }: { report: ReceivedView }) => (
  <div className={styles.words}>
    <h2>{report.title}</h2>
    <p className="soft">
      Theo kế hoạch: {report.planTitle}. Tệp {report.fileName}.
    </p>
    {report.versions.length > 1 ? (
      <details>
        <summary>Các bản của kỳ này ({report.versions.length})</summary>
        <ul className={styles.versions}>
          {report.versions.map((version) => (
            <li key={version.id} className={version.state === 'thu-hoi' ? styles.withdrawn : undefined}>
              <a className="text-link" href={`#/tiep-nhan/${version.id}`}>
                Gói số {version.sequence}, nhận {timeInVietnam(version.receivedAt)}{' '}
                {typedDate(dateInVietnam(version.receivedAt))}
              </a>
              {version.superseded ? ' · cất riêng' : ' · đang tính'}
              {version.state === 'thu-hoi' ? ' · đã thu hồi' : ''}
            </li>
          ))}
        </ul>
      </details>
    ) : null}
    {report.sections.map((section, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a received report never move
      <section key={index}>
        {section.heading ? <h3>{section.heading}</h3> : null}
        {section.text ? <p>{section.text}</p> : null}
      </section>
    ))}
  </div>
);
