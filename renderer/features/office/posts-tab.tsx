/** Posts of the office: the list on the left, one of them with its holders and the wordings it goes by on the right. */
import { Button, TextInput } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeopleView, PostView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { compareVi, fold, matchesFolded } from '../../../shared/text/fold.ts';
import { officeDraftKey, useDraft } from '../../state/drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { TextAction } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useTypedAct } from '../../ui/take-in.ts';
import styles from './office-page.module.css';
import { orToast, usePeopleWrites } from './people-writes.ts';
import { PostDetail } from './post-detail.tsx';

export function PostsTab({ people, today }: { people: PeopleView; today: IsoDate }) {
  const [sought, setSought] = useState('');
  const [gone, setGone] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const archived = people.posts.filter((post) => post.archived).length;
  const kept = people.posts
    .filter((post) => gone || !post.archived)
    .sort((a, b) => b.taskCount - a.taskCount || compareVi(a.name, b.name));
  const found = kept.filter((post) => matchesFolded(fold([post.name, ...post.aliases].join(' ')), fold(sought)));
  const current = found.find((post) => post.id === chosen) ?? found[0];

  return (
    <SplitPane
      name="co-quan-bo-phan"
      label="Chia danh sách bộ phận và chi tiết"
      initial={42}
      left={
        <Pane
          title="Bộ phận"
          aside={
            <SearchBox
              label="Tìm bộ phận"
              value={sought}
              onChange={setSought}
              found={sought === '' ? null : found.length}
              width="14rem"
            />
          }
          foot={<AddPost onAdded={() => setSought('')} />}
        >
          {found.length === 0 ? (
            <EmptyState
              size="small"
              icon={IconUsersGroup}
              title={sought === '' ? 'Chưa có bộ phận nào' : 'Không thấy bộ phận nào'}
            >
              {sought === '' ? 'Mở kế hoạch thì bộ phận tự có; cũng có thể thêm ở dưới.' : null}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {found.map((post) => (
                <li key={post.id}>
                  <PostRow post={post} current={post === current} onChoose={() => setChosen(post.id)} />
                </li>
              ))}
            </ul>
          )}
          {archived > 0 ? (
            <p className={styles.listFoot}>
              <TextAction onClick={() => setGone(!gone)}>
                {gone ? 'Ẩn bộ phận đã bỏ' : `Xem cả ${formatCount(archived)} bộ phận đã bỏ`}
              </TextAction>
            </p>
          ) : null}
        </Pane>
      }
      right={current ? <PostDetail key={current.id} post={current} people={people} today={today} /> : null}
    />
  );
}

function PostRow({ post, current, onChoose }: { post: PostView; current: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={styles.postRow} aria-current={current} onClick={onChoose}>
      <span>
        <span className={styles.postName}>{post.name}</span>
        {post.archived ? <span className="soft"> · đã bỏ</span> : null}
        <br />
        <span className="soft">
          {post.holders.length > 0 ? post.holders.map((holder) => holder.name).join(', ') : 'chưa giao cho ai'}
        </span>
      </span>
      <span className={`${styles.postSide} soft numbers`}>{formatCount(post.taskCount)} nhiệm vụ</span>
    </button>
  );
}

function AddPost({ onAdded }: { onAdded: () => void }) {
  const writes = usePeopleWrites();
  const draft = useDraft(officeDraftKey('office', 'new-post', 'text'), '');
  const name = draft.text.trim();
  const add = useTypedAct(async () => {
    if (name === '' || !(await orToast(writes.addPost(name, [])))) return;
    draft.acknowledge(draft.text);
    onAdded();
  });
  return (
    <form
      className={styles.fields}
      aria-label="Thêm bộ phận"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        flex="1 1 10rem"
        aria-label="Tên bộ phận mới"
        placeholder="Tên bộ phận mới"
        maxLength={150}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name === ''}>
        Thêm
      </Button>
    </form>
  );
}
