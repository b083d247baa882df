/**
 * A plan's Word file brought back: compared with the plan's own Word file, both through the same reader, and what a person accepts
 * of it written in one act (shared/returned/SPEC.md).
 */
import { readStoredPlan } from '../../../db/queries/stored-plan.ts';
import type { Batch } from '../../../db/write.ts';
import type { ReturnedView } from '../../../shared/api/contract/returned.ts';
import { writtenHead } from '../../../shared/api/contract/writing.ts';
import type { BodyBlock } from '../../../shared/body/body-blocks.ts';
import { linesOfBlocks, withLines } from '../../../shared/body/body-text.ts';
import type { WrittenSection } from '../../../shared/body/written-blocks.ts';
import type { SourceBlock } from '../../../shared/plan/read-plan.ts';
import {
  type OwnPlan,
  type PlanChange,
  type PlanTarget,
  type PrintedSection,
  returnedPlan,
} from '../../../shared/returned/plan.ts';
import type { ReturnedAnnexTarget } from '../../../shared/returned/plan-annex-target.ts';
import { leastInCommon, shareKnown } from '../../../shared/returned/returned-change.ts';
import { type RebuiltSection, wordsAfter } from '../../../shared/returned/returned-words.ts';
import { documentOfParts, partsOfStored, type StoredParts, type StoredSection } from '../../documents/plan-parts.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { readPlanFile, renderWord } from '../../work/tasks.ts';
import { type Deps, today } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { blocksOfWord, earlierExport, exportNamed } from '../paper/exported-word.ts';
import { planStamp } from '../plan/compare-plan.ts';
import { sectionWrites } from '../plan/save-plan-body.ts';
import { changeView, isOfAnother } from './returned-file.ts';
import { writeReturnedTable } from './returned-plan-table.ts';

/** `stamp` tells whether the plan is still the one that was compared. */
export type PlanComparison = { planId: string; stamp: string; own: OwnPlan; changes: PlanChange[] };

/** Compares the file with the plan as it stands. Refuses what cannot be read or is another document. Nothing is changed. */
export async function compareReturnedPlan(
  deps: Deps,
  planId: string,
  file: { name: string; bytes: Uint8Array },
  control: WorkControl,
): Promise<{ kept: PlanComparison; view: ReturnedView } | Refusal> {
  control.progress('đang đọc bản Word', 0, 3);
  const theirs = await readPlanFile(file, control);
  if (!theirs.ok) return refuse('khong-doc-duoc', undefined, theirs.error.message);
  const { blocks, mark } = theirs.value.source;
  const named = exportNamed(deps, mark);
  if (isOfAnother(named, planId)) return anotherDocument(file.name, 'được xuất từ văn bản khác trong máy này');
  control.progress('đang đọc kế hoạch hiện nay', 1, 3);
  const stored = readStoredPlan(deps.db, planId);
  const parts = stored && partsOfStored(deps.db, planId);
  if (!stored || !parts) return refuse('khong-tim-thay');
  const ours = await blocksOfWord(await renderWord(documentOfParts(parts, thisYear(deps)), control), control);
  if (control.signal.aborted) return refuse('viec-da-xong');
  if (ours === null) throw new Error('the own Word file of a plan cannot be read');
  control.progress('đang so hai bản', 2, 3);
  const alike = (known: readonly SourceBlock[]) => shareKnown(blocks, known);
  const taken = await earlierExport(deps, { kind: 'plan', id: planId }, mark, alike, control);
  if (Math.max(alike(ours), taken ? alike(taken.blocks) : 0) < leastInCommon)
    return anotherDocument(file.name, 'không giống kế hoạch này');
  const own = ownPlan(parts, ours, stored.table.worked);
  const changes = returnedPlan(own, blocks, taken?.blocks ?? null);
  return {
    kept: { planId, stamp: planStamp(stored), own, changes },
    view: {
      ownerId: planId,
      fileName: file.name,
      exportedAt: taken?.at ?? null,
      changes: changes.map((change) => changeView(change, taskOf(change.target))),
    },
  };
}

const thisYear = (deps: Deps): number => Number(today(deps).slice(0, 4));

const anotherDocument = (name: string, why: string): Refusal =>
  refuse(
    'khong-doc-duoc',
    undefined,
    `Tệp “${name}” ${why} nên không so được. Chưa đổi gì. Hãy chọn bản Word đã xuất từ kế hoạch đang xem.`,
  );

