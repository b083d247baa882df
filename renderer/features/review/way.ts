/** The address a finding leads to, and what the editor is to show there. */
import { useLocation } from 'wouter';
import type { ReviewFindingView } from '../../../shared/api/contract/review.ts';
import { useEditorTarget } from '../../state/editor-target.ts';

type Place = NonNullable<ReviewFindingView['place']>;

export const wayWords = (place: Place): string =>
  place.kind === 'task'
    ? 'Đến nhiệm vụ đó'
    : place.kind === 'table'
      ? 'Đến bảng nhiệm vụ'
      : 'Đến chỗ đó trong bản soạn thảo';

export const wayAddress = (planId: string, place: Place): string =>
  place.kind === 'task' ? `/nhiem-vu/${place.taskId}` : place.kind === 'table' ? '/nhiem-vu' : `/soan/${planId}`;

/** Goes there; the editor finds the words when it opens. */
export function useWay(planId: string): (place: Place, words: string) => void {
  const [, go] = useLocation();
  const leave = useEditorTarget((state) => state.leave);
  return (place, words) => {
    const stored = 'words' in place ? place.words : undefined;
    if (place.kind === 'section' || place.kind === 'head') leave({ planId, words: stored || words });
    go(wayAddress(planId, place));
  };
}
