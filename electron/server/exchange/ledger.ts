/** Everything that left and came in, newest first, each with the state it has reached. Nothing is ever taken out of it. */

import { verdictsByContent } from '../../../db/queries/answers.ts';
import type { ArrivalRow } from '../../../db/queries/arrivals.ts';
import { listUnits } from '../../../db/queries/office.ts';
import { titledReports } from '../../../db/queries/reports.ts';
import { allOutgoing, recalledIds, receiptsOfSent, sentBundles } from '../../../db/queries/sent.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { problems } from '../../../shared/api/problems.ts';
import { type BundleKind, bundleKinds } from '../../../shared/bundle/kind-names.ts';
import { unitName } from '../../../shared/office/unit.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { ownSuperior } from '../office/own-unit.ts';
import { incomingKind } from './incoming/kinds/table.ts';
import type { BundleHead, Sending, WrittenBundle } from './send-bundle.ts';

export function ledger(deps: Deps): LedgerEntry[] {
  const facts = factsOf(deps);
  const sent = sentBundles(deps.db);
  return [
    ...sent.map((row) => sentEntry(facts, row, sent)),
    ...allOutgoing(deps.db).map((row) => outgoingEntry(facts, row)),
    ...arrivals(deps, facts),
  ].sort((a, b) => b.at - a.at || b.sequence - a.sequence);
}

/** One report that was sent, as the ledger shows it. */
export const sentEntryOf = (deps: Deps, row: RowOf<'sentBundle'>): LedgerEntry =>
  sentEntry(factsOf(deps), row, sentBundles(deps.db));

type Facts = ReturnType<typeof factsOf>;

function factsOf(deps: Deps) {
  const { db } = deps;
  return {
    reports: new Map(titledReports(db).map((row) => [row.id, row])),
    /** By the content that was answered: the same version sent anew after a recall has not been answered yet. */
    verdicts: verdictsByContent(db),
    /** The same bundle written twice is one bundle; a receipt of it is a receipt of both files. */
    receipts: receiptsOfSent(db),
    recalled: recalledIds(db),
    superior: ownSuperior(deps)?.officeName ?? '',
    units: new Map(listUnits(db).map((row) => [row.id, unitName(row)])),
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
  const { data } = row;
  return {
    ...same,
    id: row.id,
    way: 'di',
    kind: row.kind,
    purpose: row.kind === 'recall' ? 'recall' : row.head.purpose === 'replacement' ? 'replacement' : 'new',
    title: data.recall?.title ?? data.answers?.title ?? data.plan?.title ?? '',
    unitName: row.unitId === null ? toAll(row, data.receiver?.name) : (facts.units.get(row.unitId) ?? ''),
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

const arrivals = (deps: Deps, facts: Facts): LedgerEntry[] =>
  bundleKinds.flatMap((kind) =>
    incomingKind(kind)
      .arrivals(deps)
      .map((row) => arrivalEntry(facts, kind, row)),
  );

function arrivalEntry(facts: Facts, kind: BundleKind, { digest, unitId, superseded, ...row }: ArrivalRow): LedgerEntry {
  return {
    ...same,
    ...row,
    way: 'den',
    kind,
    purpose: kind === 'recall' ? 'recall' : 'new',
    unitName: facts.units.get(unitId) ?? '',
    placeLabel: '',
    sha256: digest,
    state: arrivalState(row.state, superseded),
    receivedId: kind === 'report' ? row.id : null,
    noResend: '',
  };
}

function arrivalState(state: string, superseded: boolean): LedgerEntry['state'] {
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
  { head, fileName, bytes, digest }: WrittenBundle<H>,
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
  written: WrittenBundle<BundleHead>,
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
