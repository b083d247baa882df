/** "Đưa bản Word đã sửa về": the file dropped, its changes old → new, the report as it would be, and the taking over. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { contract } from '../../../../shared/api/contract.ts';
import { dateInVietnam, timeInVietnam } from '../../../../shared/text/dates.ts';
import { call, Refusal } from '../../../data/client.ts';
import { attemptWithUndo } from '../../../parts/acts.ts';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page, Pane } from '../../../ui/page.tsx';
import { ProgressPanel } from '../../../ui/progress-panel.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { typedDate } from '../../../ui/typed-date.ts';
import { Paper } from '../paper.tsx';
import { saveAll } from '../report-saver.ts';
import { ChangeList } from './change-list.tsx';
import styles from './returned.module.css';
import { type Compared, choose, compareFile, forget, refuseReturned, useReturned } from './returned-store.ts';

export function ReturnedPage({ report }: { report: ReportView }) {
  const { reading, refusal, compared } = useReturned(report.id);
  const [, go] = useLocation();
  const back = <Button onClick={() => go('/bao-cao')}>Về báo cáo</Button>;
  const title = 'Đưa bản Word đã sửa về';
  if (report.status === 'frozen')
    return (
      <Page title={title} actions={back}>
        <Note tone="doubt">Báo cáo {report.window.label} đã chốt. Mở lại báo cáo rồi mới đưa bản Word đã sửa về.</Note>
      </Page>
    );
  if (compared) return <ComparedPage key={compared.jobId} report={report} compared={compared} title={title} />;
  const send = async (file: File | undefined) => {
    if (!file) return;
    const place = { planId: report.planId, windowId: report.window.id, reportId: report.id };
    if (await saveAll(place)) await compareFile(report.id, file);
    else refuseReturned(report.id, 'Có mục của báo cáo chưa lưu được nên chưa so. Hãy xem lại mục có dấu “chưa lưu”.');
  };
  return (
    <Page title={title} sub={`Báo cáo ${report.window.label}. Chưa nhận thì chưa đổi gì.`} actions={back}>
      <div className={styles.choose}>
        {refusal ? (
          <Note tone="problem" announce>
            {refusal}
          </Note>
        ) : null}
        {reading ? (
          <ProgressPanel
            label={`So ${reading.name} với báo cáo`}
            step={reading.job?.phase ?? 'Đang đưa tệp vào chương trình'}
            done={reading.job?.done ?? 0}
            total={null}
            unit="rows"
            noun="bước"
          />
        ) : (
          <DropZone
            label="Bản Word đã sửa"
            multiple={false}
            endings={['.docx']}
            hint="Thả bản Word đã sửa vào đây, hoặc dán (Ctrl V)"
            onFiles={([file]) => void send(file)}
          >
            <div className={styles.chooseWords}>
              <IconFileTypeDocx size="2.5rem" stroke={1.3} aria-hidden />
              <p>
                Bản Word đã xuất từ báo cáo này, sửa bằng Word rồi đưa lại: chương trình chỉ ra từng chỗ đã sửa để
                anh/chị chọn nhận hay không.
              </p>
            </div>
          </DropZone>
        )}
      </div>
    </Page>
  );
}

function ComparedPage({ report, compared, title }: { report: ReportView; compared: Compared; title: string }) {
  const { view, chosen, jobId } = compared;
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const preview = usePreview(report, compared);
  const leave = () => {
    forget(report.id);
    go('/bao-cao');
  };
  const accept = async () => {
    setBusy(true);
    const done = await attemptWithUndo(`Đã nhận ${chosen.length} thay đổi từ bản Word.`, () =>
      call(contract.returned.accept, { params: { id: report.id, job: jobId }, body: { accepted: [...chosen] } }),
    );
    setBusy(false);
    if (done) leave();
  };
  return (
    <Page
      title={title}
      sub={<Facts compared={compared} />}
      actions={
        <>
          <Button onClick={() => forget(report.id)}>Chọn tệp khác</Button>
          <Button onClick={leave}>Không nhận gì</Button>
          <Button variant="filled" disabled={chosen.length === 0} loading={busy} onClick={() => void accept()}>
            Nhận {chosen.length} thay đổi đã chọn
          </Button>
        </>
      }
      body="fill"
    >
      {preview.error ? (
        <Note tone="problem" announce>
          {preview.error.message}
        </Note>
      ) : null}
      <SplitPane
        name="ban-word"
        label="Chia danh sách thay đổi và bản sẽ in"
        initial={46}
        min={28}
        max={70}
        left={
          <Pane label="Thay đổi trong bản Word" foot="Mục nhận về được coi là chữ sửa tay; Ctrl+Z lấy lại được.">
            {view.changes.length === 0 ? (
              <EmptyState icon={IconFileTypeDocx} title="Bản Word không khác báo cáo" size="small">
                Không có chỗ nào đã sửa trong tệp này.
              </EmptyState>
            ) : (
              <ChangeList changes={view.changes} chosen={chosen} onChoose={(ids) => choose(report.id, compared, ids)} />
            )}
          </Pane>
        }
        right={<Paper html={preview.html} title={`${report.title}, sau khi nhận`} goTo={null} />}
      />
    </Page>
  );
}

function Facts({ compared: { view } }: { compared: Compared }) {
  const when =
    view.exportedAt === null
      ? 'không rõ xuất lúc nào, nên so với báo cáo hiện nay'
      : `xuất từ báo cáo lúc ${timeInVietnam(view.exportedAt)} ngày ${typedDate(dateInVietnam(view.exportedAt))}`;
  return (
    <span role="status">
      {view.fileName} · {view.changes.length} thay đổi · {when}
    </span>
  );
}

/** Ticking several boxes in a row asks for one preview. */
const pause = 250;

function usePreview(report: ReportView, { jobId, chosen }: Compared): { html: string; error: Refusal | null } {
  const [settled] = useDebouncedValue(chosen, pause);
  const { data, error } = useQuery({
    queryKey: ['returned-preview', jobId, report.revision, settled],
    queryFn: ({ signal }) =>
      call(contract.returned.preview, {
        params: { id: report.id, job: jobId },
        body: { accepted: [...settled] },
        signal,
      }),
    placeholderData: (before) => before,
  });
  return { html: data?.previewHtml ?? report.previewHtml, error: error instanceof Refusal ? error : null };
}
