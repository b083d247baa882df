/** "Việc của tôi": one officer, one period; what is still to be told on the left, the entry with its proof on the right. */
import { Button } from '@mantine/core';
import { IconChecklist, IconMoodCheck, IconSearchOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation, useParams } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PeopleView, PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { urgencies, urgencyWords } from '../../../shared/overview/cell.ts';
import { compareNames } from '../../../shared/text/fold.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { PillMenu } from '../../ui/pill-filters.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { useMineView } from './mine-view.ts';
import { PersonChooser } from './person-chooser.tsx';
import { useOthersTask, useWork } from './use-work.ts';
import { WorkBar } from './work-bar.tsx';
import { countStandings, countUrgencies, isIdle, searchText, shownItems } from './work-list.ts';
import { WorkListPane } from './work-list-pane.tsx';
import { WorkPane } from './work-pane.tsx';

export default function MinePage() {
  const { plan, window, state, error } = useOffice();
  const { data: people } = useData(contract.office.people);
  const personId = useSession((session) => session.personId);
  const person = people?.people.find((each) => each.id === personId) ?? null;
  const asked = useAskedTask();

  if (error) return <ProblemPage sentence={error.message} />;
  if (state && !plan) return <NoPlanPage />;
  if (!state || !people || !plan || !window) return <Page title="Việc của tôi">{null}</Page>;
  if (!person && asked === null)
    return (
      <Page title="Việc của tôi" sub="Chọn tên của anh/chị để thấy việc được giao.">
        <PersonChooser people={people} />
      </Page>
    );
  const posts = people.posts.filter((post) => person?.postIds.includes(post.id)).map((post) => post.name);
  const who = [person?.name, posts.join(', ')].filter(Boolean).join(' · ');
  return <WorkPage plan={plan} window={window} state={state} people={people} who={who} asked={asked} />;
}

/** `15/3 – 14/6` when the year is plain from the label, else with years. */
function span({ fromDate, toDate, year }: WindowView): string {
  const short = (date: string) =>
    date.startsWith(`${year}-`) ? typedDate(date).replace(/\/\d+$/, '') : typedDate(date);
  return `${short(fromDate)} – ${short(toDate)}`;
}

/** The task named in the address (`/viec-cua-toi/<task>`), where another screen sent the person here for it. */
function useAskedTask(): string | null {
  const { '*': rest } = useParams<{ '*'?: string }>();
  return rest && /^[A-Za-z0-9_-]{1,64}$/.test(rest) ? rest : null;
}

function WhoAndWhen({
  people,
  windows,
  window,
}: {
  people: PeopleView;
  windows: readonly WindowView[];
  window: WindowView;
}) {
  const personId = useSession((session) => session.personId);
  const actAs = useSession((session) => session.actAs);
  const serving = people.people.filter((each) => !each.archived).sort((a, b) => compareNames(a.name, b.name));
  const names = serving.map((each) => ({ value: each.id, label: each.name }));
  return (
    <>
      <PillMenu label="Tôi là" everything="Chọn tên" options={names} value={personId} onChange={actAs} required />
      <WindowChoice windows={windows} window={window} />
    </>
  );
}

/** "3 quá hạn", "5 đến hạn kỳ này" …: only what there is. */
function urgentWords(items: readonly WorkItem[], window: WindowView, today: string): string[] {
  const counts = countUrgencies(items, window, today);
  return urgencies
    .filter((urgency) => urgency !== 'rest' && counts[urgency] > 0)
    .map((urgency) => `${counts[urgency]} ${urgencyWords[urgency].toLowerCase()}`);
}

type WorkPageProps = {
  plan: PlanSummary;
  window: WindowView;
  state: StateView;
  people: PeopleView;
  who: string;
  asked: string | null;
};

/** What stands in one officer's list now, and which of it is open on the right. */
function useShownWork({ plan, window, state, asked }: Pick<WorkPageProps, 'plan' | 'window' | 'state' | 'asked'>) {
  const personId = useSession((session) => session.personId);
  const { items, error, list } = useWork({ plan, window, personId, today: state.today });
  const { query, standing, idleShown, chosen, choose } = useMineView();
  const [, go] = useLocation();
  const keep = asked ?? chosen[list] ?? null;
  const folded = !idleShown && query === '';
  const idle = items?.filter(isIdle).length ?? 0;
  const offered = items?.filter((item) => !folded || !isIdle(item) || item.id === keep) ?? [];
  const shown = shownItems(offered, { query, standing, keep }, searchText);
  const mine = items?.find((item) => item.id === keep) ?? null;
  const othersTask = useOthersTask(mine === null && (items !== null || personId === null) ? asked : null, plan, window);
  const current = mine ?? othersTask ?? (asked === null ? (shown[0] ?? null) : null);
  const counts = countStandings(items?.filter((item) => !isIdle(item)) ?? []);
  const pick = (item: WorkItem) => {
    choose(list, item.id);
    if (asked !== null) go('/viec-cua-toi', { replace: true });
  };
  // A task opened by its address becomes the chosen one, so that it is still there after a walk to another screen.
  useEffect(() => {
    if (asked !== null && items?.some((item) => item.id === asked)) choose(list, asked);
  }, [asked, items, list, choose]);

  return { personId, items, error, shown, current, othersTask, counts, idle, folded, pick };
}

