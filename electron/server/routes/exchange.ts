/** Sending: the bundle of a frozen report, written to a place, read back, and entered in the ledger. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { desc, eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import { blobPath } from '../../../db/blobs.ts';
import { readOffice } from '../../../db/queries/office.ts';
import * as schema from '../../../db/schema/index.ts';
import type { NewRowOf, RowOf } from '../../../db/tables.ts';
import type { SentView } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { type ProblemCode, problems } from '../../../shared/api/problems.ts';
import { formatName, formatVersion, type ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { officeName, type UnitKind, unitName } from '../../../shared/office/unit.ts';
import type { WriteBundleInput, WriteProblem } from '../../bundles/write-bundle.ts';
import { writeBundleFile } from '../../work/tasks.ts';
import { type Actor, act, type Deps } from '../deps.ts';
import { frozenOf } from '../frozen-report.ts';
import { identityOf, unitCardOf } from '../identity.ts';
import { freeBytes, type Place } from '../places.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { reportMaterial } from '../report-facts.ts';
import { implement, type ServerEnv } from '../serve.ts';
import { reportRow, wordName } from './reports.ts';

const wordPath = 'data/bao-cao.docx';

export function exchangeRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reports } = contract;

  implement(app, deps, reports.places, async () => ({
    places: await Promise.all(
      deps.places
        .list()
        .map(async ({ id, label, removable, path }) => ({ id, label, removable, freeBytes: await freeBytes(path) })),
    ),
  }));

  implement(app, deps, reports.exportSize, ({ params }) => {
    const report = reportRow(deps, params.id);
    if (!report) return refuse('khong-tim-thay');
    if (report.status !== 'frozen' || report.docxSha256 === null) return refuse('chua-chot');
    const { evidence } = frozenOf(report).data;
    const files = evidence.filter((proof) => proof.path !== null);
    const word = statSync(blobPath(deps.folder, report.docxSha256), { throwIfNoEntry: false })?.size ?? 0;
    return {
      files: files.length,
      bytes: files.reduce((sum, proof) => sum + (proof.bytes ?? 0), word),
      leftOut: evidence.filter((proof) => proof.withheld !== null).length,
    };
  });

  implement(app, deps, reports.exportBundle, ({ body, actor }) => {
    const report = reportRow(deps, body.reportId);
    if (!report) return refuse('khong-tim-thay');
    if (report.status !== 'frozen') return refuse('chua-chot');
    const place = deps.places.find(body);
    if (!place) return refuse('khong-co-noi');
    return deps.jobs.start(
      { kind: 'export', label: `Xuất gói ${report.title}`, unit: 'bytes', total: 0 },
      async (control) => {
        const prepared = await prepare(deps, report, place);
        if (isRefusal(prepared)) return prepared;
        const phases = { writing: 'đang ghi', checking: 'đang đọc lại để kiểm tra' };
        const written = await writeBundleFile(prepared.input, {
          signal: control.signal,
          progress: (phase, done, total) =>
            control.progress(phases[phase as keyof typeof phases] ?? phase, done, total),
        });
        if (!written.ok) return writeRefusal(written.error);
        const { fileName, bytes, contentDigest: digest } = written.value;
        return sentView(
          deps,
          enter(deps, actor, {
            ...prepared.entry,
            fileName,
            placeLabel: place.label,
            bytes,
            digest,
          }),
        );
      },
    );
  });

  implement(app, deps, reports.sent, () => ({
    sent: deps.db.orm
      .select()
      .from(schema.sentBundle)
      .orderBy(desc(schema.sentBundle.sentAt))
      .all()
      .map((row) => sentView(deps, row)),
  }));
}

type LedgerEntry = Pick<NewRowOf<'sentBundle'>, 'reportId' | 'reportVersion' | 'purpose' | 'head' | 'sequence'>;

async function prepare(
  deps: Deps,
  report: RowOf<'report'>,
  place: Place,
): Promise<{ input: WriteBundleInput; entry: LedgerEntry } | Refusal> {
  const material = reportMaterial(deps, report);
  const record = readOffice(deps.db);
  if (!material || !record || report.docxSha256 === null) return refuse('khong-tim-thay');
  const word = await readFile(blobPath(deps.folder, report.docxSha256)).catch(() => null);
  if (word === null) return refuse('mat-minh-chung');
  const identity = await identityOf(deps.folder, deps.newId);
  const { data } = frozenOf(report);
  const head = bundleHead(deps, report);
  const { superior } = record;
  const unit = {
    id: record.unit.id,
    kind: record.unit.kind,
    name: record.unit.name,
    superiorName: superior ? unitName({ kind: superior.kind as UnitKind, name: superior.name }) : '',
  };
  const bundle: ReportBundle = {
    format: { name: formatName, version: formatVersion },
    bundle: head,
    sender: { installationId: identity.installationId, unit },
    receiver: { name: superior ? officeName({ kind: superior.kind as UnitKind, name: superior.name }) : '' },
    ...data,
    report: { ...data.report, docx: { path: wordPath, sha256: report.docxSha256, bytes: word.length } },
  };
  const files = data.evidence.flatMap(({ path, sha256, bytes }) =>
    path === null || sha256 === null || bytes === null
      ? []
      : [{ path, sha256, bytes, source: blobPath(deps.folder, sha256) }],
  );
  const input: WriteBundleInput = {
    folder: place.path,
    fileName: `${wordName(material)}-so-${head.sequence}.zip`,
    data: bundle,
    files,
    documents: [{ path: wordPath, content: word }],
    keys: identity.keys,
    card: unitCardOf(identity, unit),
  };
  return {
    input,
    entry: { reportId: report.id, reportVersion: report.version, purpose: head.purpose, head, sequence: head.sequence },
  };
}

/** The same version sent again is the same bundle; a newer version replaces the last one sent of this report. */
function bundleHead(deps: Deps, report: RowOf<'report'>): ReportBundle['bundle'] {
  const { sentBundle } = schema;
  const earlier = deps.db.orm
    .select()
    .from(sentBundle)
    .where(eq(sentBundle.reportId, report.id))
    .orderBy(desc(sentBundle.sequence))
    .all();
  const same = earlier.find((row) => row.reportVersion === report.version);
  if (same) return same.head;
  const last = deps.db.orm.select().from(sentBundle).orderBy(desc(sentBundle.sequence)).limit(1).get();
  const replaced = earlier[0];
  return {
    id: deps.newId(),
    kind: 'report',
    purpose: replaced ? 'replacement' : 'new',
    replaces: replaced?.head.id ?? null,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.digest ?? null,
    createdAt: new Date(deps.clock()).toISOString(),
  };
}

