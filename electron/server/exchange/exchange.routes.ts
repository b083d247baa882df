/** Sending: the bundle of a frozen report or of a recall, written to a place, read back, and entered in the ledger. */
import type { Hono } from 'hono';
import { readSentBundle, readSentRecall, recalledIds } from '../../../db/queries/sent.ts';
import type { RowOf } from '../../../db/tables.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { SendingWay } from '../../../shared/api/contract/sending.ts';
import { carryable } from '../../../shared/bundle/carry.ts';
import type { RecallBundle } from '../../../shared/bundle/recall-v1.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import type { JobControl } from '../core/jobs.ts';
import { freeBytes } from '../core/places.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { ownSuperior } from '../office/own-unit.ts';
import { frozenOf } from '../report/frozen-report.ts';
import { reportRow } from '../report/report-row.ts';
import { believedKeys } from './keys/trust.ts';
import { entryOfWritten, keepOutgoing, ledger, sentEntryOf } from './ledger.ts';
import type { OutgoingReport } from './outgoing-report.ts';
import { baseBytes, outgoingAgain, outgoingRecall, outgoingReport } from './outgoing-report.ts';
import { type Outbound, type Sending, sendBundle, sendingOf, type WrittenBundle } from './send-bundle.ts';

export function exchangeRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reports, sending } = contract;

  implement(app, deps, reports.places, async () => ({
    places: await Promise.all(
      deps.places
        .list()
        .map(async ({ id, label, removable, path }) => ({ id, label, removable, freeBytes: await freeBytes(path) })),
    ),
  }));

  implement(app, deps, sending.exportSize, ({ params }) => {
    const report = reportRow(deps, params.id);
    if (!report) return refuse('khong-tim-thay');
    if (report.status !== 'frozen') return refuse('chua-chot');
    const items = carryable(frozenOf(report).data.evidence);
    const usual = items.filter(({ sensitive }) => !sensitive);
    const base = baseBytes(deps, report);
    const superior = ownSuperior(deps);
    const [key] = superior ? believedKeys(deps, superior.id) : [];
    return {
      files: usual.length,
      bytes: usual.reduce((sum, { bytes }) => sum + bytes, base),
      leftOut: items.length - usual.length,
      baseBytes: base,
      items,
      receiver: superior && {
        name: superior.officeName,
        hasKey: key !== undefined,
        keyDigits: key?.fingerprint ?? null,
      },
    };
  });

  const startReport = (label: string, way: Sending, actor: Actor, report: RowOf<'report'>, made: OutgoingReport) =>
    deps.jobs.start({ kind: 'export', label, unit: 'bytes', total: 0 }, (control) =>
      sendBundle(deps, control, made.outbound, way, (written) =>
        sentEntryOf(deps, enterReport(deps, actor, report, made, way, written)),
      ),
    );

  implement(app, deps, sending.exportBundle, async ({ body, actor }) => {
    const report = reportRow(deps, body.reportId);
    if (!report) return refuse('khong-tim-thay');
    const way = wayOf(deps, body);
    if (isRefusal(way)) return way;
    const made = await outgoingReport(deps, report, body.carried ?? null);
    return isRefusal(made) ? made : startReport(`Xuất gói ${report.title}`, way, actor, report, made);
  });

  implement(app, deps, sending.resend, async ({ params, body, actor }) => {
    const sent = readSentBundle(deps.db, params.id);
    const report = sent && reportRow(deps, sent.reportId);
    const way = wayOf(deps, body);
    if (isRefusal(way)) return way;
    if (sent && report) {
      const made = await outgoingAgain(deps, sent);
      return isRefusal(made) ? made : startReport(`Gửi lại gói ${report.title}`, way, actor, report, made);
    }
    const recall = readSentRecall(deps.db, params.id);
    const withdrawn = recall && readSentBundle(deps.db, recall.subjectId);
    if (!recall || !withdrawn) return refuse('khong-tim-thay');
    const { data } = recall;
    const { reason, number, by } = data.recall;
    const made = await outgoingRecall(deps, withdrawn, { reason, number, by: by.name });
    if (isRefusal(made)) return made;
    // The data as they were sent, not as they would be made today: the content must be the same.
    const again = {
      ...made,
      sent: { head: data.bundle, digest: recall.digest },
      bundle: (head: RecallBundle['bundle']) =>
        head.id === data.bundle.id ? { ...made.bundle(head), data } : made.bundle(head),
    };
    return startRecall('Gửi lại gói thu hồi', deps, actor, again, withdrawn.id, way);
  });

  implement(app, deps, sending.recall, async ({ params, body, actor }) => {
    const sent = readSentBundle(deps.db, params.id);
    if (!sent) return refuse('khong-tim-thay');
    if (recalledIds(deps.db).has(sent.head.id)) return refuse('khong-thu-hoi');
    const way = wayOf(deps, body);
    if (isRefusal(way)) return way;
    const words = { reason: body.reason, by: body.by ?? '', number: body.number ?? '' };
    const made = await outgoingRecall(deps, sent, words);
    if (isRefusal(made)) return made;
    return startRecall('Xuất gói thu hồi', deps, actor, made, sent.id, way);
  });

  implement(app, deps, sending.ledger, () => ({ entries: ledger(deps) }));
}

function startRecall(
  label: string,
  deps: Deps,
  actor: Actor,
  made: Outbound<RecallBundle['bundle']>,
  sentId: string,
  way: Sending,
) {
  const unitId = ownSuperior(deps)?.id ?? null;
  return deps.jobs.start({ kind: 'export', label, unit: 'bytes', total: 0 }, (control: JobControl) =>
    sendBundle(deps, control, made, way, (written) =>
      keepOutgoing(deps, actor, { kind: 'recall', subjectId: sentId, unitId, data: written.data }, way, written),
    ),
  );
}

/** Reports and recalls go to the superior. */
const wayOf = (deps: Deps, body: SendingWay): Sending | Refusal => sendingOf(deps, ownSuperior(deps)?.id ?? null, body);

function enterReport(
  deps: Deps,
  actor: Actor,
  report: RowOf<'report'>,
  { carried }: OutgoingReport,
  way: Sending,
  written: WrittenBundle<RowOf<'sentBundle'>['head']>,
): RowOf<'sentBundle'> {
  const { head, encryptedTo, parts } = written;
  const row = {
    ...entryOfWritten(deps, way, written),
    reportId: report.id,
    reportVersion: report.version,
    purpose: head.purpose,
    encryptedTo,
    parts,
    carried,
  };
  const label = `Xuất gói ${written.fileName}`;
  return act(deps, actor, 'bundle.send', label, (batch) => batch.insert('sentBundle', row), false).value;
}
