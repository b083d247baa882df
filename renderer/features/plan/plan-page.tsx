/** Kế hoạch: the plans kept on this computer, and the one being worked in as a document to read. */
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Outline } from './outline.tsx';
import { PlanDocument } from './plan-document.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanList } from './plan-list.tsx';
import styles from './plan-page.module.css';
import { countWords, planName } from './plan-words.ts';

export default function PlanPage() {
  const { state, plan: summary, error } = useOffice();
  const choosePlan = useSession((session) => session.choosePlan);
  const view = useData(contract.plans.get, summary ? { params: { id: summary.id } } : null);
  const paper = useRef<HTMLDivElement>(null);
  const problem = error ?? view.error;
  const plan = view.data && summary && view.data.id === summary.id ? view.data : null;

  const openOther = (
    <Button component={Link} href="/mo-ke-hoach" variant="filled">
      Mở kế hoạch đã có
    </Button>
  );

  if (!state || !summary)
    return (
      <Page title="Kế hoạch" body="fill">
        {problem ? <Note tone="problem">{problem.message}</Note> : null}
        {state ? (
          <Pane label="Chưa có kế hoạch">
            <EmptyState icon={IconFileText} title="Chưa có kế hoạch nào trong máy" action={openOther}>
              Mở tệp Word hoặc Excel của kế hoạch năm. Sổ Việc đọc ra phần chữ và bảng nhiệm vụ, đặt cạnh tệp gốc để
              anh/chị xem lại; đồng ý rồi mới giữ.
            </EmptyState>
          </Pane>
        ) : null}
      </Page>
    );

  return (
    <Page
      title="Kế hoạch"
      sub={`${planName(summary)} · ${countWords(summary)}`}
      actions={
        <>
          <Button component={Link} href="/nhiem-vu">
            Bảng nhiệm vụ
          </Button>
          {openOther}
        </>
      }
      body="fill"
    >
      {problem ? (
        <Note tone="problem" announce>
          {problem.message}
        </Note>
      ) : null}
      <SplitPane
        name="ke-hoach"
        label="Chia mục lục và nội dung kế hoạch"
        initial={30}
        min={18}
        max={50}
        left={
          <div className={styles.side}>
            <PlanList plans={state.plans} current={summary.id} onChoose={choosePlan} />
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
