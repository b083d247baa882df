/** The ledger in words: what an entry is, how far it got, and which entries a filter keeps. Pure. */
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import type { BundleStateName } from '../../ui/state-badge.tsx';

export type LedgerFilter = 'di' | 'den' | 'cho';

/** "cho": left, and nothing is known of it yet. */
export const fits = (entry: LedgerEntry, filter: LedgerFilter): boolean =>
  filter === 'cho' ? entry.way === 'di' && entry.state === 'da-gui' : entry.way === filter;

export const filterWords: Record<LedgerFilter, string> = { di: 'Gửi đi', den: 'Nhận về', cho: 'Chưa có hồi âm' };

export function shownEntries(
  entries: readonly LedgerEntry[],
  { filter, query }: { filter: LedgerFilter | null; query: string },
): LedgerEntry[] {
  const folded = fold(query);
  return entries.filter(
    (entry) => (filter === null || fits(entry, filter)) && matchesFolded(fold(searchText(entry)), folded),
  );
}

const searchText = ({ title, unitName, windowLabel, fileName, placeLabel, sequence }: LedgerEntry): string =>
  [title, unitName, windowLabel, fileName, placeLabel, `số ${sequence}`].join(' ');

/** "Báo cáo thay thế", "Thu hồi báo cáo" …: the official words of exchange. */
export function kindWords({ kind, purpose }: Pick<LedgerEntry, 'kind' | 'purpose'>): string {
  if (kind === 'report') return purpose === 'replacement' ? 'Báo cáo thay thế' : 'Báo cáo';
  return { recall: 'Thu hồi', verdict: 'Trả lời', plan: 'Kế hoạch giao' }[kind];
}

export function stateLook({ state, way }: Pick<LedgerEntry, 'state' | 'way'>): {
  badge: BundleStateName;
  words: string;
} {
  switch (state) {
    case 'da-gui':
      return { badge: 'exported', words: 'Đã xuất' };
    case 'da-nhan':
      return { badge: 'received', words: way === 'di' ? 'Nơi nhận đã nhận' : 'Đã nhận' };
    case 'moi-nhan':
      return { badge: 'received', words: 'Đã nhận' };
    case 'tra-lai':
      return { badge: 'moreWanted', words: 'Trả lại' };
    case 'chap-nhan':
      return { badge: 'accepted', words: 'Chấp nhận' };
    case 'thu-hoi':
      return { badge: 'recalled', words: 'Đã thu hồi' };
    case 'da-thay':
      return { badge: 'replaced', words: 'Đã có bản thay' };
  }
}
