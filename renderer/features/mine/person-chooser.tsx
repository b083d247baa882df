/** "Anh/chị là ai?": the people of the office with their posts, given name first in the order. One press is the choice. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import { compareNames, fold, matchesFolded } from '../../../shared/text/fold.ts';
import { workAs } from '../../data/saver/saving.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { initials } from '../../ui/format.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import styles from './person-chooser.module.css';

/** More people than this get a box to type in. */
const searchFrom = 12;

export function PersonChooser({ people: { people, posts } }: { people: PeopleView }) {
  const [query, setQuery] = useState('');
  const serving = people.filter((each) => !each.archived).sort((a, b) => compareNames(a.name, b.name));
  if (serving.length === 0)
    return (
      <EmptyState
        icon={IconUsers}
        title="Chưa có tên người nào"
        action={
          <Button component="a" href="#/co-quan" variant="filled">
            Thêm người ở mục Cơ quan
          </Button>
        }
      >
        Thêm cán bộ, công chức và chức danh của từng người; việc trong kế hoạch sẽ tự về đúng người.
      </EmptyState>
    );
  const rows = serving.map((each) => {
    const held = posts.filter((post) => each.postIds.includes(post.id));
    return {
      ...each,
      posts: held.map((post) => post.name).join(', '),
      tasks: held.reduce((sum, post) => sum + post.taskCount, 0),
    };
  });
  const shown = rows.filter((row) => matchesFolded(fold(`${row.name} ${row.posts}`), fold(query)));
  return (
    <div className={styles.chooser}>
      {serving.length > searchFrom ? (
        <SearchBox label="Tìm tên hoặc chức danh" value={query} onChange={setQuery} found={shown.length} />
      ) : null}
      <ul className={styles.list} aria-label="Anh/chị là ai?">
        {shown.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.person} onClick={() => void workAs(row.id)}>
              <span className={styles.circle} aria-hidden>
                {initials(row.name)}
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{row.name}</span>
                <span className="soft">{row.posts || 'Chưa giữ chức danh nào'}</span>
              </span>
              <span className={`${styles.tasks} soft numbers`}>{row.tasks > 0 ? `${row.tasks} nhiệm vụ` : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
