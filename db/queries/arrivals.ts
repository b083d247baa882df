/** Reading everything that came in, whatever its kind, in one list. */
import type { Database } from '../open.ts';
import { flag, number, type RowWith, select, text } from '../rows.ts';

const arrival = {
  id: text('id'),
  kind: text<'report' | 'recall' | 'verdict' | 'plan'>('kind'),
  unitId: text('unit_id'),
  title: text('title'),
  label: text('label'),
  sequence: number('sequence'),
  fileName: text('file_name'),
  bytes: number('bytes'),
  digest: text('digest'),
  at: number('received_at'),
  state: text('state'),
  superseded: flag('superseded'),
  reason: text('reason'),
};

/** One that came in. Only a report has a file name and a size; `label` is its window's name, "" for a plan. */
export type Arrival = RowWith<typeof arrival>;

/** In no order. */
export const allArrivals = ({ sqlite }: Database): Arrival[] =>
  select(
    sqlite,
    arrival,
    `from (
       select id, 'report' as kind, unit_id, 'Báo cáo ' || window_label as title, window_label as label, sequence, file_name, bytes,
         digest, received_at, state, superseded, '' as reason from received_report
       union all select id, 'recall', unit_id, title, window_label, sequence, '', 0, digest, received_at, 'thu-hoi', 0, reason
         from received_recall
       union all select id, 'verdict', unit_id, coalesce(json_extract(data, '$.answers.title'), ''),
         coalesce(json_extract(data, '$.window.label'), ''), sequence, '', 0, digest, received_at, verdict, superseded, ''
         from received_verdict
       union all select id, 'plan', unit_id, title, '', sequence, '', 0, digest, received_at, 'moi-nhan', superseded, ''
         from superior_plan)`,
  ).all();
