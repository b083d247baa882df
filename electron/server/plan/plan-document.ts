/** A kept plan as the official document it prints; the command line and the screens see the same one. */
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { documentOfParts, partsOfStored } from '../../documents/plan-parts.ts';
import { type Deps, today } from '../core/deps.ts';

/** null when there is no such plan. */
export function planDocument(deps: Deps, planId: string): OfficialDocument | null {
  const parts = partsOfStored(deps.db, planId);
  return parts && documentOfParts(parts, Number(today(deps).slice(0, 4)));
}
