/** "Khóa và thẻ đơn vị": our card, the keys we have seen, what people decide about them. */
import type { Hono } from 'hono';
import { keysOf, listForks, listKeys } from '../../../../db/queries/keys.ts';
import { readOffice, readUnit } from '../../../../db/queries/office.ts';
import type { RowOf } from '../../../../db/tables.ts';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { KeyDecision, KeyView, TrustView } from '../../../../shared/api/contract/trust.ts';
import { fingerprintWords } from '../../../../shared/bundle/fingerprint-words.ts';
import { officeName, unitName } from '../../../../shared/office/unit.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import { act, type Deps } from '../../core/deps.ts';
import { implement, type ServerEnv } from '../../core/implement.ts';
import { refuse } from '../../core/refusal.ts';
import { ownUnit } from '../../office/own-unit.ts';
import { cardFileName, cardFileText } from './card-file.ts';
import { identityOf } from './identity.ts';
import { lostNumbers, oneAtATime } from './outgoing-number.ts';
import { hasMoved, renewKeys, settleHere } from './own-keys.ts';
import { cardName, decideKey } from './trust.ts';

const decisionLabels: Record<KeyDecision, string> = {
  tin: 'Tin khóa của',
  them: 'Tin thêm khóa của',
  thay: 'Thay khóa của',
  'tu-choi': 'Từ chối khóa của',
  'bo-tin': 'Bỏ tin khóa của',
};

export function trustRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { trust } = contract;

  implement(app, deps, trust.view, async () => (await trustView(deps)) ?? refuse('chua-co-co-quan'));

  implement(app, deps, trust.card, async () => {
    const unit = ownUnit(deps);
    if (!unit) return refuse('chua-co-co-quan');
    const text = await cardFileText(await identityOf(deps.folder, deps.newId), unit);
    return new Response(text, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${cardFileName(unit)}"`,
      },
    });
  });

  implement(app, deps, trust.decide, ({ params, body, actor }) => {
    const key = listKeys(deps.db).find((each) => each.id === params.id);
    if (!key) return refuse('khong-tim-thay');
    const label = `${decisionLabels[body.decision]} ${cardName(key.card)}`;
    const { value } = act(deps, actor, 'key.decide', label, (batch) =>
      decideKey(deps, batch, key, body.revision, body.decision),
    );
    return keyViewOf(deps, value);
  });

  implement(app, deps, trust.renew, async () => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    // A bundle being written now must end with the keys it began with.
    await oneAtATime(deps, () => renewKeys(deps));
    return (await trustView(deps)) ?? refuse('chua-co-co-quan');
  });

  implement(app, deps, trust.settle, async () => {
    settleHere(deps.folder, await identityOf(deps.folder, deps.newId));
    return (await trustView(deps)) ?? refuse('chua-co-co-quan');
  });
}

const digitsAndWords = (digits: string) => ({ digits, words: fingerprintWords(digits) });

async function trustView(deps: Deps): Promise<TrustView | null> {
  const office = readOffice(deps.db);
  const unit = ownUnit(deps);
  if (!office || !unit) return null;
  const identity = await identityOf(deps.folder, deps.newId);
  return {
    own: {
      unitName: officeName(office.unit),
      cardName: cardFileName(unit),
      installationId: identity.installationId,
      fingerprint: digitsAndWords(fingerprintOf(identity.keys.publicKey)),
      moved: hasMoved(deps.folder, identity),
      lost: lostNumbers(deps),
    },
    keys: listKeys(deps.db).map((key) => keyViewOf(deps, key)),
    forks: listForks(deps.db).map(({ unitId, installationId, sequence, seenAt }) => ({
      unitName: nameOf(deps, unitId),
      installationId,
      sequence,
      seenAt,
    })),
  };
}

/** One key as people see it; also what taking in a card answers with. */
export function keyViewOf(deps: Deps, key: RowOf<'unitKey'>): KeyView {
  const office = readOffice(deps.db);
  const others = keysOf(deps.db, key.unitId).filter((each) => each.id !== key.id);
  const successor = others.find((each) => each.id === key.replacedBy);
  const name = nameOf(deps, key.unitId);
  return {
    id: key.id,
    unitId: key.unitId,
    unitName: name,
    relation:
      office?.superior?.id === key.unitId
        ? 'cap-tren'
        : office?.subordinates.some((unit) => unit.id === key.unitId)
          ? 'cap-duoi'
          : 'khac',
    cardName: cardName(key.card) === name ? '' : cardName(key.card),
    installationId: key.installationId,
    fingerprint: digitsAndWords(key.fingerprint),
    standing: key.standing,
    encrypts: key.card.encryptionRecipient !== null,
    firstSeenAt: key.firstSeenAt,
    decidedAt: key.decidedAt,
    replacedBy: successor ? { id: successor.id, digits: successor.fingerprint } : null,
    changed:
      key.standing === 'moi' &&
      others.some((each) => each.standing === 'tin' || (each.standing === 'moi' && each.firstSeenAt < key.firstSeenAt)),
    revision: key.revision,
  };
}

function nameOf(deps: Deps, unitId: string): string {
  const row = readUnit(deps.db, unitId);
  return row ? unitName(row) : '';
}
