/** A report's Word file brought back: drafts are saved first, a frozen report takes nothing. */
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { ownersOfPaper } from '../../../parts/report/use-report.ts';
import { ReturnedScreen } from '../../../parts/returned/returned-screen.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';

export function ReturnedPage({ report }: { report: ReportView }) {
  const [, go] = useLocation();
  if (report.status === 'frozen')
    return (
      <Page title="Đưa bản Word đã sửa về" actions={<Button onClick={() => go('/bao-cao')}>Về báo cáo</Button>}>
        <Note tone="doubt">Báo cáo {report.window.label} đã chốt. Mở lại báo cáo rồi mới đưa bản Word đã sửa về.</Note>
      </Page>
    );
  return (
    <ReturnedScreen
      document={{
        kind: 'report',
        id: report.id,
        noun: 'báo cáo',
        name: `Báo cáo ${report.window.label}`,
        revision: report.revision,
        previewHtml: report.previewHtml,
        back: '/bao-cao',
        owners: ownersOfPaper(report),
      }}
    />
  );
}
