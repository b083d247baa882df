/** The office as typed in a form: what is assumed until somebody says otherwise, what must be filled, and what is sent. */

import type { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView } from '../../../shared/api/contract/office.ts';
import type { BodyOf } from '../../../shared/api/endpoint.ts';
import { currentKinds, kindWord, parseUnit, type UnitKind, unitKinds } from '../../../shared/office/unit.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { capital } from '../../../shared/text/letter-case.ts';

export type OfficeValues = {
  kind: UnitKind;
  name: string;
  superiorKind: UnitKind;
  superiorName: string;
  /** null while nobody changed it: the place follows the name. */
  place: string | null;
  chairTitle: string;
  chairName: string;
};

/** A commune under a province, signed by the Chủ tịch: what nearly every office is. */
export const firstValues: OfficeValues = {
  kind: 'xa',
  name: '',
  superiorKind: 'tinh',
  superiorName: '',
  place: null,
  chairTitle: 'CHỦ TỊCH',
  chairName: '',
};

export const valuesOf = (office: OfficeView): OfficeValues => ({
  kind: office.unit.kind,
  name: office.unit.name,
  superiorKind: office.superior?.kind ?? 'tinh',
  superiorName: office.superior?.name ?? '',
  place: office.place,
  chairTitle: office.chairTitle,
  chairName: office.chairName,
});

export const placeOf = (values: OfficeValues): string => values.place ?? oneLine(values.name);

export type OfficeField = 'name' | 'place' | 'chairTitle';

/** What still has to be filled, as a sentence under its field. */
export function missingFields(values: OfficeValues): Partial<Record<OfficeField, string>> {
  const missing: Partial<Record<OfficeField, string>> = {};
  if (oneLine(values.name) === '') missing.name = `Hãy ghi tên ${kindWord(values.kind)}.`;
  if (oneLine(placeOf(values)) === '' && !missing.name) missing.place = 'Hãy ghi địa danh in ở đầu văn bản.';
  if (oneLine(values.chairTitle) === '') missing.chairTitle = 'Hãy ghi chức vụ người ký.';
  return missing;
}

/** The form as the endpoints take it. An office without a named superior has none. */
export function officeBody(values: OfficeValues): BodyOf<typeof contract.office.setUp> {
  const superiorName = oneLine(values.superiorName);
  return {
    kind: values.kind,
    name: oneLine(values.name),
    superiorKind: superiorName === '' ? null : values.superiorKind,
    superiorName,
    place: oneLine(placeOf(values)),
    chairTitle: oneLine(values.chairTitle),
    chairName: oneLine(values.chairName),
  };
}

/** People paste "UBND xã Như Quỳnh" into the name: the kind goes to its own field, the bare name stays. */
export function splitKind(kind: UnitKind, name: string): { kind: UnitKind; name: string } {
  const unit = parseUnit(oneLine(name));
  return unit && unit.name !== '' ? unit : { kind, name: oneLine(name) };
}

const choice = (kind: UnitKind) => ({ value: kind, label: capital(kindWord(kind)) });

/** Kinds for a select: those that exist now, then those that only old plans name. */
export const kindChoices = [
  { group: 'Hiện nay', items: currentKinds.map(choice) },
  {
    group: 'Loại cũ (trước 01/7/2025)',
    items: unitKinds.filter((kind) => !currentKinds.includes(kind)).map(choice),
  },
];

/** A unit that receives reports from others. */
export const receivesReports = (kind: UnitKind): boolean =>
  kind === 'tinh' || kind === 'thanh-pho' || kind === 'huyen' || kind === 'quan' || kind === 'thi-xa';
