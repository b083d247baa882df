/**
 * A report's Word file brought back: compared with the report's own Word file, both through the same reader, and what a person
 * accepts of it written in one act (shared/report/SPEC.md RE11 to RE16).
 */
import type { Batch } from '../../../db/write.ts';
import type { ReturnedView } from '../../../shared/api/contract/returned.ts';
import type { Signer } from '../../../shared/reading/ending.ts';
import { isKept, savedAfterEdits, withHeadings } from '../../../shared/report/merge.ts';
import type { SavedSection } from '../../../shared/report/report.ts';
import {
  endingAfter,
  type OwnReport,
  type OwnSection,
  returnedChanges,
  sectionTextsAfter,
} from '../../../shared/returned/report.ts';
import type { ReturnedChange, ReturnedEntry } from '../../../shared/returned/report-change.ts';
import { leastInCommon, shareKnown } from '../../../shared/returned/returned-change.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { readPlanFile, renderWord } from '../../work/tasks.ts';
import type { Actor, Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { blocksOfWord, earlierExport, exportNamed } from '../paper/exported-word.ts';
import { buildNow, factsOf } from '../report/report-facts.ts';
import type { ReportMaterial } from '../report/report-material.ts';
import { lockedWindows } from '../time/windows.ts';
import { changeView, isOfAnother } from './returned-file.ts';

/** What was compared, kept until the person decides. */
export type ReportComparison = {
  reportId: string;
  changes: ReturnedChange[];
  sections: OwnSection[];
  head: { number: string; date: string; title: string };
  /** Recipients and signer as they stood. */
  ending: string;
  /** Revision of each task's entry when it was compared; null where there was none. */
  entries: Map<string, number | null>;
};

/** Compares the file with the report as it stands. Refuses what cannot be read or is another document altogether. */
export async function compareReturned(
  deps: Deps,
  material: ReportMaterial,
  file: { name: string; bytes: Uint8Array },
  control: WorkControl,
): Promise<{ kept: ReportComparison; view: ReturnedView } | Refusal> {
  control.progress('đang đọc bản Word', 0, 3);
  const theirs = await readPlanFile(file, control);
  if (!theirs.ok) return refuse('khong-doc-duoc', undefined, theirs.error.message);
  const refused = (why: string): Refusal =>
    refuse(
      'khong-doc-duoc',
      undefined,
      `Tệp “${file.name}” ${why} nên không so được. Chưa đổi gì. Hãy chọn đúng bản Word đã xuất từ báo cáo ${material.window.label}.`,
    );
  const { mark } = theirs.value.source;
  if (isOfAnother(exportNamed(deps, mark), material.report.id))
    return refused('được xuất từ văn bản khác trong máy này');
  control.progress('đang đọc báo cáo hiện nay', 1, 3);
  const built = buildNow(material);
  const ours = await blocksOfWord(await renderWord(built.document, control), control);
  if (control.signal.aborted) return refuse('viec-da-xong');
  if (ours === null) throw new Error('the own Word file of a report cannot be read');
  control.progress('đang so hai bản', 2, 3);
  const sections = built.sections.map(({ key, label, heading, text }) => ({ key, label, heading, text }));
  const { recipients, signer } = built;
  const own: OwnReport = { blocks: ours, title: built.title, sections, rows: rowsOf(material), recipients, signer };
  const fileBlocks = theirs.value.source.blocks;
  const taken = await earlierExport(
    deps,
    { kind: 'report', id: material.report.id },
    mark,
    (blocks) => shareKnown(fileBlocks, blocks),
    control,
  );
  if (shareKnown(fileBlocks, [...ours, ...(taken?.blocks ?? [])]) < leastInCommon)
    return refused('không giống báo cáo này');
  const changes = returnedChanges(own, fileBlocks, taken?.blocks ?? null);
  const { number, date } = material.report;
  return {
    kept: {
      reportId: material.report.id,
      changes,
      sections,
      head: { number, date, title: built.title },
      ending: JSON.stringify([recipients, signer]),
      entries: new Map(material.table.tasks.map((task) => [task.id, task.progress?.revision ?? null])),
    },
    view: {
      ownerId: material.report.id,
      fileName: file.name,
      exportedAt: taken?.at ?? null,
      changes: changes.map((change) =>
        changeView(change, change.target?.kind === 'progress' ? change.target.taskId : null),
      ),
    },
  };
}

/** The rows of the annex in the order it is printed. */
const rowsOf = (material: ReportMaterial): OwnReport['rows'] =>
  factsOf(material).areas.flatMap((area) =>
    area.tasks.map(({ taskId, progress }) => {
      if (progress === null) return { taskId, entry: null };
      const { state, doneText, numerator, denominator, unit } = progress;
      return { taskId, entry: { state, doneText, numerator, denominator, measure: unit } };
    }),
  );

type HeadAfter = Partial<ReportComparison['head'] & { recipients: string[]; signer: Signer }>;

/** The report as it would be with the accepted changes. */
export function afterReturned(
  material: ReportMaterial,
  accepted: readonly ReturnedChange[],
): { material: ReportMaterial; sections: SavedSection[]; head: HeadAfter } {
  const entries = entriesOf(accepted);
  const built = buildNow(material);
  const fields = accepted.flatMap(({ target }) => (target?.kind === 'head' ? [[target.field, target.value]] : []));
  const head: HeadAfter = { ...Object.fromEntries(fields), ...endingAfter(built, accepted) };
  const headings = new Map(
    accepted.flatMap(({ target }) => (target?.kind === 'heading' ? [[target.key, target.value] as const] : [])),
  );
  const tasks = material.table.tasks.map((task) => {
    const entry = entries.get(task.id);
    if (!entry) return task;
    const progress = task.progress ?? {
      id: task.id,
      taskId: task.id,
      windowId: material.window.id,
      obstacle: task.gathered?.obstacle ?? '',
      proposal: task.gathered?.proposal ?? '',
      personId: null,
      updatedAt: 0,
      revision: 1,
      lateReason: '',
    };
    return { ...task, progress: { ...progress, ...entry } };
  });
  const moved = { ...material, table: { ...material.table, tasks } };
  const texts = new Map(sectionTextsAfter(built.sections, accepted).map(({ key, text }) => [key, text] as const));
  const sections = withHeadings(savedAfterEdits(buildNow(moved).sections, texts), headings).filter(isKept);
  return { material: { ...moved, report: { ...material.report, ...head, sections } }, sections, head };
}

const entriesOf = (accepted: readonly ReturnedChange[]): Map<string, ReturnedEntry> =>
  new Map(
    accepted.flatMap(({ target }) => (target?.kind === 'progress' ? [[target.taskId, target.entry] as const] : [])),
  );

/** Whether what the accepted changes speak of still stands as it did when the file was compared. */
export function stillAsCompared(
  kept: ReportComparison,
  material: ReportMaterial,
  accepted: readonly ReturnedChange[],
): boolean {
  const built = buildNow(material);
  const texts = new Map(built.sections.map(({ key, text }) => [key, text]));
  const before = new Map(kept.sections.map(({ key, text }) => [key, text]));
  const headings = new Map(built.sections.map(({ key, heading }) => [key, heading]));
  const headingsBefore = new Map(kept.sections.map(({ key, heading }) => [key, heading]));
  const now = { number: material.report.number, date: material.report.date, title: built.title };
  const revisions = new Map(material.table.tasks.map((task) => [task.id, task.progress?.revision ?? null]));
  return accepted.every(({ target }) => {
    if (target?.kind === 'section') return texts.get(target.key) === before.get(target.key);
    if (target?.kind === 'moved')
      return [target.from.key, target.to.key].every((key) => texts.get(key) === before.get(key));
    if (target?.kind === 'heading') return headings.get(target.key) === headingsBefore.get(target.key);
    if (target?.kind === 'ending') return JSON.stringify([built.recipients, built.signer]) === kept.ending;
    if (target?.kind === 'head') return now[target.field] === kept.head[target.field];
    if (target?.kind === 'progress') return revisions.get(target.taskId) === (kept.entries.get(target.taskId) ?? null);
    return false;
  });
}

/** Whether results among the changes go to a locked window without anybody saying why (PE8). */
export function returnedLacksReason(
  deps: Deps,
  { window, table }: ReportMaterial,
  accepted: readonly ReturnedChange[],
  lateReason: string,
): boolean {
  if (lateReason !== '' || !lockedWindows(deps).has(window.id)) return false;
  const reasons = new Map(table.tasks.map((task) => [task.id, task.progress?.lateReason ?? '']));
  return [...entriesOf(accepted).keys()].some((taskId) => (reasons.get(taskId) ?? '') === '');
}

/** Writes the accepted changes as part of one act; `lateReason` goes to the results of a locked window. */
export function writeReturned(
  deps: Deps,
  actor: Actor,
  batch: Batch,
  material: ReportMaterial,
  accepted: readonly ReturnedChange[],
  lateReason: string,
): void {
  const late = lateReason !== '' && lockedWindows(deps).has(material.window.id) ? { lateReason } : {};
  const { sections, head } = afterReturned(material, accepted);
  batch.update('report', material.report.id, material.report.revision, { ...head, sections });
  const known = new Map(material.table.tasks.map((task) => [task.id, task]));
  for (const [taskId, entry] of entriesOf(accepted)) {
    const { progress = null, gathered = null } = known.get(taskId) ?? {};
    const row = { ...entry, ...late, personId: actor.personId, updatedAt: deps.clock() };
    if (progress) batch.update('progress', progress.id, progress.revision, row);
    else
      batch.insert('progress', {
        id: deps.newId(),
        taskId,
        windowId: material.window.id,
        ...row,
        obstacle: gathered?.obstacle ?? '',
        proposal: gathered?.proposal ?? '',
      });
  }
}
