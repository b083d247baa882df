/** "Hoạt động": what the office did (tuyên truyền, kiểm tra, đối thoại …), recorded once and counted in every report whose days hold it. */
import { Button } from '@mantine/core';
import { IconPlus, IconSearchOff, IconSpeakerphone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { type ActivityKind, activityKinds, activityNames } from '../../../shared/activity/activity.ts';
import { timesUnit, totalsOf } from '../../../shared/activity/totals.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { dialogOpen, isTyping } from '../../ui/keyboard.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { PillFilters, PillMenu } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import styles from './activities-page.module.css';
import { ActivityEditor } from './activity-editor.tsx';
import { type ActivityFilter, passesStanding, type Standing, shownActivities } from './activity-filter.ts';
import { ActivityList } from './activity-list.tsx';

export default function ActivitiesPage() {
  const { plan, window, state, error } = useOffice();
  if (error)
    return (
      <Page title="Hoạt động">
        <Note tone="problem">{error.message}</Note>
      </Page>
    );
  if (!state) return <Page title="Hoạt động">{null}</Page>;
  return <Activities plan={plan} window={window} state={state} />;
}

type Props = { plan: PlanSummary | null; window: WindowView | null; state: StateView };

/** The activity named in the address (`/hoat-dong/<id>`); `moi` opens an empty form. */
function useAsked(): string | null {
  const { '*': rest } = useParams<{ '*'?: string }>();
  return rest && /^[A-Za-z0-9_-]{1,64}$/.test(rest) ? rest : null;
}

const standings: readonly { value: Standing; label: string }[] = [
  { value: 'overdue', label: 'Quá hạn khắc phục' },
  { value: 'running', label: 'Đang công khai' },
  { value: 'no-task', label: 'Chưa gắn nhiệm vụ' },
];

function Activities({ plan, window, state }: Props) {
  const asked = useAsked();
  const [, go] = useLocation();
  const [wholeYear, setWholeYear] = useState(false);
  const [filter, setFilter] = useState<ActivityFilter>({
    query: '',
    kind: null,
    standing: null,
    area: null,
    village: null,
  });
  const { data, error } = useData(contract.activities.list, { query: {} });
  const change = (patch: Partial<ActivityFilter>) => setFilter({ ...filter, ...patch });
  const inDays = (view: ActivityView) =>
    window === null ||
    wholeYear ||
    (view.activity.date <= window.toDate && (view.activity.toDate ?? view.activity.date) >= window.fromDate);
  const all = data?.activities ?? [];
  const here = all.filter(inDays);
  const shown = shownActivities(here, filter);
  const making = asked === 'moi';
  const current = making ? null : (all.find((view) => view.activity.id === asked) ?? shown[0] ?? null);
  const pick = (id: string) => go(`/hoat-dong/${id}`, { replace: true });
  useNewKey(() => go('/hoat-dong/moi'));

  const byKind = (kind: ActivityKind) => here.filter((view) => view.activity.kind === kind).length;
  const areas = [...new Set(here.flatMap((view) => view.tasks.map((task) => task.area)))];
  const totals = totalsOf(shown.map((view) => view.activity));
  const late = all.filter((view) => view.overdue).length;
  const days = window === null || wholeYear ? 'mọi kỳ' : window.label;
  return (
    <Page
      title="Hoạt động"
      sub={
        data
          ? `${formatCount(here.length)} hoạt động · ${days}${late > 0 ? ` · ${formatCount(late)} tồn tại quá hạn khắc phục` : ''}`
          : undefined
      }
      actions={
        <>
          {window ? <WindowChoice windows={state.windows} window={window} /> : null}
          {all.length > 0 && !making ? (
            <Button
              variant="filled"
              leftSection={<IconPlus size="1.0625rem" />}
              title="Phím N"
              onClick={() => go('/hoat-dong/moi')}
            >
              Ghi hoạt động
            </Button>
          ) : null}
        </>
      }
      bar={
        all.length > 0 ? (
          <>
            <SearchBox
              label="Tìm hoạt động"
              value={filter.query}
              onChange={(query) => change({ query })}
              found={filter.query === '' ? null : shown.length}
            />
            <PillFilters
              label="Lọc theo loại"
              mode="one"
              value={filter.kind === null ? [] : [filter.kind]}
              onChange={([kind]) => change({ kind: kind ?? null })}
              pills={activityKinds
                .filter((kind) => byKind(kind) > 0 || kind === filter.kind)
                .map((kind) => ({ value: kind, label: activityNames[kind], count: byKind(kind) }))}
            />
            <PillFilters
              label="Lọc theo tình trạng"
              mode="one"
              value={filter.standing === null ? [] : [filter.standing]}
              onChange={([standing]) => change({ standing: standing ?? null })}
              pills={standings
                .map((pill) => ({
                  ...pill,
                  count: here.filter((view) => passesStanding(view, pill.value)).length,
                  tone: pill.value === 'overdue' ? ('late' as const) : undefined,
                }))
                .filter((pill) => pill.count > 0 || pill.value === filter.standing)}
            />
            {areas.length > 0 ? (
              <PillMenu
                label="Lĩnh vực"
                everything="Mọi lĩnh vực"
                options={areas.map((name) => ({ value: name, label: name }))}
                value={filter.area}
                onChange={(area) => change({ area })}
              />
            ) : null}
            {data && data.villages.length > 0 ? (
              <PillMenu
                label="Thôn, tổ dân phố"
                everything="Mọi thôn"
                options={data.villages.map((name) => ({ value: name, label: name }))}
                value={filter.village}
                onChange={(village) => change({ village })}
              />
            ) : null}
            {window ? (
              <PillFilters
                label="Thời gian"
                mode="one"
                value={wholeYear ? ['all'] : []}
                onChange={([value]) => setWholeYear(value === 'all')}
                pills={[{ value: 'all', label: 'Mọi kỳ', count: all.length }]}
              />
            ) : null}
          </>
        ) : undefined
      }
      body="fill"
    >
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {data && all.length === 0 && !making ? (
        <EmptyState
          icon={IconSpeakerphone}
          title="Chưa ghi hoạt động nào"
          action={
            <Button variant="filled" onClick={() => go('/hoat-dong/moi')}>
              Ghi hoạt động đầu tiên
            </Button>
          }
        >
          Buổi phát thanh, cuộc kiểm tra, đối thoại, tiếp dân, niêm yết công khai: ghi một lần, báo cáo quý, 6 tháng,
          năm tự đếm.
        </EmptyState>
      ) : data ? (
        <SplitPane
          name="hoat-dong"
          label="Chia danh sách hoạt động và phần ghi"
          initial={42}
          min={28}
          max={65}
          left={
            shown.length > 0 ? (
              <ActivityList
                views={shown}
                totals={totals
                  .map(
                    ({ kind, times, people }) =>
                      `${activityNames[kind]} ${formatCount(times)} ${timesUnit[kind]}${people > 0 ? `, ${formatCount(people)} người` : ''}`,
                  )
                  .join(' · ')}
                currentId={making ? null : (current?.activity.id ?? null)}
                onPick={pick}
              />
            ) : (
              <Pane label="Danh sách hoạt động">
                <EmptyState
                  icon={IconSearchOff}
                  title="Không có hoạt động nào"
                  size="small"
                  action={
                    here.length < all.length ? (
                      <Button onClick={() => setWholeYear(true)}>Xem mọi kỳ ({formatCount(all.length)})</Button>
                    ) : undefined
                  }
                >
                  {here.length === 0 ? `Chưa ghi hoạt động nào trong ${days}.` : 'Hãy bỏ bớt chữ tìm hoặc bộ lọc.'}
                </EmptyState>
              </Pane>
            )
          }
          right={
            making || current ? (
              <ActivityEditor
                key={making ? 'moi' : current?.activity.id}
                view={making ? null : current}
                all={all}
                villages={data.villages}
                plan={plan}
                today={state.today}
                onMade={() => go('/hoat-dong/moi', { replace: true })}
                onLeave={() => go('/hoat-dong')}
              />
            ) : (
              <Pane label="Hoạt động">
                <div className={styles.hint}>Chọn một hoạt động, hoặc bấm N để ghi mới.</div>
              </Pane>
            )
          }
        />
      ) : null}
    </Page>
  );
}

/** "N" begins a new entry from anywhere on the screen but a text field. */
function useNewKey(open: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key.toLowerCase() !== 'n' || isTyping(event.target) || dialogOpen()) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
