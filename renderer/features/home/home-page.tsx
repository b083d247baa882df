/** Hôm nay: where the window stands, who it waits for, and the next step. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { receivesReports } from '../../parts/office-form/values.ts';
import { daysAway, dayWords } from '../../parts/when.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { AreaList } from './area-list.tsx';
import { BackupLine } from './backup-line.tsx';
import { CountTiles } from './count-tiles.tsx';
import { EmptyHome } from './empty-home.tsx';
import { HolderList } from './holder-list.tsx';
import styles from './home-page.module.css';
import { morningOf } from './morning.ts';
import { nextSteps, stepToDo } from './next-steps.ts';
import { ReminderNote } from './reminder-note.tsx';
import { StepList } from './step-list.tsx';
import { SubordinateLine } from './subordinate-line.tsx';
import { UnprovenList } from './unproven-list.tsx';

export default function HomePage() {
  const { state, plan, window, error } = useOffice();
  const table = useData(
    contract.plans.table,
    plan ? { params: { id: plan.id }, query: window ? { window: window.id } : {} } : null,
  );
  const people = useData(contract.office.people);
  const problem = error ?? table.error ?? people.error;

  if (!state?.office)
    return <Page title="Hôm nay">{problem ? <Note tone="problem">{problem.message}</Note> : null}</Page>;

  const morning = plan && table.data && people.data ? morningOf(table.data, people.data) : null;
  const facts = { plan, window, morning, state };
  const steps = nextSteps(facts);
  const ready = plan === null || morning !== null;
  const next = ready ? stepToDo(steps, facts) : null;
  // An office that receives reports may never keep a plan of its own here: its day begins with what the others sent.
  const receives = plan === null && receivesReports(state.office.unit.kind);

  return (
    <Page
      title="Hôm nay"
      sub={
        <>
          {dayWords(state.today)} · {officeName(state.office.unit)}
          {window ? (
            <>
              {' '}
              · {window.label}: số liệu {shortDate(window.fromDate)} – {shortDate(window.toDate)} (
              {daysAway(window.toDate, state.today)})
            </>
          ) : null}
          {window?.dueDate ? (
            <>
              {' '}
              · gửi trước {shortDate(window.dueDate)} ({daysAway(window.dueDate, state.today)})
            </>
          ) : null}
        </>
      }
      actions={
        <>
          {plan && window ? <WindowChoice windows={state.windows} window={window} /> : null}
          {receives ? (
            <Button component={Link} href="/tiep-nhan" variant="filled">
              Mở Tiếp nhận
            </Button>
          ) : next ? (
            <Button component={Link} href={next.to} variant="filled">
              {next.action}
            </Button>
          ) : null}
        </>
      }
    >
      {problem ? (
        <Note tone="problem" announce>
          {problem.message}
        </Note>
      ) : null}
      <ReminderNote />
      <SubordinateLine office={state.office} today={state.today} />
      {morning && plan ? (
        <>
          <CountTiles morning={morning} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <Pane title="Theo lĩnh vực" aside="đã xong hoặc không phát sinh / tất cả">
                <AreaList areas={morning.areas} />
              </Pane>
              <Pane title="Đã ghi xong mà chưa có minh chứng" aside={`${morning.unproven.length} nhiệm vụ`}>
                <UnprovenList tasks={morning.unproven} />
              </Pane>
            </div>
            <div className={styles.column}>
              <Pane title="Việc tiếp theo" aside={`${steps.filter((step) => step.done).length} / ${steps.length} bước`}>
                <StepList steps={steps} next={next} />
              </Pane>
              <Pane title="Đang chờ ai" aside="việc chưa xong">
                <HolderList holders={morning.holders} />
              </Pane>
            </div>
          </div>
        </>
      ) : null}
      {plan === null ? <EmptyHome receives={receives} steps={steps} next={next} /> : null}
      <BackupLine state={state} />
    </Page>
  );
}
