/** What can be done with the report: worded, saved as Word and PDF, printed, frozen, opened again. All of it reads what was typed (RP4). */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconEdit, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { call, callForBytes } from '../../data/client.ts';
import { useSettledAct } from '../../data/saver/saving.ts';
import { attempt } from '../../parts/acts.ts';
import { savePdf } from '../../parts/issue/pdf.ts';
import { printHtml } from '../../parts/print-html.ts';
import { ownersOfPaper, reportNow } from '../../parts/report/use-report.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { wordFileName } from './fields/missing-words.ts';
import { FreezeQuestion } from './freeze-question.tsx';

type Busy = 'word' | 'pdf' | 'status';

/** The acts of a report; each begins when everything typed is saved, with the report as it stands by then. */
function useReportActs(report: ReportView) {
  const [, go] = useLocation();
  const confirm = useConfirm();
  const [busy, setBusy] = useState<Busy | null>(null);
  // What is frozen reads nothing that is still typed.
  const whose = report.status === 'frozen' ? [] : ownersOfPaper(report);
  const params = { id: report.id };
  const now = () => reportNow(report.id) ?? report;
  const during = async (what: Busy, act: () => Promise<unknown>) => {
    setBusy(what);
    await act().finally(() => setBusy(null));
  };
  const word = useSettledAct(whose, () =>
    during('word', async () => {
      const bytes = await attempt(() => callForBytes(contract.reports.word, { params }));
      if (bytes) saveBlob(bytes, wordFileName(report));
    }),
  );
  const pdf = useSettledAct(whose, () =>
    during('pdf', () =>
      savePdf(() => call(contract.issue.reportPdf, { params, body: {} }), wordFileName(report).replace(/docx$/, 'pdf')),
    ),
  );
  const freeze = useSettledAct(whose, async () => {
    const { window, revision } = now();
    const agreed = await confirm.ask({
      title: `Chốt báo cáo ${window.label}?`,
      yes: 'Chốt báo cáo',
      no: 'Xem lại',
      children: <FreezeQuestion report={now()} />,
    });
    if (!agreed) return;
    await during('status', async () => {
      const done = await attempt(() => call(contract.reports.freeze, { params, body: { revision } }));
      if (done) showToast(`Đã chốt báo cáo ${window.label}. Có thể xuất gói.`);
    });
  });
  const reopen = async () => {
    const agreed = await confirm.ask({
      title: 'Mở lại báo cáo để sửa?',
      yes: 'Mở lại để sửa',
      children:
        'Báo cáo trở lại bản thảo và theo số liệu mới nhất. Bản đã gửi đi vẫn nằm trong sổ gửi; sửa xong thì chốt và gửi lại.',
    });
    if (!agreed) return;
    const { revision } = now();
    await during('status', () => attempt(() => call(contract.reports.reopen, { params, body: { revision } })));
  };
  const print = useSettledAct(whose, () => printHtml(now().html, now().title));
  const open = useSettledAct(whose, (path: string) => go(path));
  return { busy, word, pdf, freeze, reopen, print, open, dialog: confirm.dialog };
}

export function ReportActions({ report }: { report: ReportView }) {
  const { busy, dialog, ...acts } = useReportActs(report);
  const frozen = report.status === 'frozen';
  return (
    <>
      <Button leftSection={<IconEdit size="1.125rem" />} onClick={() => void acts.open('/bao-cao/soan')}>
        {frozen ? 'Xem toàn văn' : 'Soạn báo cáo'}
      </Button>
      <Button
        leftSection={<IconFileTypeDocx size="1.125rem" />}
        loading={busy === 'word'}
        onClick={() => void acts.word()}
      >
        Word
      </Button>
      <Button leftSection={<IconPrinter size="1.125rem" />} onClick={() => void acts.print()}>
        In
      </Button>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button loading={busy === 'pdf'} rightSection={<IconChevronDown size="1rem" aria-hidden />}>
            Việc khác
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void acts.pdf()}>Tải PDF</Menu.Item>
          <Menu.Item onClick={() => void acts.open('/bao-cao/ban-word')}>Đưa bản Word đã sửa về</Menu.Item>
          <Menu.Item onClick={() => void acts.open('/ra-soat/the-thuc-bao-cao')}>Kiểm tra thể thức</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {frozen ? (
        <>
          <Button loading={busy === 'status'} onClick={() => void acts.reopen()}>
            Mở lại để sửa
          </Button>
          <Button variant="filled" onClick={() => void acts.open('/goi')}>
            Xuất gói
          </Button>
        </>
      ) : (
        <Button variant="filled" loading={busy === 'status'} onClick={() => void acts.freeze()}>
          Chốt báo cáo
        </Button>
      )}
      {dialog}
    </>
  );
}
