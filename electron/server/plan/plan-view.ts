/** A plan with its words as every screen sees it. */
import type { Database } from '../../../db/open.ts';
import { readPlanRow, readSections } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { PlanView, SectionView } from '../../../shared/api/contract/plans.ts';

/** null when there is no such plan. */
export function readPlanView(db: Database, planId: string): PlanView | null {
  const plan = readPlanRow(db, planId);
  if (!plan) return null;
  const { sourceSha256: _file, createdAt: _time, ...view } = plan;
  return { ...view, sections: treeOf(readSections(db, planId)) };
}

function treeOf(rows: RowOf<'section'>[]): SectionView[] {
  const views = new Map<string, SectionView>();
  const roots: SectionView[] = [];
  for (const { id, parentId, label, heading, paragraphs, revision } of rows) {
    const view: SectionView = { id, label, heading, paragraphs, revision, children: [] };
    views.set(id, view);
    ((parentId !== null && views.get(parentId)?.children) || roots).push(view);
  }
  return roots;
}
