/** "Báo cáo": the document as it will print, what is still missing, and the words of each part. Frozen, it goes into a bundle. */
import { Button, Menu, Tabs } from '@mantine/core';
import { IconChevronDown, IconEdit, IconFileDescription, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { call, callForBytes } from '../../data/client.ts';
import { useOffice } from '../../data/office.ts';
import { attempt } from '../../parts/acts.ts';
import { savePdf } from '../../parts/issue/pdf.ts';
import { Paper, type PaperProps } from '../../parts/paper/paper.tsx';
import { printHtml } from '../../parts/print-html.ts';
import { reportNow, useReport } from '../../parts/report/use-report.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { usePaperTarget } from '../../state/paper-target.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { showProblemToast, showToast } from '../../ui/toast.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { CheckList } from './check-list.tsx';
import { FreezeQuestion } from './freeze-question.tsx';
import { HeadForm } from './head-form.tsx';
import { MissingList } from './missing-list.tsx';
import { wordFileName } from './missing-words.ts';
import styles from './report-page.module.css';
import { saveAll } from './report-saver.ts';
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

/** Word and paper show what was typed: drafts are saved first. */
function ReportActions({ report }: { report: ReportView }) {
  const [, go] = useLocation();
  const confirm = useConfirm();
  const [busy, setBusy] = useState<'word' | 'pdf' | 'status' | null>(null);
  const place = { planId: report.planId, windowId: report.window.id, reportId: report.id };
  const params = { id: report.id };
  const frozen = report.status === 'frozen';

  const saved = async (): Promise<boolean> => {
    if (await saveAll(place)) return true;
    showProblemToast('Có mục chưa lưu được nên chưa làm tiếp. Hãy xem lại mục có dấu “chưa lưu”.');
    return false;
  };
  const during = async (what: 'word' | 'pdf' | 'status', act: () => Promise<void>) => {
    setBusy(what);
    await act().finally(() => setBusy(null));
  };
  const word = () =>
    during('word', async () => {
      if (!(await saved())) return;
      const bytes = await attempt(() => callForBytes(contract.reports.word, { params }));
      if (bytes) saveBlob(bytes, wordFileName(report));
    });
  const pdf = () =>
    during('pdf', async () => {
      if (!(await saved())) return;
      const begin = () => call(contract.issue.reportPdf, { params, body: {} });
      await savePdf(begin, wordFileName(report).replace(/docx$/, 'pdf'));
    });
  const freeze = async () => {
    if (!(await saved())) return;
    // Saving the drafts made a new revision; what is asked and frozen is the report as it stands now.
    const now = reportNow(place) ?? report;
    const agreed = await confirm.ask({
      title: `Chốt báo cáo ${now.window.label}?`,
      yes: 'Chốt báo cáo',
      no: 'Xem lại',
      children: <FreezeQuestion report={now} />,
    });
    if (!agreed) return;
    await during('status', async () => {
      const done = await attempt(() => call(contract.reports.freeze, { params, body: { revision: now.revision } }));
      if (done) showToast(`Đã chốt báo cáo ${now.window.label}. Có thể xuất gói.`);
    });
  };
  const reopen = async () => {
    const agreed = await confirm.ask({
      title: 'Mở lại báo cáo để sửa?',
      yes: 'Mở lại để sửa',
      children:
        'Báo cáo trở lại bản thảo và theo số liệu mới nhất. Bản đã gửi đi vẫn nằm trong sổ gửi; sửa xong thì chốt và gửi lại.',
    });
    if (!agreed) return;
    await during('status', async () => {
      await attempt(() => call(contract.reports.reopen, { params, body: { revision: report.revision } }));
    });
  };

  return (
    <>
      <Button
        leftSection={<IconEdit size="1.125rem" />}
        onClick={() => void saved().then((ready) => ready && go('/bao-cao/soan'))}
      >
        {frozen ? 'Xem toàn văn' : 'Soạn báo cáo'}
      </Button>
      <Button leftSection={<IconFileTypeDocx size="1.125rem" />} loading={busy === 'word'} onClick={() => void word()}>
        Word
      </Button>
      <Button
        leftSection={<IconPrinter size="1.125rem" />}
        onClick={() =>
          void saved().then((ready) => {
            const now = reportNow(place) ?? report;
            if (ready) printHtml(now.html, now.title);
          })
        }
      >
        In
      </Button>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button loading={busy === 'pdf'} rightSection={<IconChevronDown size="1rem" aria-hidden />}>
            Việc khác
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void pdf()}>Tải PDF</Menu.Item>
          <Menu.Item onClick={() => go('/bao-cao/ban-word')}>Đưa bản Word đã sửa về</Menu.Item>
          <Menu.Item onClick={() => go('/ra-soat/the-thuc-bao-cao')}>Kiểm tra thể thức</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {frozen ? (
        <>
          <Button loading={busy === 'status'} onClick={() => void reopen()}>
            Mở lại để sửa
          </Button>
          <Button variant="filled" onClick={() => go('/goi')}>
            Xuất gói
          </Button>
        </>
      ) : (
        <Button variant="filled" loading={busy === 'status'} onClick={() => void freeze()}>
          Chốt báo cáo
        </Button>
      )}
      {confirm.dialog}
    </>
  );
}

function ReportPanes({ report }: { report: ReportView }) {
  const { data: answered } = useData(contract.answers.verdicts, { params: { id: report.id } });
  const verdicts = answered?.verdicts ?? [];
  const [tab, setTab] = useState<string | null>(report.missing.length > 0 ? 'missing' : 'sections');
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
    if (report.status === 'draft')
      void saveAll({ planId: report.planId, windowId: report.window.id, reportId: report.id });
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
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
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
