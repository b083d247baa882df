/** Kế hoạch: the plans kept on this computer, and the one being worked in as a document to read. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
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
import { PlanDocument } from './plan-document.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanList } from './plan-list.tsx';
import styles from './plan-page.module.css';
import { countWords, planName } from './plan-words.ts';
import { ReturnedPlanPage, returnedPath } from './returned-page.tsx';
import { ReceivedPlans } from './superior/received-plans.tsx';
import { SuperiorPlanPage, superiorPath } from './superior/superior-plan-page.tsx';
import { useDroppedWord } from './use-dropped-word.ts';
import { WordMenu } from './word-menu.tsx';

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
  const begin = (
    <>
      <Button component={Link} href="/mo-ke-hoach" variant="filled">
        Mở kế hoạch đã có
      </Button>
      <Button onClick={() => setDialog('new')}>Lập kế hoạch mới từ mẫu</Button>
      {hasSuperiorPlan ? (
        <Button component={Link} href={superiorPath}>
          Lập từ kế hoạch của cấp trên
        </Button>
      ) : null}
      {newPlan}
    </>
  );

  if (readsSuperior) return <SuperiorPlanPage />;
  if (!state || !summary)
    return (
      <Page title="Kế hoạch" body="fill">
        {problem ? <Note tone="problem">{problem.message}</Note> : null}
        {state ? (
          <Pane label="Chưa có kế hoạch">
            <EmptyState icon={IconFileText} title="Chưa có kế hoạch nào trong máy" action={begin}>
              Mở tệp Word hoặc Excel của kế hoạch năm. Sổ Việc đọc ra phần chữ và bảng nhiệm vụ, đặt cạnh tệp gốc để
              anh/chị xem lại; đồng ý rồi mới giữ.
            </EmptyState>
          </Pane>
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
          <Button component={Link} href="/ra-soat">
            Rà soát
          </Button>
          <Button component={Link} href="/nhiem-vu">
            Bảng nhiệm vụ
          </Button>
          {(state.office?.subordinates.length ?? 0) > 0 ? (
            <Button component={Link} href={downPath}>
              Giao xuống
            </Button>
          ) : null}
          <WordMenu plan={summary} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button rightSection={<IconChevronDown size="1rem" />}>Thêm kế hoạch</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} href="/mo-ke-hoach">
                Mở kế hoạch đã có
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('new')}>Lập kế hoạch mới từ mẫu…</Menu.Item>
              {hasSuperiorPlan ? (
                <Menu.Item component={Link} href={superiorPath}>
                  Lập từ kế hoạch của cấp trên…
                </Menu.Item>
              ) : null}
              <Menu.Item onClick={() => setDialog('next-year')}>
                Sang năm mới: lập kế hoạch năm {summary.year + 1} từ kế hoạch này…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button component={Link} href={`/soan/${summary.id}`} variant="filled">
            Soạn thảo
          </Button>
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
