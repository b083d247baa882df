/** What becomes of each task when a year turns, and why. Rules NY7–NY10 in shared/body/SPEC.md. Pure. */
import { z } from 'zod';
import { areas } from '../papi/areas.ts';
import { matchComponent, matchDimension } from '../papi/match.ts';
import {
  codesOf,
  compareTaxonomies,
  fittingTaxonomy,
  officialTaxonomy,
  type Taxonomy,
  taxonomies,
} from '../papi/taxonomies.ts';
import { partsOf, type Schedule } from '../schedule/schedule.ts';
import type { TaskToCarry } from './next-year.ts';

export const carryKind = z.enum(['moi-nam', 'chua-xong', 'cho-su-kien', 'khong-phat-sinh', 'da-xong']);
export type CarryKind = z.infer<typeof carryKind>;

/** What is kept with the new plan of where it came from. */
export const planOrigin = z.object({
  fromPlanId: z.string(),
  fromTitle: z.string(),
  fromYear: z.number(),
  carried: z.array(z.object({ taskId: z.string(), fromTaskId: z.string(), kind: carryKind, reason: z.string() })),
  /** Tasks that stayed behind, and why. */
  left: z.array(z.object({ text: z.string(), reason: z.string() })),
  /** Words of the plan that stayed as they were and want a look. */
  notMoved: z.array(z.object({ where: z.string(), text: z.string(), why: z.enum(['citation', 'event', 'date']) })),
  /** Parts of the old set that the new one has no place for, and new parts, by name. */
  taxonomy: z.object({ name: z.string(), gone: z.array(z.string()), added: z.array(z.string()) }).nullable(),
});
export type PlanOrigin = z.infer<typeof planOrigin>;

/** True for what comes back every year, or runs on beyond the plan's year. */
export function comesBack(schedule: Schedule, year: number): boolean {
  return partsOf(schedule).some((part) => {
    switch (part.kind) {
      case 'continuous':
      case 'periodic':
      case 'half-year-and-year':
      case 'year-and-after':
      case 'school-year':
        return true;
      case 'quarters':
        return part.quarters.length === 4;
      case 'range':
        return part.to > `${year}-12-31`;
      case 'deadline':
        return part.yearly;
      default:
        return false;
    }
  });
}

type Told = { readonly state: TaskToCarry['state']; readonly comesBack: boolean; readonly waiting: boolean };

const stateWords = { chua: 'chưa làm', 'dang-lam': 'đang làm', xong: 'đã xong', 'khong-phat-sinh': 'không phát sinh' };

/** `take`: carried unless a person says otherwise. `waiting`: its event did not happen. */
export function carryOf(
  { state, comesBack: again, waiting }: Told,
  year: number,
): { kind: CarryKind; take: boolean; reason: string } {
  const told = state === null ? 'chưa ghi kết quả' : stateWords[state];
  if (again) return { kind: 'moi-nam', take: true, reason: `Việc của mọi năm hoặc còn kéo dài (${told})` };
  if (state === 'xong') return { kind: 'da-xong', take: false, reason: `Làm một lần, đã xong trong năm ${year}` };
  if (waiting)
    return { kind: 'cho-su-kien', take: true, reason: `Sự kiện chưa xảy ra trong năm ${year}, chuyển sang chờ tiếp` };
  if (state === 'khong-phat-sinh')
    return { kind: 'khong-phat-sinh', take: true, reason: `Năm ${year} không phát sinh, năm sau có thể có` };
  return { kind: 'chua-xong', take: true, reason: `Chưa xong (${told}), chuyển từ năm trước` };
}

const markBefore = /\s*Chuyển từ năm \d{4}(?:: việc thứ [\d, ]+)?\.?/gu;

/** The note of a row with the mark of what was not finished; a mark of an earlier year gives way to it. `places` count from 1. */
export function markedNote(note: string, year: number, places: readonly number[], tasks: number): string {
  const plain = note.replace(markBefore, '').trim();
  if (places.length === 0) return plain;
  const mark = `Chuyển từ năm ${year}${places.length === tasks ? '' : `: việc thứ ${places.join(', ')}`}`;
  return plain === '' ? mark : `${plain} ${mark}`;
}

export type PapiPart = { readonly code: string; readonly name: string; readonly area: string };

/** The set a plan of the next year may follow, against the one the old plan followed. */
export type TaxonomyChoice = {
  readonly id: string;
  readonly name: string;
  /** False when the year's own set is not announced yet. */
  readonly confirmed: boolean;
  readonly kept: number;
  readonly gone: readonly PapiPart[];
  readonly added: readonly PapiPart[];
};

const parts = new Map<string, PapiPart>(
  areas.flatMap((area) => [
    [area.code, { code: area.code, name: area.name, area: '' }] as const,
    ...area.components.map(({ code, name }) => [code, { code, name, area: area.name }] as const),
  ]),
);

/** Codes that an area's and a component's words name; empty where they name none. */
export function codesOfPlace(area: string, component: string): string[] {
  const home = matchDimension(area)?.code;
  const named = matchComponent(component, home) ?? matchComponent(component);
  return [...new Set([...(home === undefined ? [] : [home]), ...(named?.codes ?? [])])];
}

/** The plan's own set first, then the official one of the next year where it is another. Empty when nothing is named. */
export function taxonomyChoices(codes: readonly string[], year: number): TaxonomyChoice[] {
  const from = fittingTaxonomy(codes, year);
  const official = officialTaxonomy(year + 1);
  if (codes.length === 0 || !official) return [];
  // The plan's own parts as a set: what it never had is no loss, and what it lacks of its own set is new to it.
  const used: Taxonomy = { ...official.taxonomy, areas: codes.map((code) => ({ code, components: [] })) };
  const choice = (to: Taxonomy, confirmed: boolean): TaxonomyChoice => {
    const { kept, gone, added } = compareTaxonomies(used, to);
    const named = (all: readonly string[]) => all.flatMap((code) => parts.get(code) ?? []);
    return {
      id: to.id,
      name: to.name,
      confirmed,
      kept: kept.length,
      gone: named(gone),
      added: named(added),
    };
  };
  const own = from && !from.official ? [choice(from, true)] : [];
  return [...own, choice(official.taxonomy, official.confirmed)];
}

/** All of these codes, and there is at least one, have no place in the set. */
export function isPlaceless(codes: readonly string[], taxonomyId: string): boolean {
  const set = taxonomies.find(({ id }) => id === taxonomyId);
  if (!set || codes.length === 0) return false;
  const known = new Set(codesOf(set));
  const components = codes.filter((code) => parts.get(code)?.area !== '');
  return (components.length > 0 ? components : codes).every((code) => !known.has(code));
}