function enter(deps: Deps, actor: Actor, entry: Omit<NewRowOf<'sentBundle'>, 'id' | 'sentAt'>): RowOf<'sentBundle'> {
  const sentAt = deps.clock();
  return act(
    deps,
    actor,
    'bundle.send',
    `Xuất gói ${entry.fileName}`,
    (batch) => batch.insert('sentBundle', { ...entry, id: deps.newId(), sentAt }),
    false,
  ).value;
}

function sentView(deps: Deps, row: RowOf<'sentBundle'>): SentView {
  const report = reportRow(deps, row.reportId);
  const window = deps.db.sqlite
    .prepare('select label from reporting_window where id = ?')
    .pluck()
    .get(report?.windowId ?? '') as string | undefined;
  const { id, reportId, sequence, fileName, placeLabel, bytes, digest, sentAt } = row;
  return {
    id,
    reportId,
    reportTitle: report?.title ?? '',
    windowLabel: window ?? '',
    sequence,
    fileName,
    placeLabel,
    bytes,
    sha256: digest,
    sentAt,
  };
}

/** The writer's own sentence names the file; the code keeps its meaning where the program's list knows it. */
const writeRefusal = ({ code, message }: WriteProblem): Refusal =>
  refuse(code in problems ? (code as ProblemCode) : 'khong-ghi-duoc', undefined, message);
