/**
 * Whose key is this? Units are recognised by what people compared over the telephone, never by a name. A key is remembered when it is
 * first seen; believing, replacing and refusing are acts of a person, kept with their date (SPEC NH20 to NH27).
 */
import { keysOf, unitOfCardId } from '../../../../db/queries/keys.ts';
import { readOffice, readUnit } from '../../../../db/queries/office.ts';
import { knownFingerprints } from '../../../../db/queries/received.ts';
import type { RowOf } from '../../../../db/tables.ts';
import type { Batch } from '../../../../db/write.ts';
import type { KeyDecision } from '../../../../shared/api/contract/trust.ts';
import type { BundleUnit } from '../../../../shared/bundle/manifest-v1.ts';
import { bundleUnitName, type UnitCard } from '../../../../shared/bundle/unit-card.ts';
import { unitKind, unitName } from '../../../../shared/office/unit.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import type { Deps } from '../../core/deps.ts';

/**
 * What a key is to us: `tin` believed; `quen` seen before, never compared; `lan-dau` the first of its unit; `khoa-doi` the unit had another
 * one; `da-thay` given up by its unit; `tu-choi` refused here.
 */
export type KeyStanding = 'tin' | 'quen' | 'lan-dau' | 'khoa-doi' | 'da-thay' | 'tu-choi';

type UnitRow = RowOf<'unit'>;

const sameName = (row: UnitRow, unit: BundleUnit): boolean =>
  row.kind === unit.kind && fold(row.name) === fold(unit.name);

/**
 * Our unit behind a card: the same id, else the unit an earlier key of that id was for, else the superior or a unit below of the same kind
 * and name. Null where nobody here is meant.
 */
export function unitOfCard(deps: Deps, unit: BundleUnit): UnitRow | null {
  const known = readUnit(deps.db, unit.id) ?? readUnit(deps.db, unitOfCardId(deps.db, unit.id) ?? '');
  if (known) return known;
  const office = readOffice(deps.db);
  const near = [...(office?.superior ? [office.superior] : []), ...(office?.subordinates ?? [])];
  return near.find((row) => sameName(row, unit)) ?? null;
}

/** Our unit, made where there is none: a unit below us, as every bundle that comes up is from one. */
export function unitOrNew(deps: Deps, batch: Batch, unit: BundleUnit, below: boolean): string {
  const known = unitOfCard(deps, unit);
  if (known) return known.id;
  const own = readOffice(deps.db)?.unit.id ?? null;
  const kind = unitKind.safeParse(unit.kind).data ?? 'xa';
  return batch.insert('unit', {
    id: unit.id,
    kind,
    name: unit.name,
    superiorId: below ? own : null,
    validFrom: null,
    validTo: null,
  }).id;
}

/** The name a unit has here, where the card says another one: renamed, merged, or a computer cloned from its neighbour's. */
export function otherName(deps: Deps, unit: BundleUnit): string | null {
  const known = unitOfCard(deps, unit);
  return known && !sameName(known, unit) ? unitName(known) : null;
}

export function keyStanding(deps: Deps, card: UnitCard): KeyStanding {
  const unit = unitOfCard(deps, card.unit);
  if (!unit) return 'lan-dau';
  const fingerprint = fingerprintOf(card.signingKey);
  const keys = keysOf(deps.db, unit.id);
  const same = keys.find((key) => key.fingerprint === fingerprint);
  if (same && same.standing !== 'moi') return same.standing;
  const others = keys.filter((key) => key.fingerprint !== fingerprint && key.standing !== 'tu-choi');
  if (same)
    return others.some((key) => key.firstSeenAt < same.firstSeenAt || key.standing === 'tin') ? 'khoa-doi' : 'quen';
  // Bundles received by versions that did not keep keys.
  const earlier = knownFingerprints(deps.db, unit.id);
  if (earlier.includes(fingerprint)) return 'quen';
  return others.length > 0 || earlier.length > 0 ? 'khoa-doi' : 'lan-dau';
}

/** Remembers the key of a card, once; a card that came again with the same key brings a new name or encryption key up to date. */
export function rememberKey(deps: Deps, batch: Batch, unitId: string, card: UnitCard): RowOf<'unitKey'> {
  const fingerprint = fingerprintOf(card.signingKey);
  const same = keysOf(deps.db, unitId).find((key) => key.fingerprint === fingerprint);
  if (!same)
    return batch.insert('unitKey', {
      id: deps.newId(),
      unitId,
      installationId: card.installationId,
      fingerprint,
      card,
      standing: 'moi',
      firstSeenAt: deps.clock(),
      decidedAt: null,
      replacedBy: null,
    });
  if (JSON.stringify(same.card) === JSON.stringify(card)) return same;
  return batch.update('unitKey', same.id, null, { card, installationId: card.installationId });
}

/** A person's word on a key. `thay` gives up the unit's other keys that still counted, each with the key that took its place. */
export function decideKey(
  deps: Deps,
  batch: Batch,
  key: RowOf<'unitKey'>,
  seen: number | null,
  decision: KeyDecision,
): RowOf<'unitKey'> {
  const decidedAt = deps.clock();
  if (decision === 'thay')
    for (const other of keysOf(deps.db, key.unitId))
      if (other.id !== key.id && (other.standing === 'tin' || other.standing === 'moi'))
        batch.update('unitKey', other.id, null, { standing: 'da-thay', replacedBy: key.id, decidedAt });
  const standing = decision === 'tu-choi' ? 'tu-choi' : decision === 'bo-tin' ? 'moi' : 'tin';
  return batch.update('unitKey', key.id, seen, {
    standing,
    replacedBy: null,
    decidedAt: decision === 'bo-tin' ? null : decidedAt,
  });
}

/** Keys of a unit a bundle may be encrypted to: believed, and with an encryption key. */
export const believedKeys = (deps: Deps, unitId: string): RowOf<'unitKey'>[] =>
  keysOf(deps.db, unitId).filter((key) => key.standing === 'tin' && key.card.encryptionRecipient !== null);

export const recipientsOf = (deps: Deps, unitId: string): string[] =>
  believedKeys(deps, unitId).flatMap(({ card }) => card.encryptionRecipient ?? []);

export const cardName = (card: UnitCard): string => bundleUnitName(card.unit);
