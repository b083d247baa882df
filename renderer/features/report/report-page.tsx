/** "Báo cáo": the document as it will print, what is still missing, and the words of each part. Frozen, it goes into a bundle. */

import { Button, Tabs } from '@mantine/core';
import { IconFileDescription } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useRoute } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { saver, useLeavingChange } from '../../data/saver/saving.ts';
import { Paper, type PaperProps } from '../../parts/paper/paper.tsx';
import { useReport } from '../../parts/report/use-report.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { usePaperTarget } from '../../state/paper-target.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { CheckList } from './check-list.tsx';
import { adoptDrafts, recordOfReport } from './fields/report-fields.ts';
import { HeadForm } from './head-form.tsx';
import { MissingList } from './missing-list.tsx';
import { ReportActions } from './report-actions.tsx';
import styles from './report-page.module.css';
import { ReturnedPage } from './returned/returned-page.tsx';
import { SectionList } from './section-list.tsx';
import { VerdictList } from './verdict-list.tsx';
import { ReportWriter } from './writer/report-writer.tsx';

export default function ReportPage() {
  const { plan, window, state, error } = useOffice();
  if (error)
    return (
      <Page title="Báo cáo">
        <Note tone="problem">{error.message}</Note>
      </Page>
    );
  if (state && !plan) return <NoPlanPage />;
  if (!state || !plan || !window) return <Page title="Báo cáo">{null}</Page>;
  return <OpenReport plan={plan} window={window} state={state} />;
}

function OpenReport({ plan, window, state }: { plan: PlanSummary; window: WindowView; state: StateView }) {
  const { data: report, error } = useReport({ planId: plan.id, windowId: window.id });
  const [bringsBack] = useRoute('/bao-cao/ban-word');
  const [writes] = useRoute('/bao-cao/soan');
  if (writes && report) return <ReportWriter key={report.id} report={report} />;
  if (bringsBack && report) return <ReturnedPage key={report.id} report={report} />;
  return (
    <Page
      title={`Báo cáo ${window.label}`}
      sub={<Sub window={window} report={report} />}
      actions={
        <>
          <WindowChoice windows={state.windows} window={window} />
          {report ? <ReportActions report={report} /> : null}
        </>
      }
      body="fill"
    >
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {report ? <ReportPanes key={report.id} report={report} /> : null}
    </Page>
  );
}

function Sub({ window, report }: { window: WindowView; report: ReportView | undefined }) {
  const { data } = useData(contract.issue.of, report?.status === 'frozen' ? { params: { id: report.id } } : null);
  const issued = report?.status === 'frozen' ? data?.issued[0] : undefined;
  const facts = [
    `Số liệu ${typedDate(window.fromDate)} – ${typedDate(window.toDate)}`,
    window.dueDate ? `hạn gửi ${typedDate(window.dueDate)}` : '',
    issued
      ? `đã ban hành số ${issued.number} ngày ${typedDate(issued.date)}`
      : report?.status === 'frozen' && report.frozenAt !== null
        ? `đã chốt lúc ${timeInVietnam(report.frozenAt)} ngày ${typedDate(dateInVietnam(report.frozenAt))}`
        : 'bản thảo, số liệu còn cập nhật',
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}

function ReportPanes({ report }: { report: ReportView }) {
  const { data: answered } = useData(contract.answers.verdicts, { params: { id: report.id } });
  const verdicts = answered?.verdicts ?? [];
  const [tab, setTab] = useState<string | null>(report.missing.length > 0 ? 'missing' : 'sections');
  const changeTab = useLeavingChange(setTab);
  const [goTo, setGoTo] = useState<PaperProps['goTo']>(null);
  // Another screen led here, to words on the paper.
  const takeWords = usePaperTarget((state) => state.take);
  useEffect(() => {
    const words = takeWords();
    if (words === null) return;
    setTab('check');
    setGoTo({ heading: '', words, at: 1 });
  }, [takeWords]);
  // Words of an earlier window that could not be saved then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per opened report
  useEffect(() => {
    if (report.status !== 'draft') return;
    adoptDrafts(report);
    for (const key of saver.unsaved([recordOfReport(report.id)])) void saver.save(key);
  }, []);
  return (
    <SplitPane
      name="bao-cao"
      label="Chia bản sẽ in và phần soạn"
      initial={60}
      min={30}
      max={75}
      left={<Paper html={report.previewHtml} title={report.title} goTo={goTo} />}
      right={
        <Pane
          label="Soạn báo cáo"
          foot={
            report.status === 'draft'
              ? 'Chữ đã sửa tay không bị thay khi số liệu đổi.'
              : 'Báo cáo đã chốt: chữ và số liệu không đổi nữa.'
          }
        >
          <Tabs value={tab} onChange={changeTab} keepMounted={false}>
            <Tabs.List className={styles.tabs} grow>
              <Tabs.Tab value="missing">
                Còn thiếu <span className={`${styles.tabCount} numbers`}>{report.missing.length}</span>
              </Tabs.Tab>
              <Tabs.Tab value="sections">Nội dung</Tabs.Tab>
              <Tabs.Tab value="head">Số, ngày, tên</Tabs.Tab>
              <Tabs.Tab value="check">Kiểm tra</Tabs.Tab>
              {verdicts.length > 0 ? <Tabs.Tab value="verdict">Cấp trên trả lời</Tabs.Tab> : null}
            </Tabs.List>
            <Tabs.Panel value="missing">
              <MissingList report={report} onSections={() => setTab('sections')} />
            </Tabs.Panel>
            <Tabs.Panel value="sections">
              <SectionList report={report} onGoTo={(heading) => setGoTo({ heading, at: (goTo?.at ?? 0) + 1 })} />
            </Tabs.Panel>
            <Tabs.Panel value="head">
              <HeadForm report={report} />
            </Tabs.Panel>
            <Tabs.Panel value="verdict">
              <VerdictList verdicts={verdicts} />
            </Tabs.Panel>
            <Tabs.Panel value="check">
              <CheckList
                report={report}
                onGoTo={(heading, words) => setGoTo({ heading, words, at: (goTo?.at ?? 0) + 1 })}
                onHead={() => setTab('head')}
              />
            </Tabs.Panel>
          </Tabs>
        </Pane>
      }
    />
  );
}

function NoPlanPage() {
  return (
    <Page title="Báo cáo" body="fill">
      <EmptyState
        icon={IconFileDescription}
        title="Chưa có kế hoạch nên chưa có báo cáo"
        action={
          <Button component="a" href="#/ke-hoach" variant="filled">
            Mở kế hoạch đã có
          </Button>
        }
      >
        Báo cáo tự ghép từ kết quả từng nhiệm vụ của kế hoạch, theo đúng thể thức văn bản.
      </EmptyState>
    </Page>
  );
}
