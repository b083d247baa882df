/** Saving what a person wrote in a plan: head and sections as one act. Sections that stay keep their records (what a file said of them hangs on these). */
import { readPlanRow, readSections } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import { type Batch, StaleWrite } from '../../../db/write.ts';
import type { contract } from '../../../shared/api/contract/contract.ts';
import type { BodyOf } from '../../../shared/api/endpoint.ts';
import type { WrittenSection } from '../../../shared/body/written-blocks.ts';
import { positionsInOrder } from '../../../shared/compare/order.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { positionStep } from './keep-plan.ts';

type Written = BodyOf<typeof contract.writing.save>;
type SectionRow = RowOf<'section'>;
type Saved = { revision: number; batchId: string | null; made: Record<string, string> };

/** Throws StaleWrite when the plan moved on since `revision`; null when there is no such plan. */
export function savePlanBody(deps: Deps, actor: Actor, planId: string, written: Written): Saved | null {
  const plan = readPlanRow(deps.db, planId);
  if (!plan) return null;
  if (plan.revision !== written.revision) throw new StaleWrite('plan', plan);
  const { made, isSame, write } = sectionWrites(deps, planId, written.sections);
  const head = changesOf(written.head, plan);
  if (isSame && Object.keys(head).length === 0) return { revision: plan.revision, batchId: null, made: {} };
  const { value, batchId } = act(deps, actor, 'plan.write', `Soạn kế hoạch ${plan.number || plan.title}`, (batch) => {
    write(batch);
    // Always written: the plan's revision stands for its whole body.
    return batch.update('plan', planId, written.revision, head);
  });
  return { revision: value.revision, batchId, made };
}

/** What has to be written for the plan to have these sections; `made` names the records of new ones. */
export function sectionWrites(deps: Deps, planId: string, sections: readonly WrittenSection[]) {
  const stored = readSections(deps.db, planId);
  const { rows, made } = rowsOf(deps, planId, sections, stored);
  const known = new Map(stored.map((section) => [section.id, section]));
  const kept = new Set(rows.map(({ id }) => id));
  const changed = rows.filter((row) => differs(row, known.get(row.id)));
  const gone = stored.filter(({ id }) => !kept.has(id)).toReversed();
  const write = (batch: Batch): void => {
    for (const { id, ...row } of changed) {
      if (known.has(id)) batch.update('section', id, null, row);
      else batch.insert('section', { id, ...row });
    }
    for (const { id } of gone) removeSection(batch, id);
  };
  return { made, isSame: changed.length + gone.length === 0, write };
}

function removeSection(batch: Batch, id: string): void {
  batch.remove('section', id, null);
  if (batch.get('fileWords', id)) batch.remove('fileWords', id, null);
}

/** Sections in document order, parents first, with the fewest new positions. */
function rowsOf(deps: Deps, planId: string, sections: readonly WrittenSection[], stored: readonly SectionRow[]) {
  const position = new Map(stored.map((section) => [section.id, section.position]));
  const made: Record<string, string> = {};
  const rows: Omit<SectionRow, 'revision'>[] = [];
  const used = new Set<string>();
  const walk = (list: readonly WrittenSection[], parentId: string | null): void => {
    for (const { id: said, label, heading, paragraphs, children } of list) {
      const isKnown = position.has(said) && !used.has(said);
      const id = isKnown ? said : deps.newId();
      if (!isKnown && said !== '' && !position.has(said)) made[said] = id;
      used.add(id);
      rows.push({ id, planId, parentId, position: 0, label, heading, paragraphs });
      walk(children, id);
    }
  };
  walk(sections, null);
  const positions = positionsInOrder(
    rows.map(({ id }) => position.get(id) ?? null),
    positionStep,
  );
  return { made, rows: rows.map((row, at) => ({ ...row, position: positions[at] ?? row.position })) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const differs = (row: Omit<SectionRow, 'revision'>, before: SectionRow | undefined): boolean =>
  before === undefined || Object.entries(row).some(([key, value]) => !same(value, before[key as keyof SectionRow]));

const changesOf = (head: Written['head'], plan: RowOf<'plan'>): Partial<Written['head']> =>
  Object.fromEntries(Object.entries(head).filter(([key, value]) => !same(value, plan[key as keyof Written['head']])));
