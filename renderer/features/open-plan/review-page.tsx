/** What was read beside where it was read from; the doubtful places to walk through; and the one yes that keeps the plan. */
import { Button, NumberInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useUndoKeys } from '../../state/undo.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { BarSpace, Page, Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { showToast, showUndoToast } from '../../ui/toast.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { useComparison } from './comparison.ts';
import { DoubtSteps } from './doubt-steps.tsx';
import { ExportedNote } from './exported-note.tsx';
import type { Tab } from './logic/doubts.ts';
import { columnWords, foundWords } from './logic/found-words.ts';
import { flatSections } from './logic/sections.ts';
import styles from './open-plan.module.css';
import { ReadHead } from './read-head.tsx';
import paneStyles from './read-pane.module.css';
import { ReadRows } from './read-rows.tsx';
import { ReadSections } from './read-sections.tsx';
import { type Review, useReview } from './review-store.ts';
import { SourcePane } from './source-pane.tsx';
import { UpdateStrip } from './update-strip.tsx';
import { isPlanYear, useKeepPlan } from './use-keep-plan.ts';

export function ReviewPage({ review }: { review: Review }) {
  const { read, corrections, tab } = review;
  const comparison = useComparison(review);
  const { index } = comparison;
  const { update } = corrections;
  const show = useReview((store) => store.show);
  const [mapping, setMapping] = useState(false);
  const year = useRef<HTMLInputElement>(null);
  const { keeping, problem, keep, updatePlan } = useKeepPlan(review, comparison, year);
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
      <FileNotes problem={problem} warnings={read.warnings} />
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

/** Why it was not kept, and what the reader of files was unsure of in the file as a whole. */
function FileNotes({ problem, warnings }: { problem: string; warnings: readonly string[] }) {
  if (problem === '' && warnings.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: many warnings scroll, and a scrolling box must be reachable by keyboard
    <section className={styles.notes} tabIndex={0} aria-label="Lưu ý về tệp">
      {problem ? (
        <Note tone="problem" announce>
          {problem}
        </Note>
      ) : null}
      {warnings.map((warning) => (
        <Note key={warning} tone="doubt">
          {warning}
        </Note>
      ))}
    </section>
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
        error={!isPlanYear(corrections.year)}
        onChange={(value) => decide({ ...corrections, year: typeof value === 'number' ? value : null })}
      />
    </label>
  );
}

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
