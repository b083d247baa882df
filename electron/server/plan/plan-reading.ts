/** A plan read from a file as a job, and what a person said of its columns remembered for the next table like it. */
import { createHash } from 'node:crypto';
import { readColumnMapping } from '../../../db/queries/plans.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { captionsKey, mappingFor } from '../../../shared/plan/column-mapping.ts';
import type { ColumnMeaning, ReadPlan } from '../../../shared/plan/read-plan.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { readPlanFile } from '../../work/tasks.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';

/** The refusal of a reading that newer ones pushed out of memory. */
export const forgottenRead = (): Refusal =>
  refuse('khong-tim-thay', undefined, 'Lần đọc này không còn trong bộ nhớ. Chưa lưu gì. Hãy mở lại tệp.');

/** Reads a file as a job; its result `{ readId }` names the reading for `deps.reads`. */
export function startRead(deps: Deps, name: string, bytes: Uint8Array): JobView {
  return deps.jobs.start({ kind: 'read', label: `Đọc ${name}`, unit: 'steps', total: 1 }, async (control) => {
    control.progress('đang đọc', 0, 1);
    const plan = await readOnce(name, bytes, control);
    if (isRefusal(plan)) return plan;
    deps.reads.add(control.id, { name, bytes, plan: await asRemembered(deps, name, bytes, plan, control) });
    return { readId: control.id };
  });
}

/** The plan in a file's bytes, its columns understood as `mapping` says; refused with the reader's own sentence. */
export async function readOnce(
  name: string,
  bytes: Uint8Array,
  control: WorkControl,
  mapping?: ColumnMeaning[],
): Promise<ReadPlan | Refusal> {
  const read = await readPlanFile({ bytes, name, options: mapping ? { mapping } : {} }, control);
  return read.ok ? read.value : refuse('khong-doc-duoc', undefined, read.error.message);
}

/** For a reading that nobody follows or stops. */
export const noControl = (): WorkControl => ({ signal: new AbortController().signal, progress: () => undefined });

const mappingId = (captions: readonly string[]): string =>
  createHash('sha256').update(captionsKey(captions)).digest('hex').slice(0, 40);

/** What a person said of a table with these captions is applied again, and said so. */
async function asRemembered(
  deps: Deps,
  name: string,
  bytes: Uint8Array,
  plan: ReadPlan,
  control: WorkControl,
): Promise<ReadPlan> {
  const { columns } = plan;
  if (columns.length === 0) return plan;
  const stored = readColumnMapping(deps.db, mappingId(columns.map(({ caption }) => caption)));
  const mapping = stored && mappingFor(columns, stored);
  if (!mapping || columns.every(({ meaning }, index) => meaning === mapping[index])) return plan;
  const again = await readOnce(name, bytes, control, mapping);
  if (isRefusal(again)) return plan;
  const warning =
    'Các cột được hiểu như lần trước anh/chị đã chọn cho bảng có tên cột này. Nếu không đúng, hãy đổi cách hiểu cột.';
  return { ...again, warnings: [warning, ...again.warnings] };
}

/** Not an act to be undone: it says how to read, and is changed by choosing again. */
export function rememberColumns(deps: Deps, actor: Actor, captions: string[], meanings: ColumnMeaning[]): void {
  const id = mappingId(captions);
  act(
    deps,
    actor,
    'columns.map',
    'Nhớ cách hiểu cột',
    (batch) => {
      if (batch.get('columnMapping', id)) batch.update('columnMapping', id, null, { captions, meanings });
      else batch.insert('columnMapping', { id, captions, meanings });
    },
    false,
  );
}
