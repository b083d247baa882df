/** Words with their doubtful places marked; the mark also says in words what was decided. */
import type { ReactNode } from 'react';
import type { Decision } from './logic/corrections.ts';
import styles from './open-plan.module.css';

export type TextMark = { words: string; decision: Decision; current: boolean };

const spoken: Record<Exclude<Decision, null> | 'open', string> = {
  open: 'chỗ cần xem',
  change: 'đã đổi',
  keep: 'giữ nguyên',
  'by-hand': 'đã sửa tay',
};

/** Marks the first place of each of the words; words that are not there, or lie inside another mark, are left out. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  if (marks.length === 0) return <>{text}</>;
  const found = marks
    .map((mark) => ({ ...mark, at: mark.words === '' ? -1 : text.indexOf(mark.words) }))
    .filter((mark) => mark.at >= 0)
    .sort((a, b) => a.at - b.at);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { at, words, decision, current } of found) {
    if (at < from) continue;
    const look = [styles.mark, styles[decision ?? 'open'], current ? styles.currentMark : ''].join(' ');
    parts.push(
      text.slice(from, at),
      <mark key={at} className={look} title={spoken[decision ?? 'open']} data-current-mark={current || undefined}>
        {words}
      </mark>,
    );
    from = at + words.length;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}
