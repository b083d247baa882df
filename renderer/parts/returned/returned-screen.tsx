/** "Đưa bản Word đã sửa về": the file dropped, its changes old → new, the document as it would be, and the taking over. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { call, Refusal } from '../../data/client.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { attemptWithUndo } from '../acts.ts';
import { withLateReason } from '../late-reason.tsx';
import { Paper } from '../paper/paper.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './returned.module.css';
import {
  type Compared,
  choose,
  compareFile,
  forget,
  type Owner,
  refuseReturned,
  useReturned,
} from './returned-store.ts';

export type ReturnedDocument = Owner & {
  /** "báo cáo", "kế hoạch". */
  noun: string;
  /** "Báo cáo quý I/2024", as the line below the title says it. */
  name: string;
  /** Changes with every write, so that the preview is asked for again. */
  revision: number;
  /** The document as it stands, while the first preview is on its way. */
  previewHtml: string;
  /** Screen to go back to. */
  back: string;
  /** Saves what is still being typed; a sentence where that failed. */
  saved?: () => Promise<string | null>;
};

const title = 'Đưa bản Word đã sửa về';

export function ReturnedScreen({ document }: { document: ReturnedDocument }) {
  const { reading, refusal, compared } = useReturned(document.id);
  const [, go] = useLocation();
  if (compared) return <ComparedPage key={compared.jobId} document={document} compared={compared} />;
  const send = async (file: File | undefined) => {
    if (!file) return;
    const problem = await document.saved?.();
    if (problem) refuseReturned(document.id, problem);
    else await compareFile(document, file);
  };
  return (
    <Page
      title={title}
      sub={`${document.name}. Chưa nhận thì chưa đổi gì.`}
      actions={<Button onClick={() => go(document.back)}>Về {document.noun}</Button>}
    >
      <div className={styles.choose}>
        {refusal ? (
          <Note tone="problem" announce>
            {refusal}
          </Note>
        ) : null}
        {reading ? (
          <ProgressPanel
            label={`So ${reading.name} với ${document.noun}`}
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
            endings={['.docx', '.docm', '.doc']}
            hint="Thả bản Word đã sửa vào đây, hoặc dán (Ctrl V)"
            onFiles={([file]) => void send(file)}
          >
            <div className={styles.chooseWords}>
              <IconFileTypeDocx size="2.5rem" stroke={1.3} aria-hidden />
              <p>
                Bản Word đã xuất từ {document.noun} này, sửa bằng Word rồi đưa lại: chương trình chỉ ra từng chỗ đã sửa
                để anh/chị chọn nhận hay không.
              </p>
            </div>
          </DropZone>
        )}
      </div>
    </Page>
  );
}

function ComparedPage({ document, compared }: { document: ReturnedDocument; compared: Compared }) {
  const { view, chosen, jobId } = compared;
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const preview = usePreview(document, compared, !busy);
  const leave = () => {
    forget(document.id);
    go(document.back);
  };
  const accept = async () => {
    setBusy(true);
    const { accept: ofReport, acceptPlan } = contract.returned;
    const given = { params: { id: document.id, job: jobId }, body: { accepted: [...chosen] } };
    const done = await attemptWithUndo(`Đã nhận ${chosen.length} thay đổi từ bản Word.`, () =>
      document.kind === 'plan'
        ? call(acceptPlan, given)
        : withLateReason('Nhận kết quả từ bản Word', (late) =>
            call(ofReport, { ...given, body: { ...given.body, ...late } }),
          ),
    );
    if (done) leave();
    else setBusy(false);
  };
  return (
    <Page
      title={title}
      sub={<Facts compared={compared} noun={document.noun} />}
      actions={
        <>
          <Button onClick={() => forget(document.id)}>Chọn tệp khác</Button>
          <Button onClick={leave}>Không nhận gì</Button>
          <Button variant="filled" disabled={chosen.length === 0} loading={busy} onClick={() => void accept()}>
            Nhận các thay đổi đã chọn ({chosen.length})
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
          <Pane label="Thay đổi trong bản Word" foot={footWords[document.kind]}>
            {view.changes.length === 0 ? (
              <EmptyState icon={IconFileTypeDocx} title={`Bản Word không khác ${document.noun}`} size="small">
                Không có chỗ nào đã sửa trong tệp này.
              </EmptyState>
            ) : (
              <ChangeList
                changes={view.changes}
                chosen={chosen}
                onChoose={(ids) => choose(document.id, compared, ids)}
              />
            )}
          </Pane>
        }
        right={<Paper html={preview.html} title={`${document.name}, sau khi nhận`} goTo={null} />}
      />
    </Page>
  );
}

const footWords: Record<Owner['kind'], string> = {
  report: 'Mục nhận về được coi là chữ sửa tay; Ctrl+Z lấy lại được.',
  plan: 'Nhiệm vụ giữ nguyên kết quả và minh chứng; Ctrl+Z lấy lại được.',
};

function Facts({ compared: { view }, noun }: { compared: Compared; noun: string }) {
  const when =
    view.exportedAt === null
      ? `không rõ xuất lúc nào, nên so với ${noun} hiện nay: chỗ chương trình đổi sau đó cũng hiện ra`
      : `xuất ra lúc ${timeInVietnam(view.exportedAt)} ngày ${typedDate(dateInVietnam(view.exportedAt))}`;
  return (
    <span role="status">
      {view.fileName} · {view.changes.length} thay đổi · {when}
    </span>
  );
}

/** Ticking several boxes in a row asks for one preview. */
const pause = 250;

function usePreview(
  document: ReturnedDocument,
  { jobId, chosen }: Compared,
  enabled: boolean,
): { html: string; error: Refusal | null } {
  const [settled] = useDebouncedValue(chosen, pause);
  const { preview, previewPlan } = contract.returned;
  const { data, error } = useQuery({
    queryKey: ['returned-preview', jobId, document.revision, settled],
    queryFn: ({ signal }) => {
      const given = { params: { id: document.id, job: jobId }, body: { accepted: [...settled] }, signal };
      return document.kind === 'plan' ? call(previewPlan, given) : call(preview, given);
    },
    placeholderData: (before) => before,
    // While the changes are being written, the document of before is no longer there to be looked at.
    enabled,
  });
  return { html: data?.previewHtml ?? document.previewHtml, error: error instanceof Refusal ? error : null };
}
