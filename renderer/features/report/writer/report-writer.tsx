/** "Soạn báo cáo": the whole report as one document left, its pages right. Generated sections keep their headings; own ones come and go. */
import { Button } from '@mantine/core';
import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ReportSection, ReportView } from '../../../../shared/api/contract/reports.ts';
import { attempt } from '../../../parts/acts.ts';
import { useDocumentSaver } from '../../../parts/editor/document-saver.ts';
import editorStyles from '../../../parts/editor/editor.module.css';
import { LineBar } from '../../../parts/editor/line-bar.tsx';
import { usualHolder } from '../../../parts/editor/numbers.ts';
import { SaveNotes, SaveWords, useSaveKey } from '../../../parts/editor/save-notes.tsx';
import { showContent, useBodyEditor } from '../../../parts/editor/use-body-editor.ts';
import { PagePreview } from '../../../parts/pages/page-preview.tsx';
import { Note, TextAction } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { showProblemToast } from '../../../ui/toast.tsx';
import { sectionName } from '../fields/missing-words.ts';
import { recordOfReport, writeSection } from '../fields/report-fields.ts';
import { canMove, moveOwn, removeOwn } from './own-section.ts';
import { newMarks, type PartMarks, partNode } from './part-node.ts';
import { reportBodyKey, reportDraft } from './report-body.ts';
import { isWritten, reportDocument } from './report-document.ts';
import styles from './report-writer.module.css';

export const ReportWriter = ({ report }: { report: ReportView }) =>
  report.status === 'frozen' ? <FrozenReport report={report} /> : <DraftWriter report={report} />;

const back = (
  <Button component={Link} href="/bao-cao" variant="filled">
    Về Báo cáo
  </Button>
);

/** What was frozen is the paper itself; the words behind it follow newer figures and would say something else. */
const FrozenReport = ({ report }: { report: ReportView }) => (
  <Page title="Soạn báo cáo" sub={`${report.title} · đã chốt, chỉ xem`} actions={back} body="fill">
    <Note>Báo cáo đã chốt nên không sửa được. Cần sửa thì bấm “Mở lại để sửa” ở màn hình Báo cáo.</Note>
    <PagePreview previewHtml={report.previewHtml} title="Trang sẽ in của báo cáo" />
  </Page>
);

function DraftWriter({ report }: { report: ReportView }) {
  const [draft] = useState(() => reportDraft(report.id));
  const [holder] = useState(usualHolder);
  const [parts] = useState((): PartMarks => ({ marks: marksOf(report.sections), refused: sayFixed }));
  const editorNow = useRef<Editor | null>(null);
  const saver = useDocumentSaver<ReportView>({
    key: reportBodyKey(report.id),
    about: { owners: [recordOfReport(report.id)], label: 'Báo cáo đang soạn' },
    kept: report,
    editor: () => editorNow.current,
    read: () =>
      editorNow.current && !editorNow.current.isDestroyed ? JSON.stringify(editorNow.current.getJSON()) : null,
  });
  const saverNow = useRef(saver);
  saverNow.current = saver;
  const [more] = useState(() => [partNode(parts)]);
  const editor = useBodyEditor({
    label: 'Nội dung báo cáo',
    holder,
    content: draft ?? reportDocument(report.sections),
    more,
    onChange: () => saverNow.current.changed(),
  });
  editorNow.current = editor;

  // Words of an earlier visit that never reached the report are saved now, or shown beside what stands there.
  useEffect(() => {
    if (draft) void saverNow.current.save();
  }, [draft]);

  const show = (fresh: ReportView) => {
    showContent(editor, reportDocument(fresh.sections));
    saver.follow(fresh);
  };
  // The report as it arrives: marks are drawn anew; generated words that moved on are shown while nothing is being typed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the report as it arrives, nothing else
  useEffect(() => {
    parts.marks = marksOf(report.sections);
    editor.view.dispatch(editor.state.tr.setMeta(newMarks, true));
    const quiet = !saver.isDirty() && saver.status.state === 'saved';
    if (quiet && isWritten(editor.getJSON(), report.sections)) show(report);
    else if (quiet) saver.follow(report);
  }, [report]);
  useSaveKey(() => void saver.save());

  const { status } = saver;
  return (
    <Page
      title="Soạn báo cáo"
      sub={
        <>
          {report.title} · <SaveWords status={status} />
        </>
      }
      actions={back}
      body="fill"
    >
      <SaveNotes status={status} onKeepMine={(current) => void saver.saveOver(current)} onTakeTheirs={show} />
      <SplitPane
        name="soan-bao-cao"
        label="Chia khung soạn và trang sẽ in"
        initial={54}
        min={35}
        max={75}
        left={
          <div className={editorStyles.writing}>
            <LineBar editor={editor} holder={holder} />
            <SectionNote editor={editor} report={report} onTake={() => saver.save()} />
            <div className={editorStyles.scroll}>
              <EditorContent editor={editor} className={`${editorStyles.paper} ${styles.parts}`} />
            </div>
          </div>
        }
        right={<PagePreview previewHtml={report.previewHtml} title="Trang sẽ in của báo cáo" />}
      />
    </Page>
  );
}

