/** A frozen report and a recall as bundles: what is in them, under which head. The same content is always made from the same head. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { blobPath } from '../../../db/blobs.ts';
import { recalledIds, sentOfReport } from '../../../db/queries/sent.ts';
import type { RowOf } from '../../../db/tables.ts';
import { carry, carryable } from '../../../shared/bundle/carry.ts';
import { formatName, formatVersion, plainText } from '../../../shared/bundle/fields-v1.ts';
import type { ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import type { RecallBundle } from '../../../shared/bundle/recall-v1.ts';
import type { Deps } from '../core/deps.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { ownSuperior, ownUnit } from '../office/own-unit.ts';
import { frozenOf } from '../report/frozen-report.ts';
import { reportMaterial } from '../report/report-material.ts';
import { reportRow } from '../report/report-row.ts';
import { wordName } from '../report/report-word.ts';
import { identityOf } from './keys/identity.ts';
import type { Outbound } from './send-bundle.ts';

const wordPath = 'data/bao-cao.docx';

type SentRow = RowOf<'sentBundle'>;

const sameChoice = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The choice as it is kept: null where it is the frozen report's own. */
function normalChoice(report: RowOf<'report'>, carried: readonly string[] | null): string[] | null {
  if (carried === null) return null;
  const files = carryable(frozenOf(report).data.evidence);
  const chosen = files.filter(({ id }) => carried.includes(id)).map(({ id }) => id);
  const usual = files.filter(({ sensitive }) => !sensitive).map(({ id }) => id);
  return chosen.length === usual.length && usual.every((id) => chosen.includes(id)) ? null : chosen.sort();
}

export type OutgoingReport = { outbound: Outbound<ReportBundle['bundle']>; carried: string[] | null };

/**
 * The bundle of a frozen report. The same version with the same files is the same bundle again, unless it was withdrawn meanwhile; anything
 * else replaces the last one sent of this report.
 */
export async function outgoingReport(
  deps: Deps,
  report: RowOf<'report'>,
  asked: readonly string[] | null,
): Promise<OutgoingReport | Refusal> {
  const unit = ownUnit(deps);
  const material = reportMaterial(deps, report);
  if (!unit || !material) return refuse('khong-tim-thay');
  if (report.status !== 'frozen' || report.docxSha256 === null) return refuse('chua-chot');
  const { docxSha256 } = report;
  const word = await readFile(blobPath(deps.folder, docxSha256)).catch(() => null);
  if (word === null) return refuse('mat-minh-chung');
  const { installationId } = await identityOf(deps.folder, deps.newId);
  const { data } = frozenOf(report);
  const carried = normalChoice(report, asked);
  const evidence = carry(data.evidence, carried === null ? null : new Set(carried));
  const earlier = sentOfReport(deps.db, report.id);
  const recalled = recalledIds(deps.db);
  const same = earlier.find(
    (row) => row.reportVersion === report.version && sameChoice(row.carried, carried) && !recalled.has(row.head.id),
  );
  const replaced = earlier[0]?.head.id ?? null;
  const outbound: OutgoingReport['outbound'] = {
    key: JSON.stringify(['report', report.id, report.version, carried, recalled.size]),
    sent: same ? { head: same.head, digest: same.digest } : null,
    newHead: (next) => ({
      id: deps.newId(),
      kind: 'report',
      purpose: replaced === null ? 'new' : 'replacement',
      replaces: replaced,
      ...next,
      createdAt: new Date(deps.clock()).toISOString(),
    }),
    bundle: (head) => ({
      fileName: `${wordName(material)}-so-${head.sequence}.zip`,
      data: {
        format: { name: formatName, version: formatVersion },
        bundle: head,
        sender: { installationId, unit },
        receiver: { name: ownSuperior(deps)?.officeName ?? '' },
        ...data,
        evidence,
        report: { ...data.report, docx: { path: wordPath, sha256: docxSha256, bytes: word.length } },
      },
      files: evidence.flatMap(({ path, sha256, bytes }) =>
        path === null || sha256 === null || bytes === null
          ? []
          : [{ path, sha256, bytes, source: blobPath(deps.folder, sha256) }],
      ),
      documents: [{ path: wordPath, content: word }],
    }),
  };
  return { outbound, carried };
}

/** The same content as a bundle that was sent. Refused where the report was opened again since: its old words are not kept as a bundle. */
export async function outgoingAgain(deps: Deps, sent: SentRow): Promise<OutgoingReport | Refusal> {
  const report = reportRow(deps, sent.reportId);
  if (report?.status !== 'frozen' || report.version !== sent.reportVersion) return refuse('khong-gui-lai');
  const made = await outgoingReport(deps, report, sent.carried ?? null);
  if (isRefusal(made)) return made;
  return { ...made, outbound: { ...made.outbound, sent: { head: sent.head, digest: sent.digest } } };
}

export type RecallWords = { reason: string; by: string; number: string };

/** A recall of a bundle that was sent. It says which content it withdraws, so that nobody withdraws another one. */
export async function outgoingRecall(
  deps: Deps,
  sent: SentRow,
  words: RecallWords,
): Promise<Outbound<RecallBundle['bundle']> | Refusal> {
  const unit = ownUnit(deps);
  const report = reportRow(deps, sent.reportId);
  const material = report && reportMaterial(deps, report);
  if (!unit || !report || !material) return refuse('khong-tim-thay');
  const { installationId } = await identityOf(deps.folder, deps.newId);
  const { window } = material;
  return {
    key: JSON.stringify(['recall', sent.head.id, words]),
    sent: null,
    newHead: (next) => ({
      id: deps.newId(),
      kind: 'recall',
      purpose: 'recall',
      replaces: sent.head.id,
      ...next,
      createdAt: new Date(deps.clock()).toISOString(),
    }),
    bundle: (head) => ({
      fileName: `${wordName(material)}-thu-hoi-so-${head.sequence}.zip`,
      data: {
        format: { name: formatName, version: formatVersion },
        bundle: head,
        sender: { installationId, unit },
        receiver: { name: ownSuperior(deps)?.officeName ?? '' },
        window: { key: window.key, label: window.label },
        recall: {
          contentDigest: sent.digest,
          reportId: sent.reportId,
          reportVersion: sent.reportVersion,
          title: plainText(report.title),
          reason: plainText(words.reason),
          number: plainText(words.number),
          date: '',
          by: { name: plainText(words.by), post: '' },
        },
      },
      files: [],
      documents: [],
    }),
  };
}

/** Size of what travels whatever proof is chosen: the Word file and the data. */
export function baseBytes(deps: Deps, report: RowOf<'report'>): number {
  const word =
    report.docxSha256 === null ? null : statSync(blobPath(deps.folder, report.docxSha256), { throwIfNoEntry: false });
  return (word?.size ?? 0) + 3 * JSON.stringify(frozenOf(report).data).length;
}
