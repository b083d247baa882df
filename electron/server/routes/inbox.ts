/** Receiving: a bundle is checked first, received on a person's yes, then read. */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Hono } from 'hono';
import { settle } from '../../../db/blobs.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { listReceived, readReceived } from '../../../db/queries/received.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { unitKind } from '../../../shared/office/unit.ts';
import { readBundleFile } from '../../work/tasks.ts';
import { act, type Deps } from '../deps.ts';
import { previewOf } from '../media-types.ts';
import { refuse } from '../refusal.ts';
import { implement, type ServerEnv } from '../serve.ts';
import { checkOf, type StagedBundle } from '../staged-bundle.ts';
import { unitView } from '../views.ts';
import { storedFileAddress } from './evidence.ts';

export function inboxRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reports } = contract;
  const staged = new Map<string, StagedBundle>();

  const drop = (id: string) => {
    const found = staged.get(id);
    if (found) rmSync(found.folder, { recursive: true, force: true });
    staged.delete(id);
  };

  implement(app, deps, reports.check, async ({ query, bytes }) => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    if (bytes === null) return refuse('tep-rong');
    const folder = join(deps.folder.staging, `goi-${deps.newId()}`);
    mkdirSync(join(folder, 'tep'), { recursive: true });
    const path = join(folder, 'goi.zip');
    try {
      await pipeline(
        Readable.from(counted(bytes, reports.check.body.rawBytes)),
        createWriteStream(path, { flags: 'wx' }),
      );
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      if (error instanceof TooLong) return refuse('qua-lon');
      throw error;
    }
    return deps.jobs.start(
      { kind: 'check', label: `Kiểm tra ${query.name}`, unit: 'bytes', total: 0 },
      async (control) => {
        try {
          const read = await readBundleFile(
            { path, stagingFolder: join(folder, 'tep') },
            { signal: control.signal, progress: (_, done, total) => control.progress('đang kiểm tra', done, total) },
          );
          const { check, bundle } = checkOf(deps, query.name, path, read);
          if (bundle) staged.set(control.id, { folder, check, bundle });
          else rmSync(folder, { recursive: true, force: true });
          return check;
        } catch (error) {
          rmSync(folder, { recursive: true, force: true });
          throw error;
        }
      },
    );
  });

  implement(app, deps, reports.receive, async ({ params, actor }) => {
    const found = staged.get(params.id);
    if (!found)
      return refuse(
        'viec-da-xong',
        undefined,
        'Lần kiểm tra này đã xong hoặc không nhận được. Hãy thả lại tệp gói để kiểm tra lại.',
      );
    const { check, bundle } = found;
    if (check.standing === 'xung-dot') return refuse('goi-khac');
    const same = listReceived(deps.db).find((row) => row.digest === bundle.contentDigest);
    if (same) {
      drop(params.id);
      return { receivedId: same.id, standing: 'da-co' };
    }
    for (const { staged: place, sha256, bytes } of bundle.files)
      if (place !== null) await settle(deps.folder, place, sha256, bytes);
    const id = deps.newId();
    const { data } = bundle;
    act(
      deps,
      actor,
      'bundle.receive',
      `Tiếp nhận gói của ${check.from?.unitName ?? data.sender.unit.name}`,
      (batch) => {
        const unitId = unitOf(deps, data, (unit) => batch.insert('unit', unit));
        const earlier = listReceived(deps.db).filter(
          (row) => row.unitId === unitId && row.windowKey === data.window.key && !row.superseded,
        );
        const superseded = earlier.some((row) => row.sequence > data.bundle.sequence);
        if (!superseded) for (const row of earlier) batch.update('receivedReport', row.id, null, { superseded: true });
        batch.insert('receivedReport', {
          id,
          unitId,
          windowKey: data.window.key,
          windowLabel: data.window.label,
          sequence: data.bundle.sequence,
          bundleId: data.bundle.id,
          digest: bundle.contentDigest,
          fingerprint: check.from?.fingerprint ?? '',
          fileName: check.fileName,
          bytes: check.bytes,
          receivedAt: deps.clock(),
          superseded,
          rowCount: data.rows.length,
          answeredCount: data.rows.filter((row) => row.state !== null).length,
          evidenceCount: data.evidence.length,
          data,
        });
      },
      false,
    );
    drop(params.id);
    return { receivedId: id, standing: check.standing };
  });

  implement(app, deps, reports.inbox, () => {
    const office = readOffice(deps.db);
    const received = listReceived(deps.db).filter((row) => !row.superseded);
    const units = new Map((office?.subordinates ?? []).map((unit) => [unit.id, unitView(unit)]));
    const labels = new Map(received.map((row) => [row.windowKey, row.windowLabel]));
    return {
      windows: [...labels].map(([key, label]) => ({ key, label })).sort((a, b) => (a.key < b.key ? -1 : 1)),
      units: [...units.values()].map((unit) => ({
        unit,
        expected: true,
        received: received
          .filter((row) => row.unitId === unit.id)
          .map(({ id, windowKey, receivedAt, sequence, rowCount, answeredCount, evidenceCount, bytes }) => ({
            id,
            windowKey,
            receivedAt,
            sequence,
            rows: rowCount,
            answered: answeredCount,
            evidence: evidenceCount,
            bytes,
          })),
      })),
    };
  });

  implement(app, deps, reports.received, ({ params }) => {
    const row = readReceived(deps.db, params.id);
    if (!row) return refuse('khong-tim-thay');
    const { data } = row;
    return {
      id: row.id,
      unit: unitView(row.unit),
      windowLabel: row.windowLabel,
      title: data.report.title,
      planTitle: data.plan.title,
      sequence: row.sequence,
      receivedAt: row.receivedAt,
      fingerprint: row.fingerprint,
      fileName: row.fileName,
      sections: data.report.sections.map(({ heading, text }) => ({ heading, text })),
      rows: data.rows.map((each) => ({
        taskId: each.taskId,
        no: each.no,
        area: each.area,
        component: each.component,
        text: each.text,
        lead: each.lead,
        time: each.time,
        state: each.state,
        doneText: each.doneText,
        numerator: each.numerator,
        denominator: each.denominator,
        measure: each.measure,
        obstacle: each.obstacle,
        proposal: each.proposal,
        evidenceIds: each.evidenceIds,
      })),
      evidence: data.evidence.map(({ id, kind, title, fileName, mediaType, bytes, url, number, date, path }) => ({
        id,
        kind,
        title,
        fileName,
        mediaType,
        bytes,
        url,
        number,
        date,
        preview: path === null ? ('none' as const) : previewOf(mediaType),
      })),
    };
  });

  implement(app, deps, reports.viewReceivedEvidence, ({ params, body }) => {
    const proof = readReceived(deps.db, params.id)?.data.evidence.find((each) => each.id === params.evidence);
    if (!proof?.sha256 || proof.path === null)
      return refuse('khong-tim-thay', undefined, 'Đơn vị gửi không kèm tệp của minh chứng này trong gói.');
    return storedFileAddress(
      deps,
      { sha256: proof.sha256, bytes: proof.bytes, mediaType: proof.mediaType, fileName: proof.fileName },
      body.download,
    );
  });
}

/** The sending unit among ours: the same id, else the same kind and name entered by hand, else it is new here. */
function unitOf(deps: Deps, data: ReportBundle, add: (unit: NewUnit) => void): string {
  const { unit } = data.sender;
  const kind = unitKind.safeParse(unit.kind).data ?? 'xa';
  const office = readOffice(deps.db);
  const known = deps.db.sqlite.prepare('select id from unit where id = ?').pluck().get(unit.id) as string | undefined;
  if (known !== undefined) return known;
  const named = office?.subordinates.find((each) => each.kind === kind && each.name === unit.name);
  if (named) return named.id;
  add({ id: unit.id, kind, name: unit.name, superiorId: office?.unit.id ?? null, validFrom: null, validTo: null });
  return unit.id;
}

type NewUnit = { id: string; kind: string; name: string; superiorId: string | null; validFrom: null; validTo: null };

class TooLong extends Error {}

async function* counted(stream: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) throw new TooLong();
    yield chunk;
  }
}
