/** Điều hành: how far people, areas and windows are; the whole year; the Chủ tịch's page. One tab each, each with an address of its own. */
import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { YearFacts } from '../../../shared/overview/year.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { usePickedTasks } from '../../state/picked-tasks.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { AreasTab } from './areas-tab.tsx';
import { BriefingTab } from './briefing-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { WindowsTab } from './windows-tab.tsx';
import { YearTab } from './year-tab.tsx';

const base = '/dieu-hanh';
const tabs = [
  { key: 'nguoi', label: 'Theo người' },
  { key: 'noi-dung', label: 'Theo nội dung' },
  { key: 'ky', label: 'Theo kỳ' },
  { key: 'ca-nam', label: 'Cả năm' },
  { key: 'ban-trinh', label: 'Bản trình Chủ tịch' },
] as const;
type Tab = (typeof tabs)[number]['key'];

export default function OverviewPage() {
  const [path, go] = useLocation();
  const { state, plan, window, error } = useOffice();
  const { data, error: refused } = useData(
    contract.overview.year,
    plan && window ? { query: { plan: plan.id } } : null,
  );
  const asked = path.slice(base.length).replace(/^\//, '');
  const tab: Tab = tabs.find(({ key }) => key === asked)?.key ?? 'nguoi';
  const problem = error ?? refused;
  if (problem)
    return (
      <Page title="Điều hành">
        <Note tone="problem">{problem.message}</Note>
      </Page>
    );
  if (state && !plan) return <NoPlan />;
  if (!state || !plan || !window || !data || data.facts.planId !== plan.id)
    return <Page title="Điều hành">{null}</Page>;
  return (
    <Page
      title="Điều hành"
      sub={`${plan.title || `Kế hoạch năm ${plan.year}`} · tính đến ${shortDate(state.today)}`}
      actions={<WindowChoice windows={state.windows} window={window} />}
      body="fill"
    >
      <ScreenTabs
        label="Các cách nhìn"
        tabs={tabs.map((each) => ({
          ...each,
          panel:
            each.key === tab ? (
              <Shown tab={tab} plan={plan} window={window} state={state} facts={data.facts} before={data.before} />
            ) : null,
        }))}
        value={tab}
        onChange={(key) => go(key === 'nguoi' ? base : `${base}/${key}`)}
      />
    </Page>
  );
}

type ShownProps = {
  tab: Tab;
  plan: PlanSummary;
  window: WindowView;
  state: StateView;
  facts: YearFacts;
  before: YearFacts | null;
};

function Shown({ tab, plan, window, state, facts, before }: ShownProps) {
  const [, go] = useLocation();
  const pick = usePickedTasks((picked) => picked.pick);
  const chooseWindow = useSession((session) => session.chooseWindow);
  const at = facts.windows.findIndex(({ id }) => id === window.id);
  const toTasks = (ids: readonly string[], words: string) => {
    pick({ planId: plan.id, words, ids: new Set(ids) });
    go('/nhiem-vu');
  };
  const { today } = state;
  if (tab === 'ban-trinh') return <BriefingTab planId={plan.id} windowId={window.id} today={today} />;
  if (tab === 'ca-nam') return <YearTab facts={facts} today={today} toTask={(taskId) => go(`/nhiem-vu/${taskId}`)} />;
  if (tab === 'noi-dung') return <AreasTab facts={facts} before={before} at={at} today={today} toTasks={toTasks} />;
  if (tab === 'nguoi') return <PeopleTab facts={facts} at={at} today={today} toTasks={toTasks} />;
  return (
    <WindowsTab
      facts={facts}
      today={today}
      toTasks={(windowId) => (ids, words) => {
        chooseWindow(windowId);
        toTasks(ids, words);
      }}
    />
  );
}

function NoPlan() {
  return (
    <Page title="Điều hành" body="fill">
      <EmptyState
        icon={IconChartBar}
        title="Chưa có kế hoạch nên chưa có gì để xem"
        action={
          <Button component={Link} href="/ke-hoach" variant="filled">
            Mở kế hoạch đã có
          </Button>
        }
      >
        Khi có bảng nhiệm vụ, màn này cho biết ai chậm, nội dung nào chậm, và in bản trình Chủ tịch mỗi sáng.
      </EmptyState>
    </Page>
  );
}
