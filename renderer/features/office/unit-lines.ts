/** A pasted list of units, line by line: what can be added, and what cannot with its reason. */
import { parseUnit, type UnitKind } from '../../../shared/office/unit.ts';
import { fold, oneLine } from '../../../shared/text/fold.ts';

type Unit = { kind: UnitKind; name: string };
export type UnitLine = Unit & { line: string };
export type StrangeLine = { line: string; why: string };

/**
 * Leading numbers ("1.", "12)") and further columns of a spreadsheet are dropped. A line must name its kind ("xã …"): guessing would
 * give two units one name. A unit that is there already, or stands twice, is reported, not added.
 */
export function readUnitLines(text: string, known: readonly Unit[]): { units: UnitLine[]; strange: StrangeLine[] } {
  const seen = new Set(known.map(keyOf));
  const units: UnitLine[] = [];
  const strange: StrangeLine[] = [];
  for (const raw of text.split('\n')) {
    const cells = raw.split('\t').map(oneLine);
    const line = cells.find((cell) => cell !== '' && !/^\d+$/.test(cell)) ?? '';
    const unit = parseUnit(line.replace(/^\d+\s*[.)]\s*/, ''));
    if (line === '') continue;
    if (!unit || unit.name === '') strange.push({ line, why: 'chưa ghi là xã, phường hay đặc khu' });
    else if (unit.name.length > 100) strange.push({ line, why: 'tên dài quá 100 chữ' });
    else if (seen.has(keyOf(unit))) strange.push({ line, why: 'đã có trong danh sách' });
    else {
      seen.add(keyOf(unit));
      units.push({ ...unit, line });
    }
  }
  return { units, strange };
}

const keyOf = (unit: Unit): string => `${unit.kind}/${fold(unit.name)}`;
