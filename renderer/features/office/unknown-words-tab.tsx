/** Wordings of the plan that name no post of the office: each is given to a post, becomes one, or waits for people. */
import { Button, Select } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import tableStyles from '../../ui/list-table.module.css';
import { Pane } from '../../ui/page.tsx';
import { orToast, usePeopleWrites } from './people-writes.ts';

type Unresolved = PeopleView['unresolved'][number];

export function UnknownWordsTab({ people }: { people: PeopleView }) {
  const words = [...people.unresolved].sort((a, b) => Number(a.generic) - Number(b.generic) || b.groups - a.groups);
  if (words.length === 0)
    return (
      <Pane label="Chưa rõ là ai">
        <EmptyState size="small" icon={IconChecks} title="Mọi cách ghi trong kế hoạch đều đã rõ là bộ phận nào" />
      </Pane>
    );
  return (
    <>
      <p className="soft">
        Kế hoạch ghi như dưới đây, chương trình chưa biết là bộ phận nào nên không tự đoán. Chữ trong kế hoạch giữ
        nguyên.
      </p>
      <Pane label="Chưa rõ là ai">
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">Ghi trong kế hoạch</th>
              <th scope="col" className={tableStyles.number}>
                Số nhóm việc
              </th>
              <th scope="col">Là bộ phận</th>
              <th scope="col">
                <span className="visually-hidden">Cách khác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {words.map((unresolved) => (
              <WordingRow key={unresolved.wording} unresolved={unresolved} people={people} />
            ))}
          </tbody>
        </table>
      </Pane>
    </>
  );
}

function WordingRow({
  unresolved: { wording, generic, groups },
  people,
}: {
  unresolved: Unresolved;
  people: PeopleView;
}) {
  const writes = usePeopleWrites();
  const [busy, setBusy] = useState(false);
  const during = async (act: Promise<unknown>) => {
    setBusy(true);
    await act;
    setBusy(false);
  };
  return (
    <tr>
      <td>
        {wording}
        {generic ? (
          <div className="soft">Nhóm chung, cần người giao: chọn người cho từng việc ở bảng Nhiệm vụ.</div>
        ) : null}
      </td>
      <td className={`${tableStyles.number} numbers`}>{formatCount(groups)}</td>
      <td>
        <Select
          aria-label={`${wording} là bộ phận`}
          placeholder="Chọn bộ phận"
          searchable
          disabled={busy}
          data={people.posts.filter((post) => !post.archived).map((post) => ({ value: post.id, label: post.name }))}
          value={null}
          onChange={(postId) => {
            const post = people.posts.find((each) => each.id === postId);
            if (post)
              void during(
                orToast(
                  writes.changePost(post, { aliases: [...post.aliases, wording] }, `“${wording}” là ${post.name}.`),
                ),
              );
          }}
        />
      </td>
      <td className={tableStyles.end}>
        {generic ? null : (
          <Button
            size="compact-sm"
            disabled={busy}
            aria-label={`Lập bộ phận ${wording}`}
            onClick={() => during(orToast(writes.addPost(wording, [])))}
          >
            Lập bộ phận mới
          </Button>
        )}
      </td>
    </tr>
  );
}
