/** Cơ quan: the office's own names, its people and posts, its units, its data. One tab each, each with an address of its own. */
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { receivesReports } from '../../parts/office-form/values.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { DataTab } from './data-tab.tsx';
import { HandoverTab } from './handover-tab.tsx';
import { OfficesTab } from './offices-tab.tsx';
import { OwnTab } from './own-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { PostsTab } from './posts-tab.tsx';
import { TrustTab } from './trust-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { UnknownWordsTab } from './unknown-words-tab.tsx';

const base = '/co-quan';
/** The first tab has the bare address. */
const first = 'ten';

export default function OfficePage() {
  const [path, go] = useLocation();
  const { state, error } = useOffice();
  const people = useData(contract.office.people);
  const office = state?.office;
  const problem = error ?? people.error;

  if (!state || !office || !people.data)
    return <Page title="Cơ quan">{problem ? <Note tone="problem">{problem.message}</Note> : null}</Page>;

  const { posts, people: persons, unresolved } = people.data;
  const tabs = [
    { key: first, label: 'Tên cơ quan', panel: <OwnTab office={office} /> },
    {
      key: 'nguoi',
      label: 'Người',
      count: persons.filter((person) => !person.archived).length,
      panel: <PeopleTab people={people.data} today={state.today} />,
    },
    {
      key: 'bo-phan',
      label: 'Bộ phận',
      count: posts.filter((post) => !post.archived).length,
      panel: <PostsTab people={people.data} today={state.today} />,
    },
    {
      key: 'ban-giao',
      label: 'Bàn giao',
      panel: <HandoverTab people={people.data} office={office} today={state.today} />,
    },
    {
      key: 'chua-ro',
      label: 'Chưa rõ là ai',
      count: unresolved.length,
      panel: <UnknownWordsTab people={people.data} />,
    },
    ...(receivesReports(office.unit.kind) || office.subordinates.length > 0
      ? [
          {
            key: 'cap-duoi',
            label: 'Đơn vị cấp dưới',
            count: office.subordinates.length,
            panel: <UnitsTab office={office} />,
          },
        ]
      : []),
    { key: 'khoa', label: 'Khóa và thẻ đơn vị', panel: <TrustTab /> },
    { key: 'du-lieu', label: 'Dữ liệu', panel: <DataTab state={state} office={office} /> },
    { key: 'ho-so', label: 'Hồ sơ khác', panel: <OfficesTab /> },
  ];
  const asked = path.slice(base.length).replace(/^\//, '');
  const current = tabs.some((tab) => tab.key === asked) ? asked : first;

  return (
    <Page title="Cơ quan" sub={officeName(office.unit)} body="fill">
      {problem ? (
        <Note tone="problem" announce>
          {problem.message}
        </Note>
      ) : null}
      <ScreenTabs
        label="Các mục của cơ quan"
        tabs={tabs}
        value={current}
        onChange={(key) => go(key === first ? base : `${base}/${key}`)}
        body="flow"
      />
    </Page>
  );
}