const marksOf = (sections: readonly ReportSection[]): ReadonlyMap<string, string> =>
  new Map(
    sections.flatMap(({ key, own, edited, stale }): [string, string][] =>
      own || !edited ? [] : [[key, stale ? 'đã sửa tay, số liệu đã đổi' : 'đã sửa tay']],
    ),
  );

const sayFixed = (): void => {
  showProblemToast('Đề mục do chương trình lập được giữ nguyên. Có thể sửa chữ bên dưới hoặc thêm mục riêng.');
};

type SectionNoteProps = {
  editor: Editor;
  report: ReportView;
  /** Saves what is typed. */
  onTake: () => Promise<unknown>;
};

/** About the section the cursor is in: an own one can be moved; a generated one worded by hand shows its newer words. */
function SectionNote({ editor, report, onTake }: SectionNoteProps) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ ...sectionAt(now), up: canMove(now, 'up'), down: canMove(now, 'down') }),
  });
  const act = (work: () => unknown) => () => {
    work();
    editor.commands.focus();
  };
  if (at.own)
    return (
      <section className={styles.note} aria-label="Mục riêng">
        <span>Mục riêng của báo cáo này.</span>
        <span className={styles.acts}>
          {at.up ? <TextAction onClick={act(() => moveOwn(editor, 'up'))}>Đưa mục lên</TextAction> : null}
          {at.down ? <TextAction onClick={act(() => moveOwn(editor, 'down'))}>Đưa mục xuống</TextAction> : null}
          <TextAction onClick={act(() => removeOwn(editor))}>Xóa mục</TextAction>
        </span>
      </section>
    );
  const section = report.sections.find((each) => each.key === at.key);
  if (!section?.edited) return null;
  // What is typed elsewhere is saved first; the section follows when the report arrives.
  const write = (text: string | null) =>
    void onTake().then(() => attempt(() => writeSection(report, section.key, text)));
  const newer = section.stale && section.auto !== '' ? section.auto : null;
  return (
    <section className={`${styles.note} ${section.stale ? styles.stale : ''}`} aria-label="Mục đã sửa tay">
      <span>
        {sectionName(section)}: đã sửa tay.
        {newer !== null ? ' Số liệu đã đổi, lời tự động bây giờ là:' : ''}
        {section.stale && newer === null ? ' Mục này không còn trong số liệu của kỳ.' : ''}
      </span>
      {newer === null ? null : <span className={styles.auto}>{newer}</span>}
      <span className={styles.acts}>
        <TextAction onClick={() => write(null)}>Lấy lại lời tự động</TextAction>
        {newer === null ? null : <TextAction onClick={() => write(section.text)}>Giữ lời đã sửa</TextAction>}
      </span>
    </section>
  );
}

/** The section the cursor is in. */
function sectionAt({ state }: Pick<Editor, 'state'>): { key: string; own: boolean } {
  let found = { key: '', own: false };
  state.doc.forEach((node, at) => {
    if (at > state.selection.from) return;
    if (node.type.name === 'part') found = { key: String(node.attrs.key), own: false };
    if (node.type.name === 'numbered' && node.attrs.titled === true) found = { key: String(node.attrs.id), own: true };
  });
  return found;
}
