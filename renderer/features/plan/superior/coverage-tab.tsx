/** Đối chiếu: each task of the superior beside what answers it in our plan; what has no counterpart comes into the plan with one click. */
import { Button, Select } from '@mantine/core';
import { IconCheck, IconSearchOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { CoverageRow, CoverageView, SuperiorPlanView } from '../../../../shared/api/contract/plan-down.ts';
import { shortDate } from '../../../../shared/text/dates.ts';
import { useData } from '../../../data/cache.ts';
import { call } from '../../../data/client.ts';
import { attemptWithUndo } from '../../../parts/acts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatCount } from '../../../ui/format.ts';
import type { GridColumn } from '../../../ui/grid/grid-model.ts';
import { VirtualTable } from '../../../ui/grid/virtual-table.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pane } from '../../../ui/page.tsx';
import { PillFilters } from '../../../ui/pill-filters.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { TaskStateBadge } from '../../../ui/state-badge.tsx';
import { BeyondPane } from './beyond-pane.tsx';
import { CoverageDetail } from './coverage-detail.tsx';
import {
  byArea,
  changeWords,
  countStates,
  type ShownState,
  shownRows,
  shownStates,
  stateBadges,
  stateOf,
  stateWords,
} from './coverage-words.ts';
import styles from './superior.module.css';

const { planDown } = contract;

const columns: readonly GridColumn<CoverageRow>[] = [
  {
    id: 'task',
    title: 'Nhiệm vụ cấp trên giao',
    width: 12,
    grow: 1,
    cell: (row) => (
      <>
        {row.text}
        {row.change ? <span className={styles.change}> {changeWords[row.change]}</span> : null}
      </>
    ),
  },
  {
    id: 'own',
    title: 'Nhiệm vụ của cơ quan',
    width: 12,
    grow: 1,
    cell: (row) =>
      row.links.length > 0 ? (
        row.links.map(({ text }) => text).join('; ')
      ) : row.state === 'ngoai' ? (
        <span className="soft">{row.reason}</span>
      ) : (
        <span className="soft">{row.proposals[0]?.text ?? '–'}</span>
      ),
  },
  {
    id: 'state',
    title: 'Đối chiếu',
    width: 9.5,
    cell: (row) => <TaskStateBadge state={stateBadges[stateOf(row)]}>{stateWords[stateOf(row)]}</TaskStateBadge>,
  },
];
const idOf = (row: CoverageRow): string => row.superiorTaskId;

type CoverageTabProps = { superior: SuperiorPlanView; planId: string; onPlan: (planId: string) => void };

export function CoverageTab({ superior, planId, onPlan }: CoverageTabProps) {
  const params = { id: superior.id };
  const { data, error } = useData(planDown.coverage, { params, query: { plan: planId } });
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data || data.planId !== planId) return null;
  return <Coverage key={planId} view={data} superior={superior} onPlan={onPlan} />;
}

type CoverageProps = { view: CoverageView; superior: SuperiorPlanView; onPlan: (planId: string) => void };

function Coverage({ view, superior, onPlan }: CoverageProps) {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<ShownState | null>(null);
  const [other, setOther] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const rows = useMemo(() => shownRows(view, { query, state }), [view, query, state]);
  const groups = useMemo(() => byArea(rows), [rows]);
  const counts = countStates(view.rows);
  const current = rows.find(({ superiorTaskId }) => superiorTaskId === activeId) ?? rows[0] ?? null;
  const beyond = view.beyond.length + view.gone.length;
  return (
    <div className={styles.coverage}>
      <Summary view={view} superior={superior} onPlan={onPlan} />
      <div className={styles.filters}>
        <SearchBox label="Tìm nhiệm vụ" value={query} onChange={setQuery} found={rows.length} />
        <PillFilters
          label="Lọc theo đối chiếu"
          mode="one"
          value={state === null || other ? [] : [state]}
          onChange={([first]) => {
            setOther(false);
            setState(first ?? null);
          }}
          pills={shownStates
            .filter((value) => value !== 'cap-tren' || counts[value] > 0)
            .map((value) => ({
              value,
              label: stateWords[value],
              count: counts[value],
              tone: value === 'chua-co' ? ('late' as const) : undefined,
            }))}
        />
        {beyond > 0 ? (
          <PillFilters
            label="Phần ngoài kế hoạch cấp trên"
            mode="one"
            value={other ? ['rieng'] : []}
            onChange={(chosen) => setOther(chosen.length > 0)}
            pills={[{ value: 'rieng', label: 'Riêng của cơ quan', count: beyond }]}
          />
        ) : null}
      </div>
      {other ? (
        <BeyondPane beyond={view.beyond} gone={view.gone} />
      ) : (
        <SplitPane
          name="doi-chieu"
          label="Chia bảng đối chiếu và nhiệm vụ đang xem"
          initial={62}
          min={35}
          max={75}
          left={
            <VirtualTable
              name="doi-chieu"
              label="Bảng đối chiếu"
              columns={columns}
              groups={groups}
              rowId={idOf}
              onActiveRow={(row) => setActiveId(row?.superiorTaskId ?? null)}
              isMarked={(row) => row.superiorTaskId === current?.superiorTaskId}
              empty={<NoRows complete={state === 'chua-co' && query === ''} />}
            />
          }
          right={
            <Pane title="Nhiệm vụ cấp trên giao">
              {current ? (
                <CoverageDetail
                  key={current.superiorTaskId}
                  row={current}
                  superiorId={superior.id}
                  planId={view.planId}
                />
              ) : (
                <p className={styles.padded}>Chọn một nhiệm vụ ở bảng bên trái.</p>
              )}
            </Pane>
          }
        />
      )}
    </div>
  );
}

