/** The superior's answers to a received report: as its screen shows them, and as the verdict bundle that carries them back (AN1 to AN4). */

import { receivedBefore, rowAnswers, wholeAnswer } from '../../../db/queries/answers.ts';
import { keysOf } from '../../../db/queries/keys.ts';
import { readPeople } from '../../../db/queries/office.ts';
import type { readReceived } from '../../../db/queries/received.ts';
import { sentVerdicts } from '../../../db/queries/sent.ts';
import type { RowOf } from '../../../db/tables.ts';
import { verdictContent } from '../../../shared/answer/answer.ts';
import type { AnswersView } from '../../../shared/api/contract/answers.ts';
import { formatName, formatVersion, plainText, type ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import type { VerdictBundle } from '../../../shared/bundle/verdict-v1.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { checkCode, signedReceipt } from '../../bundles/receipt.ts';
import type { Actor, Deps } from '../core/deps.ts';
import { identityOf } from '../exchange/keys/identity.ts';
import { believedKeys } from '../exchange/keys/trust.ts';

import type { Outbound } from '../exchange/send-bundle.ts';
import { ownUnit } from '../office/own-unit.ts';

export type ReceivedReport = NonNullable<ReturnType<typeof readReceived>>;

export async function answersView(deps: Deps, received: ReceivedReport): Promise<AnswersView> {
  const rows = rowAnswers(deps.db, received.id);
  const whole = wholeAnswer(deps.db, received.id);
  const now = contentKey(received, rows, whole);
  return {
    state: received.state,
    superseded: received.superseded,
    rows: rows.map(({ taskId, verdict, words, revision }) => ({ taskId, verdict, words, revision })),
    whole: whole && {
      verdict: whole.verdict,
      words: whole.words,
      resubmitBy: whole.resubmitBy,
      revision: whole.revision,
    },
    earlier: earlierAnswers(deps, received),
    sent: sentVerdicts(deps.db, received.id).map((row, at) => {
      const { data } = row;
      return {
        id: row.id,
        sequence: row.sequence,
        verdict: data.whole.verdict,
        placeLabel: row.placeLabel,
        sentAt: row.sentAt,
        current: at === 0 && keyOf(data) === now,
      };
    }),
    receiver: receiverOf(deps, received),
    receipt: await receiptOf(deps, received),
  };
}

function receiverOf(deps: Deps, { unit }: ReceivedReport): AnswersView['receiver'] {
  const [key] = believedKeys(deps, unit.id);
  const name = officeName(unit);
  return { name, hasKey: key !== undefined, keyDigits: key?.fingerprint ?? null };
}

/** AN3: what was answered to the version before; a row the unit left as it was is told from one it wrote again. */
function earlierAnswers(deps: Deps, received: ReceivedReport): AnswersView['earlier'] {
  const before = receivedBefore(deps.db, received);
  if (!before) return [];
  const revisions = new Map(received.data.rows.map(({ taskId, revision }) => [taskId, revision]));
  return rowAnswers(deps.db, before.id).map(({ taskId, verdict, words, revisionSeen }) => ({
    taskId,
    verdict,
    words,
    changed: revisions.get(taskId) !== revisionSeen,
  }));
}

/** The code to read over the telephone: signed with the unit's key where it is known, else of the content alone. */
async function receiptOf(deps: Deps, received: ReceivedReport): Promise<AnswersView['receipt']> {
  const identity = await identityOf(deps.folder, deps.newId);
  const key = keysOf(deps.db, received.unitId).find((each) => each.fingerprint === received.fingerprint);
  const recipient = key?.card.encryptionRecipient ?? null;
  const code =
    key && recipient !== null
      ? signedReceipt({
          contentDigest: received.digest,
          ownIdentity: identity.encryption.identity,
          otherRecipient: recipient,
          receiverKey: identity.keys.publicKey,
          senderKey: key.card.signingKey,
        })
      : null;
  return code === null ? { code: checkCode(received.digest), signed: false } : { code, signed: true };
}

type Whole = RowOf<'wholeAnswer'> | null;

/** What makes two verdicts on one version the same answer. */
const contentKey = ({ data }: { data: ReportBundle }, rows: readonly RowOf<'rowAnswer'>[], whole: Whole): string => {
  const content = verdictContent(data, rows, whole);
  return JSON.stringify([content.verdict, content.words, content.resubmitBy, content.rows.map(answerOf)]);
};

const keyOf = ({ whole, rows }: VerdictBundle): string =>
  JSON.stringify([whole.verdict, whole.words, whole.resubmitBy, rows.map(answerOf)]);

const answerOf = ({ taskId, verdict, words }: VerdictBundle['rows'][number]) => [taskId, verdict, words];

/**
 * The verdict as it stands now. The same answer as the last one that left is that bundle again; a changed one replaces it. Null before
 * the office is set up.
 */
export async function outgoingVerdict(
  deps: Deps,
  actor: Actor,
  received: ReceivedReport,
): Promise<Outbound<VerdictBundle['bundle']> | null> {
  const unit = ownUnit(deps);
  if (!unit) return null;
  const { installationId } = await identityOf(deps.folder, deps.newId);
  const rows = rowAnswers(deps.db, received.id).map((row) => ({ ...row, words: plainText(row.words) }));
  const whole = wholeAnswer(deps.db, received.id);
  const [last] = sentVerdicts(deps.db, received.id);
  const lastData = last ? last.data : null;
  const key = contentKey(received, rows, whole);
  const again = lastData && keyOf(lastData) === key ? lastData : null;
  const by = readPeople(deps.db).find((person) => person.id === actor.personId)?.name ?? '';
  const content = verdictContent(received.data, rows, whole);
  const { data } = received;
  const made = (head: VerdictBundle['bundle']): VerdictBundle => {
    if (again && head.id === again.bundle.id) return again;
    return {
      format: { name: formatName, version: formatVersion },
      bundle: head,
      sender: { installationId, unit },
      receiver: { unitId: data.sender.unit.id, name: bundleUnitName(data.sender.unit) },
      window: { key: data.window.key, label: data.window.label },
      answers: {
        bundleId: data.bundle.id,
        contentDigest: received.digest,
        installationId: data.sender.installationId,
        sequence: data.bundle.sequence,
        reportId: data.report.id,
        reportVersion: data.report.version,
        title: data.report.title,
      },
      whole: {
        verdict: content.verdict,
        words: plainText(content.words),
        receivedAt: new Date(received.receivedAt).toISOString(),
        resubmitBy: content.resubmitBy,
        by: { name: plainText(by), post: '' },
      },
      rows: content.rows,
    };
  };
  return {
    key: `verdict ${received.id} ${key}`,
    sent: again && last ? { head: again.bundle, digest: last.digest } : null,
    newHead: ({ sequence, previous }) => ({
      id: deps.newId(),
      kind: 'verdict',
      purpose: last ? 'replacement' : 'new',
      replaces: lastData?.bundle.id ?? null,
      sequence,
      previous,
      createdAt: new Date(deps.clock()).toISOString(),
    }),
    bundle: (head) => ({
      data: made(head),
      files: [],
      documents: [],
      fileName: `tra-loi-${data.window.key}-${dateInVietnam(deps.clock())}-so-${head.sequence}.zip`,
    }),
  };
}
