/** How far each person is, most late first; what nobody answers for stands under its post or words. */
import { useMemo } from 'react';
import { countByPerson } from '../../../shared/overview/sums.ts';
import type { YearFacts } from '../../../shared/overview/year.ts';
import { Pane } from '../../ui/page.tsx';
import { Person } from '../../ui/person.tsx';
import { CountBar, Legend, type ToTasks } from './count-bar.tsx';
import styles from './overview.module.css';

export type SumTabProps = { facts: YearFacts; at: number; today: string; toTasks: ToTasks };

const kinds = { person: '', post: 'chưa giao cho ai', wording: 'chưa rõ là ai' } as const;

export function PeopleTab({ facts, at, today, toTasks }: SumTabProps) {
  const counts = useMemo(() => countByPerson(facts, at, today), [facts, at, today]);
  const label = facts.windows[at]?.label ?? '';
  return (
    <Pane title={`Theo người · ${label}`} aside={`${counts.filter(({ kind }) => kind === 'person').length} người`}>
      <Legend />
      <ul className={styles.rows}>
        {counts.map((counted) => (
          <li key={counted.key}>
            <div className={styles.rowName}>
              <Person
                words={counted.name}
                holder={counted.kind === 'person' ? counted.name : null}
                sub={kinds[counted.kind] || counted.posts.join(', ') || undefined}
              />
              <span className={styles.parts}>
                {counted.total > 0 ? (
                  <PartButton
                    words={counted.kind === 'person' ? 'chủ trì' : 'nhiệm vụ'}
                    ids={all(counted)}
                    name={counted.name}
                    toTasks={toTasks}
                  />
                ) : null}
                <PartButton words="thực hiện" ids={counted.executes} name={counted.name} toTasks={toTasks} />
                <PartButton words="phối hợp" ids={counted.supports} name={counted.name} toTasks={toTasks} />
              </span>
            </div>
            {counted.total > 0 ? (
              <CountBar counted={counted} name={counted.name} toTasks={toTasks} />
            ) : (
              <span className="soft">Không chủ trì nhiệm vụ nào.</span>
            )}
          </li>
        ))}
      </ul>
    </Pane>
  );
}

const all = ({ tasks }: { tasks: Readonly<Record<string, readonly string[]>> }): string[] =>
  Object.values(tasks).flat();

type PartProps = { words: string; ids: readonly string[]; name: string; toTasks: ToTasks };

function PartButton({ words, ids, name, toTasks }: PartProps) {
  if (ids.length === 0) return null;
  return (
    <button type="button" className={styles.number} onClick={() => toTasks(ids, `${name}, ${words}`)}>
      <span className="visually-hidden">{name}, </span>
      {words} <strong className="numbers">{ids.length}</strong>
    </button>
  );
}