/** Nothing missing is good news, not a search without result. */
const NoRows = ({ complete }: { complete: boolean }) =>
  complete ? (
    <EmptyState icon={IconCheck} title="Kế hoạch không thiếu nhiệm vụ nào cấp trên giao" size="small" />
  ) : (
    <EmptyState icon={IconSearchOff} title="Không có nhiệm vụ nào khớp" size="small">
      Hãy bỏ bớt chữ tìm hoặc bộ lọc.
    </EmptyState>
  );

/** How far the own plan answers the superior's, its day, and the two acts on many at once. */
function Summary({ view, superior, onPlan }: CoverageProps) {
  const { counts, planId } = view;
  const params = { id: superior.id };
  const missing = view.rows.filter(({ state }) => state === 'chua-co').map(({ superiorTaskId }) => superiorTaskId);
  const accept = () =>
    attemptWithUndo(`Đã nối ${formatCount(counts.sure)} nhiệm vụ.`, () =>
      call(planDown.acceptSure, { params, body: { planId } }),
    );
  const addAll = () =>
    attemptWithUndo(`Đã thêm ${formatCount(missing.length)} nhiệm vụ vào kế hoạch.`, () =>
      call(planDown.addTasks, { params, body: { planId, superiorTaskIds: missing } }),
    );
  return (
    <div className={styles.summary}>
      <Select
        aria-label="Kế hoạch của cơ quan"
        className={styles.ownPlan}
        allowDeselect={false}
        data={superior.ownPlans.map(({ id, title, number, linked }) => ({
          value: id,
          label: `${number || 'Dự thảo'}${linked > 0 ? `, đã nối ${formatCount(linked)}` : ''}: ${title}`,
        }))}
        value={planId}
        onChange={(value) => value && onPlan(value)}
      />
      <div className={styles.meter}>
        <span className="soft">Đã có nhiệm vụ tương ứng</span>
        <Meter
          label="Nhiệm vụ cấp trên giao đã có trong kế hoạch"
          value={counts.covered}
          total={counts.asked}
          tone={counts.missing > 0 ? 'due' : 'done'}
          show="percent"
        />
      </div>
      <Issue view={view} />
      <div className={styles.many}>
        {counts.sure > 0 ? (
          <Button variant="filled" onClick={() => void accept()}>
            Xác nhận {formatCount(counts.sure)} đề xuất chắc chắn
          </Button>
        ) : null}
        {missing.length > 1 ? (
          <Button onClick={() => void addAll()}>Thêm {formatCount(missing.length)} nhiệm vụ còn thiếu</Button>
        ) : null}
      </div>
    </div>
  );
}

function Issue({ view: { issue } }: { view: CoverageView }) {
  if (!issue) return null;
  const { due, confirmed, issued, late, days } = issue;
  const estimate = confirmed ? '' : ' (ngày nghỉ mới là ước tính)';
  if (issued === '')
    return (
      <span className="soft">
        Ban hành chậm nhất ngày {shortDate(due)}
        {estimate}
      </span>
    );
  return late ? (
    <TaskStateBadge state="late">
      Ban hành sau {days === null ? '' : `${days} ngày làm việc, `}hạn {shortDate(due)}
    </TaskStateBadge>
  ) : (
    <TaskStateBadge state="done">Ban hành kịp hạn {shortDate(due)}</TaskStateBadge>
  );
}
