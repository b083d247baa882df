/** One post: its name, who holds it since when, and the wordings under which plans name it. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PeopleView, PostView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { compareNames, fold } from '../../../shared/text/fold.ts';
import { formatCount } from '../../ui/format.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Pane } from '../../ui/page.tsx';
import { useTypedAct } from '../../ui/take-in.ts';
import { GiveDialog } from './give-dialog.tsx';
import { HoldingChip } from './holding-chip.tsx';
import styles from './office-page.module.css';
import { orToast, type PeopleWrites, usePeopleWrites } from './people-writes.ts';

export function PostDetail({ post, people, today }: { post: PostView; people: PeopleView; today: IsoDate }) {
  const writes = usePeopleWrites();
  const [giving, setGiving] = useState(false);
  return (
    <Pane
      title={post.name}
      aside={`chủ trì ${formatCount(post.taskCount)} nhiệm vụ`}
      padded
      foot={
        <Button
          size="compact-sm"
          onClick={() =>
            orToast(
              writes.changePost(
                post,
                { archived: !post.archived },
                post.archived ? `Dùng lại bộ phận ${post.name}.` : `Đã bỏ bộ phận ${post.name}. Nhiệm vụ giữ nguyên.`,
              ),
            )
          }
        >
          {post.archived ? 'Dùng lại bộ phận này' : 'Bỏ bộ phận này'}
        </Button>
      }
    >
      <div className={styles.stack}>
        <section>
          <h3 className={styles.heading}>Tên bộ phận</h3>
          <InlineText
            label="Tên bộ phận"
            value={post.name}
            maxLength={150}
            onSave={(name) => {
              if (name.trim() === '') return 'Tên không để trống được.';
              // The plan still says the old name: as an alias it keeps leading here.
              const aliases = withAlias(post, post.name);
              return writes.changePost(post, { name, aliases }, `Đã đổi tên bộ phận thành ${name.trim()}.`);
            }}
          />
        </section>
        <section>
          <h3 className={styles.heading}>Người phụ trách</h3>
          <div className={styles.chips}>
            {post.holders.length === 0 ? <span className="soft">Chưa giao cho ai.</span> : null}
            {post.holders.map((holder) => (
              <HoldingChip
                key={holder.holdingId}
                words={holder.name}
                fromDate={holder.fromDate}
                label={`${holder.name} thôi phụ trách ${post.name}`}
                onEnd={() => orToast(writes.release(holder.holdingId, `${holder.name} thôi phụ trách ${post.name}.`))}
              />
            ))}
            <Button size="compact-sm" onClick={() => setGiving(true)}>
              Giao cho người…
            </Button>
          </div>
        </section>
        <Aliases post={post} writes={writes} />
      </div>
      <GiveDialog
        title={`Giao ${post.name}`}
        field="Người"
        choices={people.people
          .filter((person) => !person.archived && !person.postIds.includes(post.id))
          .sort((a, b) => compareNames(a.name, b.name))
          .map((person) => ({ value: person.id, label: person.name }))}
        opened={giving}
        today={today}
        onClose={() => setGiving(false)}
        onGive={(personId, fromDate) => {
          const name = people.people.find((person) => person.id === personId)?.name ?? '';
          return writes.hold(personId, post.id, fromDate, `${name} phụ trách ${post.name}.`);
        }}
      />
    </Pane>
  );
}

const withAlias = (post: PostView, wording: string): string[] =>
  [post.name, ...post.aliases].some((each) => each !== post.name && fold(each) === fold(wording))
    ? post.aliases
    : [...post.aliases, wording];

function Aliases({ post, writes }: { post: PostView; writes: PeopleWrites }) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState('');
  const wording = typed.trim();
  const add = useTypedAct(async () => {
    if (wording === '') return;
    if ([post.name, ...post.aliases].some((each) => fold(each) === fold(wording)))
      return setRefused('Bộ phận này đã nhận cách ghi đó.');
    const answer = await writes.changePost(
      post,
      { aliases: [...post.aliases, wording] },
      `“${wording}” là ${post.name}.`,
    );
    setRefused(answer ?? '');
    if (answer === null) setTyped('');
  });
  return (
    <section>
      <h3 className={styles.heading}>Cách ghi khác trong kế hoạch</h3>
      <div className={styles.stack}>
        <div className={styles.chips}>
          {post.aliases.length === 0 ? <span className="soft">Chưa có.</span> : null}
          {post.aliases.map((alias) => (
            <span key={alias} className={`${styles.chip} ${styles.chipPlain}`}>
              {alias}
              <CloseButton
                size="sm"
                radius="xl"
                aria-label={`Bỏ cách ghi ${alias}`}
                title={`Bỏ cách ghi ${alias}`}
                onClick={() =>
                  orToast(
                    writes.changePost(
                      post,
                      { aliases: post.aliases.filter((each) => each !== alias) },
                      `Đã bỏ cách ghi “${alias}”.`,
                    ),
                  )
                }
              />
            </span>
          ))}
        </div>
        <form
          className={styles.fields}
          aria-label="Thêm cách ghi"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            flex="1 1 12rem"
            aria-label="Cách ghi khác"
            placeholder="Ví dụ: VH-XH"
            maxLength={200}
            value={typed}
            error={refused}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setRefused('');
            }}
          />
          <Button type="submit" disabled={wording === ''}>
            Thêm cách ghi
          </Button>
        </form>
        <p className="soft">
          Hoa, thường, dấu gạch, chữ “công chức”, “bộ phận” hay tên đơn vị ở cuối không cần ghi riêng: chương trình tự
          bỏ qua khi so.
        </p>
      </div>
    </section>
  );
}
