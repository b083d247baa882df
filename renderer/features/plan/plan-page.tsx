/** Kế hoạch: the plans kept on this computer, and the one being worked in as a document to read. */
import { IconFileText } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { compareFile } from '../../parts/returned/returned-store.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { DownPage, downPath } from './down/down-page.tsx';
import { NewPlanDialog } from './new-plan-dialog.tsx';
import { NextYearDialog } from './next-year-dialog.tsx';
import { OriginPane } from './origin-pane.tsx';
import { Outline } from './outline.tsx';
import { BeginActions, PlanActions } from './plan-actions.tsx';
import { PlanDocument } from './plan-document.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanList } from './plan-list.tsx';
import styles from './plan-page.module.css';
import { ReturnedPlanPage, returnedPath } from './returned-page.tsx';
import { ReceivedPlans } from './superior/received-plans.tsx';
import { SuperiorPlanPage, superiorPath } from './superior/superior-plan-page.tsx';
import { countWords, planName } from './text/plan-words.ts';
import { useDroppedWord } from './use-dropped-word.ts';

export default function PlanPage() {
  const { state, plan: summary, error } = useOffice();
  const choosePlan = useSession((session) => session.choosePlan);
  const view = useData(contract.plans.get, summary ? { params: { id: summary.id } } : null);
  const paper = useRef<HTMLDivElement>(null);
  const problem = error ?? view.error;
  const plan = view.data && summary && view.data.id === summary.id ? view.data : null;

  const [bringsBack] = useRoute(returnedPath);
  const [readsSuperior] = useRoute(`${superiorPath}/:id?/:tab?`);
  const [sendsDown] = useRoute(downPath);
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<'new' | 'next-year' | null>(null);
  useDroppedWord((file) => {
    if (!plan || bringsBack || readsSuperior || sendsDown) return;
    go(returnedPath);
    void compareFile({ kind: 'plan', id: plan.id }, file);
  });
  const write = (planId: string) => {
    setDialog(null);
    choosePlan(planId);
    go(`/soan/${planId}`);
  };
  const newPlan = (
    <NewPlanDialog
      key={state?.today}
      opened={dialog === 'new'}
      year={Number(state?.today.slice(0, 4) ?? summary?.year ?? 2026)}
      onClose={() => setDialog(null)}
      onMade={write}
    />
  );

  const received = useData(contract.planDown.list, state?.office ? {} : null);
  const hasSuperiorPlan = (received.data?.plans.length ?? 0) > 0;

  if (readsSuperior) return <SuperiorPlanPage />;
  const openNew = () => setDialog('new');
  if (!state || !summary)
    return (
      <Page title="Kế hoạch" body="fill">
        {problem ? <Note tone="problem">{problem.message}</Note> : null}
        {state ? (
          <NoPlanYet
            action={
              <>
                <BeginActions hasSuperiorPlan={hasSuperiorPlan} onNew={openNew} />
                {newPlan}
              </>
            }
          />
        ) : null}
      </Page>
    );

  if (sendsDown) return <DownPage key={summary.id} planId={summary.id} />;
  if (bringsBack && plan) return <ReturnedPlanPage key={plan.id} plan={plan} />;
  return (
    <Page
      title="Kế hoạch"
      sub={`${planName(summary)} · ${countWords(summary)}`}
      actions={
        <>
          <PlanActions
            plan={summary}
            hasUnitsBelow={(state.office?.subordinates.length ?? 0) > 0}
            hasSuperiorPlan={hasSuperiorPlan}
            onNew={openNew}
            onNextYear={() => setDialog('next-year')}
          />
          {newPlan}
          <NextYearDialog
            key={summary.id}
            opened={dialog === 'next-year'}
            planId={summary.id}
            onClose={() => setDialog(null)}
            onMade={write}
          />
        </>
      }
      body="fill"
    >
      {problem ? (
        <Note tone="problem" announce>
          {problem.message}
        </Note>
      ) : null}
      <OriginPane planId={summary.id} />
      <SplitPane
        name="ke-hoach"
        label="Chia mục lục và nội dung kế hoạch"
        initial={30}
        min={18}
        max={50}
        left={
          <div className={styles.side}>
            <PlanList plans={state.plans} current={summary.id} onChoose={choosePlan} />
            <ReceivedPlans />
            {plan ? <Outline sections={plan.sections} paper={paper} /> : null}
          </div>
        }
        right={
          plan ? (
            <Pane label="Nội dung kế hoạch">
              <div ref={paper}>
                <PlanFacts key={plan.id} plan={plan} />
                <PlanDocument plan={plan} counts={countWords(summary)} />
              </div>
            </Pane>
          ) : null
        }
      />
    </Page>
  );
}

const NoPlanYet = ({ action }: { action: ReactNode }) => (
  <Pane label="Chưa có kế hoạch">
    <EmptyState icon={IconFileText} title="Chưa có kế hoạch nào trong máy" action={action}>
      Mở tệp Word hoặc Excel của kế hoạch năm. Sổ Việc đọc ra phần chữ và bảng nhiệm vụ, đặt cạnh tệp gốc để anh/chị xem
      lại; đồng ý rồi mới giữ.
    </EmptyState>
  </Pane>
);
