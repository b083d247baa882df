/** What was read beside where it was read from; the doubtful places to walk through; and the one yes that keeps the plan. */
import { Button, NumberInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { useSession } from '../../state/session.ts';
import { useUndoKeys } from '../../state/undo.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { BarSpace, Page, Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { showToast, showUndoToast } from '../../ui/toast.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { comparedBody, useComparison } from './comparison.ts';
import { DoubtSteps } from './doubt-steps.tsx';
import { ExportedNote } from './exported-note.tsx';
import type { Tab } from './logic/doubts.ts';
import { columnWords, foundWords, keptWords } from './logic/found-words.ts';
import { flatSections } from './logic/sections.ts';
import { choicesOf, mergedWords } from './logic/update.ts';
import styles from './open-plan.module.css';
import { ReadHead } from './read-head.tsx';
import paneStyles from './read-pane.module.css';
import { ReadRows } from './read-rows.tsx';
import { ReadSections } from './read-sections.tsx';
import { type Review, useReview } from './review-store.ts';
import { SourcePane } from './source-pane.tsx';
import { UpdateStrip } from './update-strip.tsx';

const noUpdate = { keepRemoved: [], apart: [] };

const noYear =
  'Chưa giữ được vì chưa rõ kế hoạch năm nào. Hãy ghi năm (ví dụ 2024) rồi giữ lại; mọi chỗ đã sửa vẫn còn.';

export function ReviewPage({ review }: { review: Review }) {
  const { read, corrections, tab } = review;
  const comparison = useComparison(review);
  const { index } = comparison;
  const { update } = corrections;
  const show = useReview((store) => store.show);
  const [, go] = useLocation();
  const [keeping, setKeeping] = useState(false);
  const [mapping, setMapping] = useState(false);
  const [problem, setProblem] = useState('');
  const year = useRef<HTMLInputElement>(null);
  useCorrectionUndo();

  const sections = read.plan?.sections.length ?? 0;
  const tabs: { value: Tab; label: string }[] = [
    { value: 'head', label: 'Đầu văn bản' },
    { value: 'body', label: `Nội dung (${formatCount(sections)} phần)` },
    { value: 'annex', label: `Phụ lục (${formatCount(read.rows.length)} hàng)` },
  ];
  const discard = () => {
    const put = useReview.getState().close();
    if (put)
      showUndoToast(`Đã bỏ bản đọc của ${read.source.name}; chưa lưu gì.`, () => useReview.getState().reopen(put));
  };
  const finish = async (work: () => Promise<void>) => {
    setKeeping(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
      if (error.code === 'da-doi') comparison.again();
    } finally {
      setKeeping(false);
    }
  };
  const leaveFor = async (planId: string, hasTasks: boolean) => {
    useReview.getState().close();
    await readAgain();
    useSession.getState().choosePlan(planId);
    useSession.getState().chooseWindow(null);
    go(hasTasks ? '/nhiem-vu' : '/ke-hoach');
  };
  const keep = () => {
    const { year: chosenYear } = corrections;
    if (!isYear(chosenYear)) {
      setProblem(noYear);
      year.current?.focus();
      return;
    }
    void finish(async () => {
      const { header, rows, readId } = comparedBody(review, corrections, noUpdate);
      const kept = await call(contract.plans.keep, { body: { readId, year: chosenYear, header, rows } });
      await leaveFor(kept.planId, kept.tasks > 0);
      tellUndoable(keptWords(kept), kept.batchId);
    });
  };
  const updatePlan = () =>
    void finish(async () => {
      if (!update || !index) return;
      const body = comparedBody(review, corrections, update);
      const merged = await call(contract.plans.merge, {
        params: { id: update.planId },
        body: { ...body, stamp: index.view.stamp, chosen: choicesOf(update) },
      });
      await leaveFor(merged.planId, true);
      if (merged.batchId === null) showToast('Kế hoạch trong Sổ Việc đã giống tệp; không phải ghi gì.');
      else tellUndoable(mergedWords(merged), merged.batchId);
    });

  return (
    <Page
      title="Mở kế hoạch đã có"
      sub={`${read.source.name} · ${formatBytes(read.source.bytes)} · đọc được ${foundWords(read)} · chưa lưu gì`}
      body="fill"
      actions={
        <>
          <Button onClick={discard} disabled={keeping}>
            Bỏ, không giữ
          </Button>
          {update ? (
            <Button variant="filled" loading={keeping} disabled={!index || comparison.busy} onClick={updatePlan}>
              Cập nhật kế hoạch
            </Button>
          ) : (
            <Button variant="filled" loading={keeping} onClick={keep}>
              Giữ kế hoạch này
            </Button>
          )}
        </>
      }
      bar={
        <>
          <PillFilters
            label="Phần đang xem"
            mode="one"
            required
            pills={tabs}
            value={[tab]}
            onChange={([next]) => next && show({ tab: next })}
          />
          {update ? null : <YearField review={review} input={year} />}
          <BarSpace />
          <DoubtSteps review={review} />
        </>
      }
    >
      <ExportedNote review={review} />
      <UpdateStrip review={review} comparison={comparison} />
      {problem || read.warnings.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: many warnings scroll, and a scrolling box must be reachable by keyboard
        <section className={styles.notes} tabIndex={0} aria-label="Lưu ý về tệp">
          {problem ? (
            <Note tone="problem" announce>
              {problem}
            </Note>
          ) : null}
          {read.warnings.map((warning) => (
            <Note key={warning} tone="doubt">
              {warning}
            </Note>
          ))}
        </section>
      ) : null}
      <SplitPane
        name="open-plan"
        initial={54}
        label="Chia tệp gốc và phần đọc được"
        left={<SourcePane review={review} />}
        right={
          <Pane
            title="Đọc được"
            aside={asideWords(review)}
            foot={tab === 'annex' ? <ColumnFoot review={review} onColumns={() => setMapping(true)} /> : undefined}
          >
            {tab === 'head' ? <ReadHead review={review} index={index} /> : null}
            {tab === 'body' ? <ReadSections review={review} index={index} /> : null}
            {tab === 'annex' ? <ReadRows review={review} index={index} onColumns={() => setMapping(true)} /> : null}
          </Pane>
        }
      />
      <ColumnsDialog review={review} opened={mapping} onClose={() => setMapping(false)} />
    </Page>
  );
}

