/** "Rà soát": what a plan says wrongly, and where a document leaves the official layout; before the Chủ tịch signs, not after. */
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link, useLocation, useRoute } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { FormFinding } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { useOffice } from '../../data/office.ts';
import { useFormCheck } from '../../parts/form-check/use-form-check.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { usePaperTarget } from '../../state/paper-target.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
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
      <ScreenTabs
        label="Các cách rà soát"
        tabs={[
          {
            key: 'noi-dung',
            label: <Counted words="Nội dung kế hoạch" count={review.data ? countOf(review.data) : null} />,
            panel: plan ? <ContentTab review={review.data} error={review.error} /> : noPlan,
          },
          {
            key: 'the-thuc-ke-hoach',
            label: <Counted words="Thể thức kế hoạch" count={planForm.data?.findings.length ?? null} />,
            panel: plan ? <FormTab what="kế hoạch" check={planForm} wayTo={wayInPlan} /> : noPlan,
          },
          {
            key: 'the-thuc-bao-cao',
            label: <Counted words="Thể thức báo cáo" count={reportForm.data?.findings.length ?? null} />,
            panel: plan ? (
              <FormTab what={`báo cáo ${window?.label ?? ''}`} check={reportForm} wayTo={wayInReport} />
            ) : (
              noPlan
            ),
          },
          { key: 'tep-word', label: 'Tệp Word khác', panel: <FileTab /> },
          { key: 'ban-hanh', label: 'Ban hành kế hoạch', panel: plan ? <IssueTab planId={plan.id} /> : noPlan },
        ]}
        value={tab}
        onChange={(key) => go(`/ra-soat/${key}`, { replace: true })}
      />
    </Page>
  );
}

type CountedProps = { words: string; count: number | null };

/** Findings behind the name of a tab; null while they are looked for. */
const Counted = ({ words, count }: CountedProps) => (
  <>
    {words}{' '}
    {count === null ? null : (
      <span className={`${styles.count} ${count === 0 ? styles.none : ''} numbers`}>{count}</span>
    )}
  </>
);
