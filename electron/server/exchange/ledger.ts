/** Everything that left and came in, newest first, each with the state it has reached. Nothing is ever taken out of it. */
import { desc } from 'drizzle-orm';
import * as schema from '../../../db/schema/index.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { problems } from '../../../shared/api/problems.ts';
import { type UnitKind, unitName } from '../../../shared/office/unit.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { ownSuperior } from '../office/own-unit.ts';
import { recalledIds } from './outgoing-report.ts';
import type { BundleHead, Sending, Written } from './send-bundle.ts';

export function ledger(deps: Deps): LedgerEntry[] {
  const facts = factsOf(deps);
  const { orm } = deps.db;
  const sent = orm.select().from(schema.sentBundle).orderBy(desc(schema.sentBundle.sentAt)).all();
  return [
    ...sent.map((row) => sentEntry(facts, row, sent)),
    ...orm
      .select()
      .from(schema.outgoing)
      .all()
      .map((row) => outgoingEntry(facts, row)),
    ...cameIn(deps, facts),
  ].sort((a, b) => b.at - a.at || b.sequence - a.sequence);
}

/** One report that was sent, as the ledger shows it. */
export const sentEntryOf = (deps: Deps, row: RowOf<'sentBundle'>): LedgerEntry =>
  sentEntry(factsOf(deps), row, deps.db.orm.select().from(schema.sentBundle).all());

type Facts = ReturnType<typeof factsOf>;

function factsOf(deps: Deps) {
  const { sqlite, orm } = deps.db;
  const reports = sqlite
    .prepare(
      `select r.id, r.title, r.status, r.version, w.label from report r join reporting_window w on w.id = r.window_id`,
    )
    .all() as { id: string; title: string; status: string; version: number; label: string }[];
  const verdicts = sqlite
    .prepare(
      `select json_extract(data, '$.answers.contentDigest') as answers, verdict from received_verdict where superseded = 0`,
    )
    .all() as { answers: string; verdict: string }[];
  const receipts = sqlite
    .prepare('select digest, min(receipt_at) as at from sent_bundle where receipt_at is not null group by digest')
    .all() as { digest: string; at: number }[];
  return {
    reports: new Map(reports.map((row) => [row.id, row])),
    /** By the content that was answered: the same version sent anew after a recall has not been answered yet. */
    verdicts: new Map(verdicts.map((row) => [row.answers, row.verdict])),
    /** The same bundle written twice is one bundle; a receipt of it is a receipt of both files. */
    receipts: new Map(receipts.map((row) => [row.digest, row.at])),
    recalled: recalledIds(deps),
    superior: ownSuperior(deps)?.officeName ?? '',
    units: new Map(
      orm
        .select()
        .from(schema.unit)
        .all()
        .map((row) => [row.id, unitName({ kind: row.kind as UnitKind, name: row.name })]),
    ),
  };
}

const same = {
  purpose: 'new',
  windowLabel: '',
  encryptedTo: null,
  parts: 1,
  receiptAt: null,
  reportId: null,
  receivedId: null,
  noResend: null,
  canRecall: false,
  reason: '',
} as const;

function sentEntry(facts: Facts, row: RowOf<'sentBundle'>, all: readonly RowOf<'sentBundle'>[]): LedgerEntry {
  const report = facts.reports.get(row.reportId);
  const kept = report?.status === 'frozen' && report.version === row.reportVersion;
  const recalled = facts.recalled.has(row.head.id);
  const replaced = all.some((each) => each.reportId === row.reportId && each.sequence > row.sequence);
  const receiptAt = facts.receipts.get(row.digest) ?? null;
  return {
    ...same,
    id: row.id,
    way: 'di',
    kind: 'report',
    purpose: row.head.purpose,
    title: report?.title ?? '',
    unitName: facts.superior,
    windowLabel: report?.label ?? '',
    sequence: row.sequence,
    fileName: row.fileName,
    placeLabel: row.placeLabel,
    bytes: row.bytes,
    sha256: row.digest,
    at: row.sentAt,
    state: recalled ? 'thu-hoi' : replaced ? 'da-thay' : answerState(facts.verdicts.get(row.digest), receiptAt),
    encryptedTo: row.encryptedTo,
    parts: row.parts,
    receiptAt,
    reportId: row.reportId,
    noResend: recalled ? problems['khong-thu-hoi'].message : kept ? null : problems['khong-gui-lai'].message,
    canRecall: !recalled && !replaced,
  };
}

/** What the superior said of this content: its verdict, else that the receipt code was read out, else nothing yet. */
function answerState(verdict: string | undefined, receiptAt: number | null): LedgerEntry['state'] {
  if (verdict === 'tra-lai' || verdict === 'chap-nhan') return verdict;
  return verdict !== undefined || receiptAt !== null ? 'da-nhan' : 'da-gui';
}