const taskOf = (target: PlanTarget | null): string | null =>
  target?.kind === 'taskLine' || target?.kind === 'removeTask' || target?.kind === 'moveTask' ? target.id : null;

/** The plan as the comparison sees it; `blocks` are its own Word file through the reader, `worked` tasks with progress or proof. */
export function ownPlan(parts: StoredParts, blocks: SourceBlock[], worked: ReadonlySet<string>): OwnPlan {
  const { head, preamble, closing, annexTitle } = parts;
  const { number, date, place, title, basis, recipients, signer } = head;
  return {
    blocks,
    head: { number, date, place, title, basis, preamble, closing, recipients, signer, annexTitle },
    sections: parts.sections.map(printed),
    rows: originsOf(parts, worked),
  };
}

const printed = ({ id, label, heading, paragraphs, children }: StoredSection): PrintedSection => ({
  id,
  label,
  heading,
  lines: linesOfBlocks(paragraphs),
  children: children.map(printed),
});

/** One for each row that has cells of its own; a row that shares them lends its component to the one above. */
function originsOf({ rows, hasTable }: StoredParts, worked: ReadonlySet<string>): OwnPlan['rows'] {
  if (!hasTable) return [];
  const origins: (OwnPlan['rows'][number] & { componentIds: (string | null)[] })[] = [];
  for (const { origin, tasks, results, executors, sharesWith } of rows) {
    const above = origins.at(-1);
    if (sharesWith !== null && above) {
      above.componentIds.push(origin.componentId);
      continue;
    }
    origins.push({
      areaId: origin.areaId,
      groupId: origin.groupId,
      componentIds: [origin.componentId],
      ownTask: origin.ownTask,
      tasks: origin.taskIds.map((id, at) => ({ id, text: tasks[at] ?? '', worked: worked.has(id) })),
      results,
      executors,
    });
  }
  return origins;
}

/** Whether the plan still stands as it did when the file was compared. */
export function isStillCompared(deps: Deps, kept: PlanComparison): boolean {
  const stored = readStoredPlan(deps.db, kept.planId);
  return stored !== null && planStamp(stored) === kept.stamp;
}

/** Writes the accepted changes as part of one act; refused where a text is longer than its field holds. */
export function writeReturnedPlan(
  deps: Deps,
  { planId, own }: PlanComparison,
  accepted: readonly PlanChange[],
): ((batch: Batch) => void) | Refusal {
  const words = wordsAfter(own, accepted);
  const head = writtenHead.partial().safeParse(words.head);
  if (!head.success)
    return refuse(
      'sai-du-lieu',
      undefined,
      'Trong các thay đổi đã chọn có chỗ để trống hoặc dài quá mức (số, ngày, tên kế hoạch, nơi nhận, người ký). Chưa đổi gì. Hãy bỏ chọn chỗ đó rồi nhận lại.',
    );
  const parts = partsOfStored(deps.db, planId);
  const blocks = new Map<string, readonly BodyBlock[]>();
  const note = ({ id, paragraphs, children }: StoredSection): void => {
    blocks.set(id, paragraphs);
    children.forEach(note);
  };
  parts?.sections.forEach(note);
  const sections =
    words.sections &&
    sectionWrites(
      deps,
      planId,
      words.sections.map((each) => rebuilt(each, blocks)),
    );
  const targets = accepted.flatMap(({ target }) => (isOfTable(target) ? [target] : []));
  return (batch) => {
    // Always written: the plan's revision stands for its whole body.
    batch.update('plan', planId, null, head.data);
    sections?.write(batch);
    writeReturnedTable(deps, batch, planId, targets);
  };
}

const isOfTable = (target: PlanTarget | null): target is ReturnedAnnexTarget =>
  target !== null && target.kind !== 'head' && target.kind !== 'line';

/** Lines that stay keep block and look; tables keep their cells. */
function rebuilt(section: RebuiltSection, blocks: ReadonlyMap<string, readonly BodyBlock[]>): WrittenSection {
  const { id, label, heading, lines, children } = section;
  const before = blocks.get(id) ?? [];
  const paragraphs = lines === null ? [...before] : withLines(before, lines);
  return { id, label, heading, paragraphs, children: children.map((child) => rebuilt(child, blocks)) };
}
