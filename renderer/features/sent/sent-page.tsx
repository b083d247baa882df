/** "Gói gửi, nhận": one frozen report into one file on a stick or in a folder, and the ledger of everything sent. */
import { Button } from '@mantine/core';
import { IconLockOpen, IconPackageExport } from '@tabler/icons-react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, WindowView } from '../../../shared/api/contract/office.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { ExportProgress } from '../../parts/sending/export-progress.tsx';
import { useExportRun } from '../../parts/sending/export-run.ts';
import { WindowChoice } from '../../parts/window-choice.tsx';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { ExportForm } from './export-form.tsx';
import { Ledger } from './ledger.tsx';
import styles from './sent-page.module.css';

export default function SentPage() {
  const { plan, window, state, error } = useOffice();
  const superior = state?.office?.superior ? officeName(state.office.superior) : null;
  const { data: trust } = useData(contract.trust.view, state?.office ? {} : null);
  const key = trust?.keys.find((each) => each.relation === 'cap-tren' && each.standing === 'tin' && each.encrypts);
  const receiver =
    superior === null
      ? null
      : { name: superior, hasKey: key !== undefined, keyDigits: key?.fingerprint.digits ?? null };
  return (
    <Page
      title="Gói gửi, nhận"
      sub={superior ? `Nơi nhận: ${superior}. Chép gói vào USB, hoặc gửi tệp qua thư công vụ, Zalo.` : undefined}
      actions={plan && window ? <WindowChoice windows={state?.windows ?? []} window={window} /> : null}
      body="fill"
    >
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {state ? (
        <SplitPane
          name="goi-gui"
          label="Chia phần xuất gói và sổ gửi, nhận"
          initial={44}
          min={30}
          max={65}
          left={
            plan && window ? (
              <ExportPane key={`${plan.id}/${window.id}`} plan={plan} window={window} />
            ) : (
              <Pane title="Xuất gói báo cáo">
                <EmptyState
                  icon={IconPackageExport}
                  title="Chưa có kế hoạch nên chưa có báo cáo để gửi"
                  size="small"
                  action={
                    <Button component="a" href="#/ke-hoach" variant="filled">
                      Mở kế hoạch đã có
                    </Button>
                  }
                />
              </Pane>
            )
          }
          right={<Ledger receiver={receiver} />}
        />
      ) : null}
    </Page>
  );
}

function ExportPane({ plan, window }: { plan: PlanSummary; window: WindowView }) {
  const { data: report, error } = useReport({ planId: plan.id, windowId: window.id });
  const profileId = useSession((session) => session.profileId);
  const latest = useExportRun((state) => state.run);
  const run = latest?.profileId === profileId ? latest : null;
  return (
    <Pane title={`Xuất gói báo cáo ${window.label}`}>
      <div className={styles.export}>
        {error ? <Note tone="problem">{error.message}</Note> : null}
        {run ? <ExportProgress run={run} /> : null}
        {report?.status === 'draft' && !run ? (
          <EmptyState
            icon={IconLockOpen}
            title={`Báo cáo ${window.label} chưa chốt`}
            size="small"
            action={
              <Button component="a" href="#/bao-cao" variant="filled">
                Mở báo cáo để chốt
              </Button>
            }
          >
            Chỉ báo cáo đã chốt mới xuất gói được, để bản gửi đi và bản đang giữ luôn là một.
          </EmptyState>
        ) : null}
        {report?.status === 'frozen' && !run ? (
          <>
            <div>
              <div className={styles.reportTitle}>{report.title}</div>
              {report.frozenAt === null ? null : (
                <div className="soft">
                  Đã chốt lúc {timeInVietnam(report.frozenAt)} ngày {typedDate(dateInVietnam(report.frozenAt))}
                </div>
              )}
            </div>
            <ExportForm report={report} />
          </>
        ) : null}
      </div>
    </Pane>
  );
}