function outgoingEntry(facts: Facts, row: RowOf<'outgoing'>): LedgerEntry {
  const data = row.data as { window?: { label?: string }; recall?: { title?: string; reason?: string } };
  const titled = row.data as { answers?: { title?: string }; plan?: { title?: string }; receiver?: { name?: string } };
  return {
    ...same,
    id: row.id,
    way: 'di',
    kind: row.kind,
    purpose: row.kind === 'recall' ? 'recall' : row.head.purpose === 'replacement' ? 'replacement' : 'new',
    title: data.recall?.title ?? titled.answers?.title ?? titled.plan?.title ?? '',
    unitName: row.unitId === null ? toAll(row, titled.receiver?.name) : (facts.units.get(row.unitId) ?? ''),
    windowLabel: data.window?.label ?? '',
    sequence: row.sequence,
    fileName: row.fileName,
    placeLabel: row.placeLabel,
    bytes: row.bytes,
    sha256: row.digest,
    at: row.sentAt,
    state: 'da-gui',
    reason: data.recall?.reason ?? '',
    noResend: row.kind === 'recall' ? null : '',
  };
}

/** A plan for every unit alike has no unit; its bundle says so in words. */
const toAll = ({ kind }: RowOf<'outgoing'>, name = ''): string => (kind === 'plan' ? name : '');

function cameIn(deps: Deps, facts: Facts): LedgerEntry[] {
  const { sqlite } = deps.db;
  type In = {
    id: string;
    kind: LedgerEntry['kind'];
    unitId: string;
    title: string;
    label: string;
    sequence: number;
    fileName: string;
    bytes: number;
    digest: string;
    at: number;
    state: string;
    superseded: number;
    reason: string;
  };
  const rows = sqlite
    .prepare(
      `select id, 'report' as kind, unit_id as unitId, 'Báo cáo ' || window_label as title, window_label as label, sequence,
         file_name as fileName, bytes, digest, received_at as at, state, superseded, '' as reason from received_report
       union all select id, 'recall', unit_id, title, window_label, sequence, '', 0, digest, received_at, 'thu-hoi', 0, reason
         from received_recall
       union all select id, 'verdict', unit_id, coalesce(json_extract(data, '$.answers.title'), ''),
         coalesce(json_extract(data, '$.window.label'), ''), sequence, '', 0, digest, received_at, verdict, superseded, '' from received_verdict
       union all select id, 'plan', unit_id, title, '', sequence, '', 0, digest, received_at, 'moi-nhan', superseded, '' from superior_plan`,
    )
    .all() as In[];
  return rows.map((row) => ({
    ...same,
    id: row.id,
    way: 'den' as const,
    kind: row.kind,
    purpose: row.kind === 'recall' ? ('recall' as const) : ('new' as const),
    title: row.title ?? '',
    unitName: facts.units.get(row.unitId) ?? '',
    windowLabel: row.label,
    sequence: row.sequence,
    fileName: row.fileName,
    placeLabel: '',
    bytes: row.bytes,
    sha256: row.digest,
    at: row.at,
    state: inState(row.state, row.superseded === 1),
    receivedId: row.kind === 'report' ? row.id : null,
    noResend: '',
    reason: row.reason,
  }));
}

function inState(state: string, superseded: boolean): LedgerEntry['state'] {
  if (state === 'thu-hoi') return 'thu-hoi';
  if (superseded) return 'da-thay';
  if (state === 'tra-lai' || state === 'chap-nhan') return state;
  return state === 'da-nhan' ? 'da-nhan' : 'moi-nhan';
}

type Left = Pick<RowOf<'outgoing'>, 'kind' | 'subjectId' | 'unitId' | 'data'>;

/** What is kept of every bundle that was written, whatever it carries. */
export const entryOfWritten = <H extends BundleHead>(
  deps: Deps,
  { place }: Sending,
  { head, fileName, bytes, digest }: Written<H>,
) => ({
  id: deps.newId(),
  head,
  sequence: head.sequence,
  fileName,
  placeLabel: place.label,
  bytes,
  digest,
  sentAt: deps.clock(),
});

/** Enters a recall, a verdict or a plan that was written. What left cannot be taken back by undo. */
export function keepOutgoing(
  deps: Deps,
  actor: Actor,
  left: Left,
  way: Sending,
  written: Written<BundleHead>,
): LedgerEntry {
  const { fileName } = written;
  const [action, label] =
    left.kind === 'recall'
      ? ['bundle.recall', `Xuất gói thu hồi ${fileName}`]
      : ['bundle.send', `Xuất gói ${fileName}`];
  const kept = entryOfWritten(deps, way, written);
  const row = { ...kept, ...left, head: { ...kept.head } };
  const { value } = act(deps, actor, action, label, (batch) => batch.insert('outgoing', row), false);
  return outgoingEntry(factsOf(deps), value);
}
