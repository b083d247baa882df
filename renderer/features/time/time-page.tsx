/** Kỳ và thời hạn: what the plan's times mean, events, reporting windows, working days. One tab each, each with an address of its own. */
import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { EventsTab } from './events-tab.tsx';
import { WindowsTab } from './windows-tab.tsx';
import { WordsTab } from './words-tab.tsx';
import { YearsTab } from './years-tab.tsx';

const base = '/thoi-han';
const first = 'tra-loi';

export default function TimePage() {
  const [path, go] = useLocation();
  const { state, plan, error } = useOffice();
  const given = plan ? { params: { id: plan.id } } : null;
  const words = useData(contract.time.words, given);
  const events = useData(contract.time.events, given);
  const problem = error ?? words.error ?? events.error;
  if (!state)
    return <Page title="Kỳ và thời hạn">{problem ? <Note tone="problem">{problem.message}</Note> : null}</Page>;

  const [asked = '', ...rest] = path.slice(base.length).split('/').filter(Boolean);
  const open = words.data?.words.filter(({ question }) => question !== null).length ?? 0;
  const waiting = events.data?.awaited.filter(({ recorded }) => recorded === 0).length ?? 0;
  const tabs = [
    {
      key: first,
      label: 'Cần trả lời',
      count: open,
      panel:
        plan && words.data ? (
          <WordsTab plan={plan} words={words.data.words} asked={asked === 'chu' ? wordsOf(rest.join('/')) : null} />
        ) : (
          <NoPlan waiting={plan !== null} />
        ),
    },
    {
      key: 'su-kien',
      label: 'Sự kiện',
      count: waiting,
      panel:
        plan && events.data ? (
          <EventsTab year={plan.year} awaited={events.data.awaited} recorded={events.data.recorded} />
        ) : (
          <NoPlan waiting={plan !== null} />
        ),
    },
    { key: 'ky', label: 'Kỳ báo cáo', panel: <WindowsTab first={plan?.year ?? yearOf(state.today)} /> },
    { key: 'ngay-lam-viec', label: 'Ngày làm việc', panel: <YearsTab /> },
  ];
  const current = tabs.some(({ key }) => key === asked) ? asked : first;
  return (
    <Page title="Kỳ và thời hạn" sub={plan ? `${plan.title || 'Kế hoạch'} · năm ${plan.year}` : undefined} body="fill">
      {problem ? (
        <Note tone="problem" announce>
          {problem.message}
        </Note>
      ) : null}
      <ScreenTabs
        label="Các mục của kỳ và thời hạn"
        tabs={tabs}
        value={current}
        onChange={(key) => go(key === first ? base : `${base}/${key}`)}
        body="flow"
      />
    </Page>
  );
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Words of the plan out of the address; a broken address names none. */
function wordsOf(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const NoPlan = ({ waiting }: { waiting: boolean }) =>
  waiting ? null : (
    <EmptyState
      icon={IconCalendarTime}
      title="Chưa có kế hoạch nào"
      action={
        <Button component="a" href="#/ke-hoach" variant="filled">
          Mở kế hoạch đã có
        </Button>
      }
    >
      Khi có kế hoạch, chương trình đọc cột thời gian và hỏi ở đây những chỗ chưa rõ.
    </EmptyState>
  );
