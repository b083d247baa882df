/** Every kind of field that saves itself, of every screen: words of a screen that was not opened yet can be sent too. */
import { registerSavedKinds } from '../data/saver/saving.ts';
import { answerKind } from '../features/inbox/answers/answer-field.ts';
import { entryKind } from '../features/mine/entry-field.ts';
import { reportKinds } from '../features/report/fields/report-fields.ts';
import { reportBodyKind } from '../features/report/writer/report-body.ts';
import { groupKind, taskKind } from '../features/tasks/writes/table-fields.ts';
import { planBodyKind } from '../features/write/plan-body.ts';
import { figureKind } from '../parts/results/figure-field.ts';

registerSavedKinds([
  ...reportKinds,
  reportBodyKind,
  planBodyKind,
  entryKind,
  figureKind,
  taskKind,
  groupKind,
  answerKind,
]);
