/** People of the office and the posts they hold. */
import { ActionIcon, Button, Menu, MultiSelect, TextInput } from '@mantine/core';
import { IconDots, IconUsers } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { compareNames } from '../../../shared/text/fold.ts';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import tableStyles from '../../ui/list-table.module.css';
import { TextAction } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { HoldingChip } from './holding-chip.tsx';
import styles from './office-page.module.css';
import { orToast, type PeopleWrites, type Person, usePeopleWrites } from './people-writes.ts';

export function PeopleTab({ people, today }: { people: PeopleView; today: IsoDate }) {
  const writes = usePeopleWrites();
  const [giving, setGiving] = useState<Person | null>(null);
  const [gone, setGone] = useState(false);
  const shown = people.people
    .filter((person) => gone || !person.archived)
    .sort((a, b) => Number(a.archived) - Number(b.archived) || compareNames(a.name, b.name));
  const archived = people.people.filter((person) => person.archived).length;

  return (
    <>
      <AddPerson people={people} />
      <Pane
        label="Danh sách người"
        foot={
          archived > 0 ? (
            <TextAction onClick={() => setGone(!gone)}>
              {gone ? 'Ẩn người đã nghỉ' : `Xem cả ${archived} người đã nghỉ`}
            </TextAction>
          ) : null
        }
      >
        {shown.length === 0 ? (
          <EmptyState size="small" icon={IconUsers} title="Chưa có ai">
            Ghi tên từng người ở trên và chọn bộ phận người đó phụ trách. Nhiệm vụ tự theo bộ phận.
          </EmptyState>
        ) : (
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">Họ và tên</th>
                <th scope="col">Đang phụ trách</th>
                <th scope="col">
                  <span className="visually-hidden">Việc khác</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <PersonRow key={person.id} person={person} people={people} writes={writes} onGive={setGiving} />
              ))}
            </tbody>
          </table>
        )}
      </Pane>
      <GiveDialog
        title={giving ? `Giao bộ phận cho ${giving.name}` : ''}
        field="Bộ phận"
        choices={people.posts
          .filter((post) => !post.archived && !post.holders.some((holder) => holder.personId === giving?.id))
          .map((post) => ({ value: post.id, label: post.name }))}
        opened={giving !== null}
        today={today}
        onClose={() => setGiving(null)}
        onGive={(postId, fromDate) => {
          const post = people.posts.find((each) => each.id === postId);
          return giving && post
            ? writes.hold(giving.id, post.id, fromDate, `${giving.name} phụ trách ${post.name}.`)
            : Promise.resolve(null);
        }}
      />
    </>
  );
}

type PersonRowProps = { person: Person; people: PeopleView; writes: PeopleWrites; onGive: (person: Person) => void };

function PersonRow({ person, people, writes, onGive }: PersonRowProps) {
  return (
    <tr>
      <td>
        <InlineText
          label={`Tên của ${person.name}`}
          value={person.name}
          maxLength={100}
          onSave={(name) => {
            if (name.trim() === '') return 'Tên không để trống được.';
            return writes.changePerson(person, { name }, `Đã đổi tên thành ${name.trim()}.`);
          }}
        />
        {person.archived ? <span className="soft"> đã nghỉ</span> : null}
      </td>
      <td>
        <div className={styles.chips}>
          {people.posts.flatMap((post) =>
            post.holders
              .filter((holder) => holder.personId === person.id)
              .map((holder) => (
                <HoldingChip
                  key={holder.holdingId}
                  words={post.name}
                  fromDate={holder.fromDate}
                  label={`${person.name} thôi phụ trách ${post.name}`}
                  onEnd={() => orToast(writes.release(holder.holdingId, `${person.name} thôi phụ trách ${post.name}.`))}
                />
              )),
          )}
          {person.archived ? null : (
            <Button size="compact-sm" aria-label={`Giao bộ phận cho ${person.name}`} onClick={() => onGive(person)}>
              Giao bộ phận…
            </Button>
          )}
        </div>
      </td>
      <td className={tableStyles.end}>
        <PersonMenu person={person} writes={writes} />
      </td>
    </tr>
  );
}

function PersonMenu({ person, writes }: { person: Person; writes: PeopleWrites }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Việc khác với ${person.name}`}>
          <IconDots size="1.125rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            orToast(
              writes.changePerson(
                person,
                { archived: !person.archived },
                person.archived ? `${person.name} làm việc trở lại.` : `Đã ghi ${person.name} nghỉ.`,
              ),
            )
          }
        >
          {person.archived ? 'Làm việc trở lại' : 'Đã nghỉ, chuyển đi'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AddPerson({ people }: { people: PeopleView }) {
  const writes = usePeopleWrites();
  const profileId = useSession((session) => session.profileId);
  const draft = useDraft(`${profileId ?? 'main'}/office/new-person`, '');
  const [postIds, setPostIds] = useState<string[]>([]);
  const box = useRef<HTMLInputElement>(null);
  const name = draft.text.trim();

  const add = async () => {
    if (name === '') return box.current?.focus();
    if (!(await orToast(writes.addPerson(name, postIds)))) return;
    draft.acknowledge(draft.text);
    setPostIds([]);
    box.current?.focus();
  };

  return (
    <form
      className={styles.add}
      aria-label="Thêm người"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        ref={box}
        label="Họ và tên"
        maxLength={100}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
      />
      <MultiSelect
        label="Phụ trách"
        placeholder={postIds.length === 0 ? 'Chọn bộ phận (có thể giao sau)' : ''}
        searchable
        data={people.posts.filter((post) => !post.archived).map((post) => ({ value: post.id, label: post.name }))}
        value={postIds}
        onChange={setPostIds}
      />
      <Button type="submit" variant="filled">
        Thêm người
      </Button>
    </form>
  );
}
