/** The person's yes: the key as they decided, the evidence into the store, the records in one act. Repeating it changes nothing. */

import { settle } from '../../../../db/blobs.ts';
import { keysOf } from '../../../../db/queries/keys.ts';
import type { Batch } from '../../../../db/write.ts';
import type { ReceiveBody, ReceivedAnswer } from '../../../../shared/api/contract/receiving.ts';
import type { UnitCard } from '../../../../shared/bundle/unit-card.ts';
import type { ReceivedBundle } from '../../../bundles/read-bundle.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import { type Actor, act, type Deps } from '../../core/deps.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { cardName, decideKey, keyStanding, rememberKey, unitOfCard, unitOrNew } from '../keys/trust.ts';
import { incomingOf } from './bundle-check.ts';
import type { PendingFile } from './check-file.ts';
import { incomingKind } from './kinds/table.ts';

/**
 * Receives what was checked. The standing is judged again, because another bundle may have come since the check. A changed key is a
 * person's decision first (NH23): without one nothing is received.
 */
export async function receiveFile(
  deps: Deps,
  actor: Actor,
  staged: PendingFile,
  body: ReceiveBody,
): Promise<ReceivedAnswer | Refusal> {
  const { bundle, card } = staged;
  if (card) return receiveCard(deps, actor, card, body);
  if (!bundle) return refuse('viec-da-xong', undefined, staged.check.standingText);
  const known = keyStanding(deps, bundle.card);
  if (known === 'tu-choi' || known === 'da-thay') return refuse('khoa-khong-tin');
  if (body.key === 'tu-choi') {
    act(deps, actor, 'key.decide', `Từ chối khóa của ${cardName(bundle.card)}`, (batch) =>
      keepKey(deps, batch, bundle.card, body.key, incomingKind(bundle.kind).from),
    );
    const text = `Đã từ chối khóa của ${cardName(bundle.card)}. Gói không được nhận.`;
    return { receivedId: null, kind: bundle.kind, standing: 'khong-nhan', text };
  }
  if (known === 'khoa-doi' && body.key !== 'them' && body.key !== 'thay') return refuse('khoa-doi');
  return receiveBundle(deps, actor, staged, bundle, body);
}

/** Remembers the key and does with it what the person said; answers with the unit, which is entered where `from` says if it is new. */
function keepKey(
  deps: Deps,
  batch: Batch,
  card: UnitCard,
  choice: ReceiveBody['key'],
  from: 'below' | 'above',
): string {
  const unitId = unitOrNew(deps, batch, card.unit, from === 'below');
  const key = rememberKey(deps, batch, unitId, card);
  const decided = choice !== undefined && choice !== 'de-sau' && !(key.standing === 'tin' && choice === 'tin');
  if (decided) decideKey(deps, batch, key, null, choice);
  return unitId;
}

function receiveCard(deps: Deps, actor: Actor, card: UnitCard, body: ReceiveBody): ReceivedAnswer | Refusal {
  const known = keyStanding(deps, card);
  if (known === 'tu-choi') return refuse('khoa-khong-tin');
  // A key that changed is never believed by the same word as a first one.
  if (known === 'khoa-doi' && body.key === 'tin') return refuse('khoa-doi');
  const name = cardName(card);
  act(deps, actor, 'key.card', `Nhận thẻ của ${name}`, (batch) => keepKey(deps, batch, card, body.key, 'below'));
  const unit = unitOfCard(deps, card.unit);
  const fingerprint = fingerprintOf(card.signingKey);
  const standing = keysOf(deps.db, unit?.id ?? '').find((key) => key.fingerprint === fingerprint)?.standing;
  const text =
    standing === 'tin'
      ? `Đã tin khóa của ${name}.`
      : standing === 'tu-choi'
        ? `Đã từ chối khóa của ${name}.`
        : `Đã giữ thẻ của ${name}, chưa tin. So dấu vân tay ở Cơ quan, mục Khóa và thẻ đơn vị.`;
  return { receivedId: null, kind: 'card', standing: known === 'tin' ? 'da-co' : 'moi', text };
}

/** Any kind of bundle: what it means is said by its row of the table, the order of the steps is the same for all. */
async function receiveBundle(
  deps: Deps,
  actor: Actor,
  { facts }: PendingFile,
  bundle: ReceivedBundle,
  body: ReceiveBody,
): Promise<ReceivedAnswer | Refusal> {
  const { contentDigest: digest, kind, card } = bundle;
  const incoming = incomingKind(kind);
  const same = incoming.find(deps, digest);
  if (same !== null) {
    if (body.key !== undefined && body.key !== 'de-sau')
      act(deps, actor, 'key.decide', `Tin khóa của ${cardName(card)}`, (batch) =>
        keepKey(deps, batch, card, body.key, incoming.from),
      );
    return { receivedId: same, kind, standing: 'da-co', text: receivedBefore };
  }
  const first = incoming.judge(deps, incomingOf(facts, bundle, unitOfCard(deps, card.unit)?.id ?? null));
  if (!first.receivable) return refuse('goi-khac', undefined, first.standingText);
  if (first.undecided && body.as === undefined) return refuse('can-chon');
  await storeFiles(deps, bundle);
  const { value } = act(
    deps,
    actor,
    'bundle.receive',
    `${incoming.actLabel} ${cardName(card)}`,
    (batch) => {
      const unitId = keepKey(deps, batch, card, body.key, incoming.from);
      // Within the act: the same bundle may have been received while the files were stored.
      const again = incoming.find(deps, digest);
      return again === null
        ? incoming.receive(deps, batch, incomingOf(facts, bundle, unitId), body.as)
        : { id: again, standing: 'da-co' as const, text: receivedBefore };
    },
    false,
  );
  if (value === null) return refuse('goi-khac');
  return { receivedId: value.id, kind, standing: value.standing, text: value.text };
}

const receivedBefore = 'Gói này đã nhận trước đây. Không đổi gì.';

/** Blob first, row second; a file that is in the store already stays as it is. */
async function storeFiles(deps: Deps, { files }: ReceivedBundle): Promise<void> {
  for (const { staged, sha256, bytes } of files) if (staged !== null) await settle(deps.folder, staged, sha256, bytes);
}
