/** The distinct words of the plan's times: open ones first; one in sight, to be answered or answered anew. */
import { IconChecks } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import type { TimeWords } from '../../../shared/api/contract/time.ts';
import { fold } from '../../../shared/text/fold.ts';
import { placeAfterKey } from '../../parts/list/list-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { AnswerForm } from './answer-form.tsx';
import styles from './time-page.module.css';

export function WordsTab({
  plan,
  words,
  asked,
}: {
  plan: PlanSummary;
  words: readonly TimeWords[];
  asked: string | null;
}) {
  const [chosen, setChosen] = useState<string | null>(asked);
  useEffect(() => {
    if (asked !== null) setChosen(asked);
  }, [asked]);
  const current = words.find((each) => chosen !== null && fold(each.words) === fold(chosen)) ?? words[0] ?? null;
  const open = words.filter(({ question }) => question !== null).length;
  if (!current)
    return (
      <EmptyState icon={IconChecks} title="Kế hoạch chưa có nhiệm vụ nào" size="small">
        Thêm nhiệm vụ ở bảng Nhiệm vụ, thời gian của chúng sẽ hiện ở đây.
      </EmptyState>
    );
  return (
    <SplitPane
      name="thoi-han"
      label="Chia danh sách và câu trả lời"
      initial={42}
      min={28}
      max={64}
      left={
        <Pane
          title={open === 0 ? 'Mọi thời gian đều đã rõ' : `${formatCount(open)} cách ghi cần trả lời`}
          aside={`${formatCount(words.length)} cách ghi`}
        >
          <WordsList words={words} current={current} onPick={(each) => setChosen(each.words)} />
        </Pane>
      }
      right={<AnswerForm key={`${current.words}/${current.answer?.revision ?? 0}`} plan={plan} words={current} />}
    />
  );
}

function WordsList({
  words,
  current,
  onPick,
}: {
  words: readonly TimeWords[];
  current: TimeWords;
  onPick: (words: TimeWords) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const place = words.indexOf(current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another wording is chosen
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = words[placeAfterKey(event.key, place, words.length) ?? -1];
    if (!to) return;
    event.preventDefault();
    onPick(to);
  };
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="Các cách ghi thời gian"
      aria-activedescendant={`thoi-gian-${place}`}
      className={styles.list}
      onKeyDown={press}
    >
      {words.map((each, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
        // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
        <div
          key={each.words}
          id={`thoi-gian-${at}`}
          role="option"
          aria-selected={at === place}
          className={styles.line}
          onClick={() => onPick(each)}
        >
          <span className={styles.lineWords}>{each.words.trim() === '' ? '(để trống)' : each.words}</span>
          <span className="soft numbers">{formatCount(each.tasks)} việc</span>
          <span className={each.question ? styles.open : styles.under}>
            {each.question
              ? `Cần trả lời: ${each.question}`
              : `${each.scheduleText}${each.answer ? ' · đã trả lời' : ''}`}
          </span>
        </div>
      ))}
    </div>
  );
}
