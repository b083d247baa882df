/** Nhiệm vụ: the plan's task table as a working table, in the order of the paper. */
import { Button } from '@mantine/core';
import { IconFileImport, IconTable } from '@tabler/icons-react';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { WorkingTable } from './working-table.tsx';

const openPlanPath = '/mo-ke-hoach';

export default function TasksPage() {
  const { state, error, plan, window } = useOffice();
  if (state && plan) return <PlanTasks key={plan.id} state={state} plan={plan} window={window} />;
  return (
    <Page title="Nhiệm vụ">
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {state ? (
        <EmptyState
          icon={IconTable}
          title="Chưa có kế hoạch nên chưa có nhiệm vụ."
          action={
            <Button
              component={Link}
              href={openPlanPath}
              variant="filled"
              leftSection={<IconFileImport size="1.125rem" />}
            >
              Mở kế hoạch đã có
            </Button>
          }
        >
          Mở tệp Word của kế hoạch năm: bảng nhiệm vụ trong phụ lục sẽ thành bảng làm việc ở đây.
        </EmptyState>
      ) : null}
    </Page>
  );
}

function PlanTasks({ state, plan, window }: { state: StateView; plan: PlanSummary; window: WindowView | null }) {
  const { data: table, error } = useData(contract.plans.table, {
    params: { id: plan.id },
    query: window ? { window: window.id } : {},
  });
  const { data: people } = useData(contract.office.people);
  const sub = planWords(plan);
  if (!table || table.planId !== plan.id)
    return (
      <Page title="Nhiệm vụ" sub={sub}>
        {error ? <Note tone="problem">{error.message}</Note> : null}
      </Page>
    );
  if (table.groups.length === 0)
    return (
      <Page title="Nhiệm vụ" sub={sub}>
        <EmptyState
          icon={IconTable}
          title="Kế hoạch này không có bảng nhiệm vụ."
          action={
            <Button component={Link} href={openPlanPath} variant="filled">
              Mở tệp có phụ lục nhiệm vụ
            </Button>
          }
        >
          Tệp đã mở chỉ có phần lời. Nếu phụ lục nằm ở tệp khác, hãy mở tệp đó.
        </EmptyState>
      </Page>
    );
  return <WorkingTable state={state} plan={plan} table={table} people={people} sub={sub} />;
}

/** "Kế hoạch số 08/KH-UBND ngày 11/01/2024 · 9 lĩnh vực, 30 nhóm"; how many tasks is said where they are counted */
function planWords(plan: PlanSummary): string {
  const name = [
    plan.number ? `Kế hoạch số ${plan.number}` : `Kế hoạch năm ${plan.year}`,
    plan.date ? `ngày ${shortDate(plan.date)}` : '',
  ];
  return `${name.filter(Boolean).join(' ')} · ${formatCount(plan.areas)} lĩnh vực, ${formatCount(plan.groups)} nhóm`;
}
