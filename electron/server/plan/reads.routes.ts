/** Reading a plan from a file or from what was pasted, and reading it again as a person understands its columns. Stores no plan. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { listPlans, readColumnMapping } from '../../../db/queries/plans.ts';
import { taskTexts } from '../../../db/queries/tasks.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { captionsKey, mappingFor } from '../../../shared/plan/column-mapping.ts';
import type { ColumnMeaning, ReadPlan } from '../../../shared/plan/read-plan.ts';
import { samePlans } from '../../../shared/plan/same-plan.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { readPlanFile } from '../../work/tasks.ts';
import { type Actor, act, type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { exportedById } from '../paper/exported-word.ts';
import { samplePlan, samplePlanName } from './sample-plan.ts';

export function readRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { plans } = contract;

  implement(app, deps, plans.read, async ({ query, bytes }) => {
    const limit = plans.read.body.rawBytes;
    const file = bytes === null ? new Uint8Array() : await wholeBody(bytes, limit);
    return file === null ? refuse('qua-lon') : startRead(deps, query.name, file);
  });

  implement(app, deps, plans.readSample, async () =>
    startRead(deps, samplePlanName, await samplePlan(Number(today(deps).slice(0, 4)))),
  );

  implement(app, deps, plans.readPasted, ({ body: { text, html } }) => {
    const isPage = /<table[\s>]/i.test(html) || text.trim() === '';
    const words = isPage ? html : text;
    if (words.trim() === '')
      return refuse('tep-rong', undefined, 'Không có gì để đọc trong bộ nhớ tạm. Hãy chép bảng rồi dán lại.');
    // The words come as Unicode whatever the page says of itself; the mark at the front settles it.
    return startRead(
      deps,
      isPage ? 'Bảng vừa dán.html' : 'Chữ vừa dán.txt',
      Buffer.from(`\uFEFF${words.replace(/^\uFEFF/, '')}`),
    );
  });

  implement(app, deps, plans.readResult, ({ params }) => deps.reads.get(params.id)?.plan ?? forgottenRead());

  implement(app, deps, plans.remap, async ({ params, body, actor }) => {
    const read = deps.reads.get(params.id);
    if (!read) return forgottenRead();
    if (body.mapping.length !== read.plan.columns.length)
      return refuse('sai-du-lieu', undefined, 'Số cột đã đổi. Chưa đổi gì. Hãy mở lại tệp rồi chọn lại.');
    const captions = read.plan.columns.map(({ caption }) => caption);
    const plan = await readOnce(read.name, read.bytes, unwatched(), body.mapping);
    if (isRefusal(plan)) return plan;
    deps.reads.add(params.id, { ...read, plan });
    remember(deps, actor, captions, body.mapping);
    return plan;
  });

  implement(app, deps, plans.matches, ({ params }) => {
    const read = deps.reads.get(params.id);
    if (!read) return forgottenRead();
    const kept = listPlans(deps.db);
    const texts = taskTexts(deps.db);
    const known = kept.map(({ id, year, number, title }) => ({
      id,
      year,
      number,
      title,
      tasks: texts(id),
    }));
    const matches = samePlans(read.plan, known).map(({ planId, why, commonTasks }) => {
      const { year, number, title } = kept.find(({ id }) => id === planId)!;
      return { planId, year, number, title, why, commonTasks };
    });
    const exported = exportedById(deps, read.plan.source.mark);
    const own = exported && kept.some(({ id }) => id === exported.ownerId);
    return { matches, exported: own ? { planId: exported.ownerId, at: exported.exportedAt } : null };
  });
}

export const forgottenRead = (): Refusal =>
  refuse('khong-tim-thay', undefined, 'Lần đọc này không còn trong bộ nhớ. Chưa lưu gì. Hãy mở lại tệp.');

function startRead(deps: Deps, name: string, bytes: Uint8Array): JobView {
  return deps.jobs.start({ kind: 'read', label: `Đọc ${name}`, unit: 'steps', total: 1 }, async (control) => {
    control.progress('đang đọc', 0, 1);
    const plan = await readOnce(name, bytes, control);
    if (isRefusal(plan)) return plan;
    deps.reads.add(control.id, { name, bytes, plan: await asRemembered(deps, name, bytes, plan, control) });
    return { readId: control.id };
  });
}

async function readOnce(
  name: string,
  bytes: Uint8Array,
  control: WorkControl,
  mapping?: ColumnMeaning[],
): Promise<ReadPlan | Refusal> {
  const read = await readPlanFile({ bytes, name, options: mapping ? { mapping } : {} }, control);
  return read.ok ? read.value : refuse('khong-doc-duoc', undefined, read.error.message);
}

const unwatched = (): WorkControl => ({ signal: new AbortController().signal, progress: () => undefined });

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
function remember(deps: Deps, actor: Actor, captions: string[], meanings: ColumnMeaning[]): void {
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

/** The whole body in memory, or null when it is longer than allowed. */
export async function wholeBody(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
