/** Which tasks an activity probably belongs to: by what its kind does and by the words they share. A suggestion, never a link by itself. */
import { fold } from '../text/fold.ts';
import type { ActivityKind } from './activity.ts';

const ofKind: Readonly<Record<ActivityKind, RegExp>> = {
  'tuyen-truyen': /\b(?:tuyen truyen|pho bien|truyen thanh|phat thanh|phat song|tin bai|loa)\b/,
  'kiem-tra': /\b(?:kiem tra|giam sat|thanh tra|ra soat)\b/,
  'doi-thoai': /\bdoi thoai\b|\btiep xuc\b/,
  'tiep-dan': /\b(?:tiep cong dan|tiep dan|don thu|khieu nai|kien nghi|phan anh)\b/,
  'cong-khai': /\b(?:cong khai|niem yet|cong bo)\b/,
  'tap-huan': /\b(?:tap huan|hoi nghi|boi duong|quan triet|dao tao)\b/,
  khac: /$^/,
};

/** Words every plan is full of say nothing about which task is meant. */
const common = new Set(
  'va cac cua cho tai tren theo ve voi den trong duoc la co thuc hien to chuc cong tac noi dung dia ban xa phuong thi tran ubnd nhan dan nguoi'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !common.has(word)),
  ),
];

export type SuggestedTask = { readonly id: string; readonly score: number };

/** At most `most`, best first. Nothing is suggested by the kind alone unless the task's words name it. */
export function suggestTasks(
  activity: { readonly kind: ActivityKind; readonly words: string },
  tasks: readonly { readonly id: string; readonly text: string }[],
  most = 5,
): SuggestedTask[] {
  const asked = wordsOf(activity.words);
  const named = ofKind[activity.kind];
  return tasks
    .map(({ id, text }) => {
      const folded = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `;
      const shared = asked.filter((word) => folded.includes(` ${word} `)).length;
      const pairs = asked.filter((word, at) => at > 0 && folded.includes(` ${asked[at - 1]} ${word} `)).length;
      return { id, score: shared + 2 * pairs + (named.test(folded) ? 3 : 0) };
    })
    .filter(({ score }) => score >= 4)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}
