/** What is recorded of a task in a window where nothing is told but how far it is. */
import type { ProgressView } from '../../shared/api/contract/plans.ts';

export const progressEntry = (facts: Pick<ProgressView, 'id' | 'taskId' | 'windowId' | 'state'>): ProgressView => ({
  ...facts,
  doneText: '',
  numerator: null,
  denominator: null,
  measure: '',
  obstacle: '',
  proposal: '',
  personId: null,
  updatedAt: 0,
  revision: 1,
  lateReason: '',
});
