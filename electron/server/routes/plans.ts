/** Opening a plan that exists, keeping it, and reading it again. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { putBlob } from '../../../db/blobs.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { readPlanRow, readSections } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { JobView, SectionView } from '../../../shared/api/contract/plans.ts';
import { contract } from '../../../shared/api/contract.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { readPlanFile } from '../../work/tasks.ts';
import { act, type Deps, today } from '../deps.ts';
import { keepPlan } from '../keep-plan.ts';
import { refuse } from '../refusal.ts';
import { samplePlan, samplePlanName } from '../sample-plan.ts';
import { implement, type ServerEnv } from '../serve.ts';

/** How long a job's state may be waited for in one request. */
const longestWait = 10_000;

export function planRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { plans } = contract;

  implement(app, deps, plans.read, async ({ query, bytes }) => {
    const limit = plans.read.body.rawBytes;
    const file = bytes === null ? new Uint8Array() : await wholeBody(bytes, limit);
    return file === null ? refuse('qua-lon') : startRead(deps, query.name, file);
  });

  implement(app, deps, plans.readSample, async () =>
    startRead(deps, samplePlanName, await samplePlan(Number(today(deps).slice(0, 4)))),
  );

  implement(
    app,
    deps,
    plans.readResult,
    ({ params }) =>
      deps.reads.get(params.id)?.plan ??
      refuse('khong-tim-thay', undefined, 'Lần đọc này không còn trong bộ nhớ. Chưa lưu gì. Hãy mở lại tệp.'),
  );

  implement(app, deps, plans.keep, async ({ body, actor }) => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    const read = deps.reads.get(body.readId);
    if (!read)
      return refuse('khong-tim-thay', undefined, 'Lần đọc này không còn trong bộ nhớ. Chưa lưu gì. Hãy mở lại tệp.');
    const source = await putBlob(deps.folder, once(read.bytes), Number.POSITIVE_INFINITY);
    if (!source.ok) return refuse(source.error.code);
    backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-giu-ke-hoach');
    const { value, batchId } = act(
      deps,
      actor,
      'plan.keep',
      `Giữ kế hoạch ${body.header.number || body.header.title}`,
      (batch) =>
        keepPlan(deps, batch, {
          year: body.year,
          header: body.header,
          rows: body.rows,
          sourceName: read.name,
          sourceSha256: source.value.sha256,
        }),
    );
    deps.reads.remove(body.readId);
    return { ...value, batchId };
  });

  implement(app, deps, plans.get, ({ params }) => {
    const plan = readPlanRow(deps.db, params.id);
    if (!plan) return refuse('khong-tim-thay');
    const {
      id,
      year,
      number,
      date,
      place,
      issuer,
      title,
      basis,
      preamble,
      closing,
      recipients,
      signer,
      sourceName,
      revision,
    } = plan;
    return {
      id,
      year,
      number,
      date,
      place,
      issuer,
      title,
      basis,
      preamble,
      closing,
      recipients,
      signer,
      sourceName,
      revision,
      sections: treeOf(readSections(deps.db, id)),
    };
  });

  implement(app, deps, plans.change, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    if (patch.date !== '' && !isCalendarDate(patch.date))
      return refuse('sai-du-lieu', { fieldErrors: { date: ['Ngày không có trong lịch.'] } });
    const { value, batchId } = act(deps, actor, 'plan.change', 'Sửa đầu kế hoạch', (batch) =>
      batch.update('plan', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(
    app,
    deps,
    plans.job,
    async ({ params, query }) =>
      (await deps.jobs.wait(params.id, query.after, longestWait)) ?? refuse('khong-tim-thay'),
  );

  implement(app, deps, plans.cancelJob, ({ params }) => deps.jobs.cancel(params.id) ?? refuse('khong-tim-thay'));
}

function startRead(deps: Deps, name: string, bytes: Uint8Array): JobView {
  return deps.jobs.start({ kind: 'read', label: `Đọc ${name}`, unit: 'steps', total: 1 }, async (control) => {
    control.progress('đang đọc', 0, 1);
    const read = await readPlanFile({ bytes, name }, control);
    if (!read.ok) return refuse('khong-doc-duoc', undefined, read.error.message);
    deps.reads.add(control.id, { name, bytes, plan: read.value });
    return { readId: control.id };
  });
}

/** The whole body in memory, or null when it is longer than allowed. */
async function wholeBody(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
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
