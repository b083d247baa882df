/** Tasks this activity probably serves, each added with one press. */
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { ActivityKind } from '../../../shared/activity/activity.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import styles from './activities-page.module.css';

type Props = {
  planId: string;
  kind: ActivityKind;
  words: string;
  chosen: readonly string[];
  onAdd: (taskId: string) => void;
};

export function TaskSuggestions({ planId, kind, words, chosen, onAdd }: Props) {
  const [settled] = useDebouncedValue(words.slice(0, 1000), 300);
  const asked = settled.trim().length > 3;
  const { data } = useData(
    contract.activities.suggest,
    asked ? { query: { plan: planId, kind, words: settled } } : null,
  );
  const offered = asked ? (data?.tasks ?? []).filter((task) => !chosen.includes(task.id)) : [];
  if (offered.length === 0) return null;
  return (
    <div className={styles.suggested}>
      <span className="soft">Có thể là:</span>
      <ul>
        {offered.slice(0, 4).map((task) => (
          <li key={task.id}>
            <button type="button" className={styles.suggestion} title={task.area} onClick={() => onAdd(task.id)}>
              <IconPlus size="0.875rem" aria-hidden />
              <span>{task.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