function WorkPage({ plan, window, state, people, who, asked }: WorkPageProps) {
  const { windows, today } = state;
  const work = useShownWork({ plan, window, state, asked });
  const { personId, items, error, shown, current, othersTask } = work;
  const pane = useRef<HTMLDivElement>(null);
  const listPane = useRef<HTMLDivElement>(null);

  const nothing = items?.length === 0 && othersTask === null;
  return (
    <Page
      title="Việc của tôi"
      sub={[who, `${window.label} (${span(window)})`, ...urgentWords(items ?? [], window, today)]
        .filter(Boolean)
        .join(' · ')}
      actions={<WhoAndWhen people={people} windows={windows} window={window} />}
      bar={nothing ? undefined : <WorkBar shown={shown} counts={work.counts} idle={work.idle} />}
      body="fill"
    >
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {nothing ? <NothingAssigned /> : null}
      {nothing || error ? null : (
        <SplitPane
          name="viec-cua-toi"
          label="Chia danh sách việc và phần ghi kết quả"
          initial={40}
          min={26}
          max={60}
          left={
            <div ref={listPane} style={{ display: 'contents' }}>
              <WorkListPane
                shown={shown}
                currentId={current?.id ?? null}
                window={window}
                today={today}
                nobody={personId === null}
                locked={window.lockedAt !== null}
                onPick={work.pick}
                onPress={() => pane.current?.firstElementChild?.scrollIntoView({ block: 'nearest' })}
                onEnter={() => pane.current?.querySelector<HTMLElement>('textarea')?.focus()}
              />
            </div>
          }
          right={
            <div ref={pane} style={{ display: 'contents' }}>
              {current ? (
                <WorkPane
                  key={`${current.id}/${window.id}`}
                  item={current}
                  planId={plan.id}
                  window={window}
                  people={people}
                  othersTask={current === othersTask}
                  groupTasks={items?.filter((item) => item.groupId === current.groupId).length ?? 1}
                  onLeave={() => listPane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
                />
              ) : (
                <Pane label="Kết quả của việc">
                  <EmptyState icon={IconSearchOff} title="Không có việc nào khớp" size="small">
                    {work.idle > 0 && work.folded
                      ? 'Kỳ này không có việc đến hạn. Chọn “Cả việc không đến hạn” để xem các việc khác.'
                      : 'Hãy bỏ bớt chữ tìm hoặc bộ lọc.'}
                  </EmptyState>
                </Pane>
              )}
            </div>
          }
        />
      )}
    </Page>
  );
}

function NothingAssigned() {
  return (
    <EmptyState
      icon={IconMoodCheck}
      title="Chưa có nhiệm vụ nào giao cho anh/chị trong kế hoạch này"
      action={
        <>
          <Button component="a" href="#/nhiem-vu">
            Xem bảng nhiệm vụ
          </Button>
          <Button component="a" href="#/co-quan">
            Xem ai giữ chức danh nào
          </Button>
        </>
      }
    >
      Việc đến với một người qua chức danh ghi ở cột chủ trì, hoặc khi được giao đích danh trong bảng nhiệm vụ.
    </EmptyState>
  );
}

function NoPlanPage() {
  return (
    <Page title="Việc của tôi" body="fill">
      <EmptyState
        icon={IconChecklist}
        title="Chưa có kế hoạch nào nên chưa có việc"
        action={
          <Button component="a" href="#/ke-hoach" variant="filled">
            Mở kế hoạch đã có
          </Button>
        }
      >
        Mở tệp kế hoạch Word hoặc Excel của cơ quan, bảng nhiệm vụ trong đó thành danh sách việc của từng người.
      </EmptyState>
    </Page>
  );
}

const ProblemPage = ({ sentence }: { sentence: string }) => (
  <Page title="Việc của tôi">
    <Note tone="problem">{sentence}</Note>
  </Page>
);
