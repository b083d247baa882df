/** One plan being written: fields and lines on the left, the pages as they will print on the right. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import type { WrittenHead } from '../../../shared/api/contract/writing.ts';
import { useData } from '../../data/cache.ts';
import { callForBytes } from '../../data/client.ts';
import { attempt } from '../../parts/acts.ts';
import { blocksOfDocument, documentOf } from '../../parts/editor/editor-document.ts';
import { SaveNotes, SaveWords, useSaveKey } from '../../parts/editor/save-notes.tsx';
import { showContent, useBodyEditor } from '../../parts/editor/use-body-editor.ts';
import { PagePreview } from '../../parts/pages/page-preview.tsx';
import { saveBlob } from '../../parts/save-file.ts';
import { useEditorTarget } from '../../state/editor-target.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { BodyEditor } from './body-editor.tsx';
import { EndingForm, OpeningForm } from './head-form.tsx';
import { planDraft, usePlanSaver } from './plan-saver.ts';
import styles from './write-page.module.css';
import { type WrittenPlan, writtenPlan } from './written-plan.ts';

export function PlanWriter({ plan }: { plan: PlanView }) {
  const [begin] = useState(() => {
    const draft = planDraft(plan.id);
    return { draft, written: draft?.plan ?? writtenPlan(plan) };
  });
  const [head, setHead] = useState<WrittenHead>(begin.written.head);
  const takeTarget = useEditorTarget((state) => state.take);
  const [goTo, setGoTo] = useState<string | null>(null);
  useEffect(() => {
    const words = takeTarget(plan.id);
    if (words !== null) setGoTo(words);
  }, [takeTarget, plan.id]);
  const [holder] = useState(() => ({ style: begin.written.style }));
  const read = (): WrittenPlan | null =>
    editorNow.current && !editorNow.current.isDestroyed
      ? { head: headNow.current, blocks: blocksOfDocument(editorNow.current.getJSON()), style: holder.style }
      : null;
  const headNow = useRef(head);
  headNow.current = head;
  const saver = usePlanSaver(plan, read);
  const saverNow = useRef(saver);
  saverNow.current = saver;
  const editor = useBodyEditor({
    label: 'Nội dung kế hoạch',
    holder,
    content: documentOf(begin.written.blocks),
    onChange: () => saverNow.current.changed(),
  });
  const editorNow = useRef(editor);
  editorNow.current = editor;

  const show = (fresh: PlanView) => {
    const written = writtenPlan(fresh);
    holder.style = written.style;
    headNow.current = written.head;
    setHead(written.head);
    showContent(editor, documentOf(written.blocks));
    saver.follow(fresh);
  };

  // Words of an earlier visit that never reached the plan are saved now, or shown beside what stands there.
  useEffect(() => {
    if (begin.draft) {
      saverNow.current.changed();
      void saverNow.current.save();
    }
  }, [begin]);

  // The plan changed elsewhere (an undo, another window) while nothing was being typed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the plan as it arrives, nothing else
  useEffect(() => {
    if (!saver.isDirty() && saver.status.state === 'saved' && plan.revision > saver.revision()) show(plan);
  }, [plan, saver.status.state]);

  const changeHead = (change: Partial<WrittenHead>) => {
    headNow.current = { ...headNow.current, ...change };
    setHead(headNow.current);
    saver.changed();
  };
  const word = async () => {
    await saver.save();
    const bytes = await attempt(() => callForBytes(contract.writing.word, { params: { id: plan.id } }));
    if (bytes) saveBlob(bytes, `Ke-hoach-${plan.year}.docx`);
  };
  const { status } = saver;
  useSaveKey(() => void saver.save());

  return (
    <div className={styles.whole}>
      <Page
        title="Soạn kế hoạch"
        sub={
          <>
            {head.title || `Kế hoạch năm ${plan.year}`} · <SaveWords status={status} />
          </>
        }
        actions={<WriterActions onWord={() => void word()} />}
        body="fill"
      >
        <SaveNotes status={status} onKeepMine={(current) => void saver.saveOver(current)} onTakeTheirs={show} />
        <SplitPane
          name="soan"
          label="Chia khung soạn và trang sẽ in"
          initial={54}
          min={35}
          max={75}
          left={
            <BodyEditor
              editor={editor}
              holder={holder}
              goTo={goTo}
              after={<EndingForm head={head} year={plan.year} onChange={changeHead} />}
            >
              <OpeningForm head={head} year={plan.year} onChange={changeHead} />
            </BodyEditor>
          }
          right={<PrintedPages planId={plan.id} />}
        />
      </Page>
    </div>
  );
}

const WriterActions = ({ onWord }: { onWord: () => void }) => (
  <>
    <Button component={Link} href="/ke-hoach">
      Về Kế hoạch
    </Button>
    <Button component={Link} href="/nhiem-vu">
      Sửa Phụ lục
    </Button>
    <Button variant="filled" onClick={onWord}>
      Tải bản Word
    </Button>
  </>
);

/** The plan as it is kept, on pages; what is typed and not saved yet is not in it. */
function PrintedPages({ planId }: { planId: string }) {
  const page = useData(contract.writing.document, { params: { id: planId } });
  if (page.data) return <PagePreview previewHtml={page.data.previewHtml} title="Trang sẽ in của kế hoạch" />;
  return page.error ? <Note tone="problem">{page.error.message}</Note> : null;
}