function asideWords({ read, tab, selection }: Review): string {
  if (tab === 'annex') {
    const row = selection?.target?.tab === 'annex' ? selection.target.row + 1 : null;
    return row === null
      ? `${formatCount(read.rows.length)} hàng`
      : `hàng ${formatCount(row)} / ${formatCount(read.rows.length)}`;
  }
  return tab === 'body' ? `${flatSections(read).length} mục` : '';
}

function YearField({ review, input }: { review: Review; input: React.Ref<HTMLInputElement> }) {
  const decide = useReview((state) => state.decide);
  const { corrections } = review;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field stands inside its label
    <label className={styles.year}>
      Kế hoạch năm
      <NumberInput
        ref={input}
        w="5.5rem"
        size="sm"
        hideControls
        allowDecimal={false}
        allowNegative={false}
        min={2000}
        max={2100}
        clampBehavior="none"
        value={corrections.year ?? ''}
        error={!isYear(corrections.year)}
        onChange={(value) => decide({ ...corrections, year: typeof value === 'number' ? value : null })}
      />
    </label>
  );
}

const isYear = (year: number | null): year is number => year !== null && year >= 2000 && year <= 2100;

function ColumnFoot({ review, onColumns }: { review: Review; onColumns: () => void }) {
  if (review.read.columns.length === 0) return null;
  return (
    <details className={paneStyles.columns}>
      <summary>Cột trong tệp được hiểu thế nào ({review.read.columns.length} cột)</summary>
      <ul className={paneStyles.columnList}>
        {columnWords(review.read).map(({ caption, meaning }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may carry the same words
          <li key={index}>
            {caption || '(không tên)'} → {meaning}
          </li>
        ))}
      </ul>
      <TextAction onClick={onColumns}>Đổi cách hiểu cột…</TextAction>
    </details>
  );
}

/** Ctrl+Z takes back decisions while the file is only being looked at; nothing on the server is touched. */
function useCorrectionUndo() {
  useUndoKeys({
    undo: () =>
      showToast(useReview.getState().undo() ? 'Đã hoàn tác một lựa chọn.' : 'Không còn lựa chọn nào để hoàn tác.'),
    redo: () => showToast(useReview.getState().redo() ? 'Đã làm lại lựa chọn.' : 'Không còn gì để làm lại.'),
  });
}
