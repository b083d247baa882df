/** A receipt code that was read over the telephone: marks exactly the version it was made for (AN8). */
import { keysOf } from '../../../db/queries/keys.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { titledReports } from '../../../db/queries/reports.ts';
import { sentBundles } from '../../../db/queries/sent.ts';
import type { answersContract } from '../../../shared/api/contract/answers.ts';
import type { AnswerOf } from '../../../shared/api/endpoint.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import { recogniseReceipt } from '../../bundles/receipt.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { identityOf } from './keys/identity.ts';

type Marked = AnswerOf<typeof answersContract.receipt>;

/** Every key of the superior counts that was not refused: a code made before a key was replaced is still true. */
export async function markReceipt(deps: Deps, actor: Actor, typed: string): Promise<Marked | Refusal> {
  const superior = readOffice(deps.db)?.superior;
  // The oldest first: of a bundle that was written twice the first file bears the mark.
  const sent = sentBundles(deps.db).toReversed();
  const identity = await identityOf(deps.folder, deps.newId);
  const keys = superior ? keysOf(deps.db, superior.id).filter(({ standing }) => standing !== 'tu-choi') : [];
  const found = recogniseReceipt({
    typed,
    sent: [...new Set(sent.map(({ digest }) => digest))],
    receivers: keys.map(({ card }) => card),
    own: { identity: identity.encryption.identity, signingKey: identity.keys.publicKey },
  });
  if (!found.ok) return refuse('ma-khong-dung', { code: found.error.code }, found.error.message);
  const row = sent.find(({ digest }) => digest === found.value.contentDigest);
  if (!row) throw new Error('a receipt of nothing that was sent');
  const { receiver } = found.value;
  const card = receiver && keys.find((key) => key.card.signingKey.x === receiver.signingKey.x)?.card;
  // The same bundle may have been written more than once; its receipt is marked once.
  const isNew = !sent.some(({ digest, receiptAt }) => digest === row.digest && receiptAt !== null);
  if (isNew)
    act(deps, actor, 'bundle.receipt', `Ghi biên nhận gói số ${row.sequence}`, (batch) =>
      batch.update('sentBundle', row.id, null, { receipt: typed.trim(), receiptAt: deps.clock() }),
    );
  const about = titledReports(deps.db).find(({ id }) => id === row.reportId);
  return {
    sentId: row.id,
    reportTitle: about?.title ?? '',
    windowLabel: about?.label ?? '',
    reportVersion: row.reportVersion,
    fromUnit: card ? bundleUnitName(card.unit) : null,
    isNew,
  };
}
