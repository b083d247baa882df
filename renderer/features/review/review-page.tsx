/** "Rà soát": what a plan says wrongly, and where a document leaves the official layout; before the Chủ tịch signs, not after. */
import { Button, Tabs } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link, useLocation, useRoute } from 'wouter';
import type { FormFinding } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { call } from '../../data/client.ts';
import { useOffice } from '../../data/office.ts';
import { useFormCheck } from '../../parts/form-check/use-form-check.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { usePaperTarget } from '../../state/paper-target.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import tabStyles from '../../ui/tabs.module.css';
import { ContentTab } from './content-tab.tsx';
import { FileTab } from './file-tab.tsx';
import { FormTab } from './form-tab.tsx';
import { IssueTab } from './issue-tab.tsx';
import styles from './review.module.css';
import { countOf, usePlanReview } from './review-data.ts';
import { useWay } from './way.ts';

const tabs = ['noi-dung', 'the-thuc-ke-hoach', 'the-thuc-bao-cao', 'tep-word', 'ban-hanh'] as const;
type Tab = (typeof tabs)[number];

export default function ReviewPage() {
  const { state, plan, window, error } = useOffice();
  const [, go] = useLocation();
  const [, params] = useRoute('/ra-soat/:tab');
  const tab: Tab = tabs.find((each) => each === params?.tab) ?? (plan ? 'noi-dung' : 'tep-word');
  const review = usePlanReview(plan?.id ?? null);
  const { data: report } = useReport(plan && window ? { planId: plan.id, windowId: window.id } : null);
  // Rendering and checking take seconds, so a layout is checked when its tab is looked at.
  const planForm = useFormCheck(plan && tab === 'the-thuc-ke-hoach' ? `plan/${plan.id}` : null, () =>
    call(contract.review.checkPlan, { params: { id: plan?.id ?? '' }, body: {} }),
  );
  const reportForm = useFormCheck(
    report && tab === 'the-thuc-bao-cao' ? `report/${report.id}/${report.revision}` : null,
    () => call(contract.review.checkReport, { params: { id: report?.id ?? '' }, body: {} }),
  );
  const follow = useWay(plan?.id ?? '');
  const wayInPlan = ({ place, words }: FormFinding) => place && (() => follow(place, words));
  const askPaper = usePaperTarget((state) => state.leave);
  const wayInReport = ({ words }: FormFinding) =>
    words === ''
      ? null
      : () => {
          askPaper(words);
          go('/bao-cao');
        };
  if (!state) return <Page title="Rà soát">{error ? <Note tone="problem">{error.message}</Note> : null}</Page>;
  const noPlan = (
    <EmptyState
      icon={IconFileText}
      title="Chưa có kế hoạch để rà soát"
      action={
        <Button component={Link} href="/mo-ke-hoach" variant="filled">
          Mở kế hoạch đã có
        </Button>
      }
    >
      Rà soát xem năm cũ còn sót, tên đơn vị khác, dòng thiếu chủ trì, căn cứ đã thay thế…
    </EmptyState>
  );
  return (
    <Page
      title="Rà soát"
      sub={plan ? `${plan.title}${plan.number ? ` · số ${plan.number}` : ''}` : 'Chưa có kế hoạch'}
      actions={
        <>
          <Button component={Link} href="/ke-hoach">
            Kế hoạch
          </Button>
          <Button component={Link} href="/bao-cao">
            Báo cáo
          </Button>
        </>
      }
      body="fill"
    >
      <Tabs
        className={tabStyles.tabs}
        value={tab}
        onChange={(value) => go(`/ra-soat/${value ?? 'noi-dung'}`, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="noi-dung">
            Nội dung kế hoạch <Count of={review.data ? countOf(review.data) : null} />
          </Tabs.Tab>
          <Tabs.Tab value="the-thuc-ke-hoach">
            Thể thức kế hoạch <Count of={planForm.data?.findings.length ?? null} />
          </Tabs.Tab>
          <Tabs.Tab value="the-thuc-bao-cao">
            Thể thức báo cáo <Count of={reportForm.data?.findings.length ?? null} />
          </Tabs.Tab>
          <Tabs.Tab value="tep-word">Tệp Word khác</Tabs.Tab>
          <Tabs.Tab value="ban-hanh">Ban hành kế hoạch</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="noi-dung" className={tabStyles.panel}>
          {plan ? <ContentTab review={review.data} error={review.error} /> : noPlan}
        </Tabs.Panel>
        <Tabs.Panel value="the-thuc-ke-hoach" className={tabStyles.panel}>
          {plan ? <FormTab what="kế hoạch" check={planForm} wayTo={wayInPlan} /> : noPlan}
        </Tabs.Panel>
        <Tabs.Panel value="the-thuc-bao-cao" className={tabStyles.panel}>
          {plan ? <FormTab what={`báo cáo ${window?.label ?? ''}`} check={reportForm} wayTo={wayInReport} /> : noPlan}
        </Tabs.Panel>
        <Tabs.Panel value="tep-word" className={tabStyles.panel}>
          <FileTab />
        </Tabs.Panel>
        <Tabs.Panel value="ban-hanh" className={tabStyles.panel}>
          {plan ? <IssueTab planId={plan.id} /> : noPlan}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const Count = ({ of }: { of: number | null }) =>
  of === null ? null : <span className={`${styles.count} ${of === 0 ? styles.none : ''} numbers`}>{of}</span>;
