/** The figures of a target in a window as one field that saves itself: "đạt/tổng số" as typed. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { TargetView } from '../../../shared/api/contract/targets.ts';
import { queryClient } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import type { FieldAbout, SavedKind, Standing } from '../../data/saver/types.ts';
import { type DraftPlace, officeDraftKey } from '../../state/drafts.ts';
import { withLateReason } from '../late-reason.tsx';
import { amountWords, parseAmount } from '../numbers/amounts.ts';
import type { ResultsPlace } from './results-place.ts';

export type TypedFigure = { part: string; whole: string };

export const textOfFigure = ({ part, whole }: TypedFigure): string => `${part}/${whole}`;

export function figureFromText(text: string): TypedFigure {
  const at = text.indexOf('/');
  return { part: text.slice(0, Math.max(0, at)), whole: text.slice(at + 1) };
}

type Amounts = { numerator: number | null; denominator: number | null };

const textOfAmounts = (own: Amounts | null | undefined): string =>
  textOfFigure({ part: amountWords(own?.numerator ?? null), whole: amountWords(own?.denominator ?? null) });

type Results = { groupId: string; results: readonly { targets: readonly TargetView[] }[] };

/** Where a key stands: the group is its record, target and window its field; a target's own key may hold a "/". */
function targetOf({ record, field }: DraftPlace): { groupId: string; key: string; windowId: string } {
  const at = field.lastIndexOf('/');
  return { groupId: record, key: field.slice(0, at), windowId: field.slice(at + 1) };
}

const findTarget = (read: Results, key: string): TargetView | null =>
  read.results.flatMap(({ targets }) => targets).find((target) => target.key === key) ?? null;

/** The target as last read, else as the server has it. */
async function readTarget(place: DraftPlace): Promise<TargetView | null> {
  const { groupId, key, windowId } = targetOf(place);
  const query = { group: groupId, window: windowId };
  const read = queryClient
    .getQueriesData<Results>({
      predicate: ({ queryKey }) =>
        queryKey[1] === contract.targets.results.path && (queryKey[3] as typeof query | null)?.window === windowId,
    })
    .flatMap(([, data]) => (data?.groupId === groupId ? [findTarget(data, key)] : []))
    .find((target) => target !== null);
  return read ?? findTarget(await call(contract.targets.results, { query }), key);
}

export const figureKind: SavedKind = {
  kind: 'figure',
  pause: null,
  record: ({ record, field }) => `figure/${record}/${field}`,
  fault: (text) => {
    const { part, whole } = figureFromText(text);
    const wrong = parseAmount(part) === undefined || parseAmount(whole) === undefined;
    return wrong ? 'Có ô không phải là số. Viết như 9 hoặc 12,5.' : null;
  },
  standingAfter: async (_, refusal) => {
    const now = (refusal.details as { current?: Amounts & { revision: number } } | undefined)?.current;
    return now ? { text: textOfAmounts(now), revision: now.revision } : null;
  },
  send: async (place, text, revision) => {
    const target = await readTarget(place);
    if (!target) throw new Refusal('khong-tim-thay', 'Chỉ tiêu này không còn trong kế hoạch; chữ đã gõ vẫn còn.');
    const { part, whole } = figureFromText(text);
    const body = {
      ...targetOf(place),
      revision,
      numerator: parseAmount(part) ?? null,
      denominator: target.target.unit === '%' ? (parseAmount(whole) ?? null) : null,
      note: target.own?.note ?? '',
    };
    return withLateReason('Ghi số liệu', (late) => call(contract.targets.saveFigure, { body: { ...body, ...late } }));
  },
};

export function figureField(
  target: TargetView,
  { groupId, windowId, planId }: ResultsPlace,
): { key: string; about: FieldAbout; now: Standing } {
  return {
    key: officeDraftKey('figure', groupId, `${target.key}/${windowId}`),
    about: { owners: [`plan/${planId}`], label: `Số liệu “${target.measured}”` },
    now: { text: textOfAmounts(target.own), revision: target.own?.revision ?? null },
  };
}
