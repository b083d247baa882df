/** The Chủ tịch's morning sheet as it will print, and a text for each officer to paste into Zalo. */
import { Button, Textarea } from '@mantine/core';
import { IconCopy, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { AnswerOf } from '../../../shared/api/endpoint.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { savePdf } from '../../parts/issue/pdf.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { printHtml } from '../../parts/print-html.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './overview.module.css';

type Officer = AnswerOf<typeof contract.overview.briefing>['officers'][number];

export function BriefingTab({ planId, windowId, today }: { planId: string; windowId: string; today: string }) {
  const query = { plan: planId, window: windowId };
  const { data, error } = useData(contract.overview.briefing, { query });
  const [busy, setBusy] = useState(false);
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return null;
  const pdf = async () => {
    setBusy(true);
    await savePdf(() => call(contract.overview.briefingPdf, { query, body: {} }), `ban-trinh-chu-tich-${today}.pdf`);
    setBusy(false);
  };
  return (
    <SplitPane
      name="ban-trinh"
      label="Chia bản trình và lời nhắc từng người"
      initial={62}
      min={40}
      max={78}
      left={
        <div className={styles.sheet}>
          <div className={styles.sheetActs}>
            <Button
              variant="filled"
              leftSection={<IconPrinter size="1.125rem" aria-hidden />}
              onClick={() => printHtml(data.html, 'Bản trình Chủ tịch')}
            >
              In bản trình
            </Button>
            <Button
              leftSection={<IconFileTypePdf size="1.125rem" aria-hidden />}
              loading={busy}
              onClick={() => void pdf()}
            >
              Lưu PDF
            </Button>
            <span className="soft">
              {data.late} việc quá hạn, {data.owed > 0 ? `${data.owed} việc nợ từ kỳ trước, ` : ''}
              {data.atRisk} việc sắp đến hạn · luôn vừa một trang A4
            </span>
          </div>
          <Paper html={data.previewHtml} title="Bản trình Chủ tịch" goTo={null} />
        </div>
      }
      right={
        <Pane title="Lời nhắc gửi từng người" aside={`${data.officers.length} người còn việc`} padded>
          {data.officers.length === 0 ? <p className="soft">Không còn ai phải nhắc trong kỳ này.</p> : null}
          <div className={styles.officers}>
            {data.officers.map((officer) => (
              <OfficerText key={officer.personId} officer={officer} />
            ))}
          </div>
        </Pane>
      }
    />
  );
}

function OfficerText({ officer: { name, tasks, text } }: { officer: Officer }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    // An address of another machine is no secure context: there the clipboard is missing, and the text is only selected.
    const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
    const copied = clipboard
      ? await clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      : false;
    if (copied) return showToast(`Đã chép lời nhắc ${name}. Dán vào Zalo bằng Ctrl+V.`);
    field.current?.focus();
    field.current?.select();
    const old = document.execCommand('copy');
    showToast(
      old ? `Đã chép lời nhắc ${name}. Dán vào Zalo bằng Ctrl+V.` : 'Đã chọn sẵn lời nhắc. Bấm Ctrl+C để chép.',
    );
  };
  return (
    <section className={styles.officer} aria-label={`Lời nhắc ${name}`}>
      <div className={styles.officerHead}>
        <strong>{name}</strong>
        <span className="soft">{tasks} việc</span>
        <Button
          size="compact-sm"
          leftSection={<IconCopy size="1rem" aria-hidden />}
          aria-label={`Chép lời nhắc ${name}`}
          onClick={() => void copy()}
        >
          Chép
        </Button>
      </div>
      <Textarea
        ref={field}
        aria-label={`Lời nhắc gửi ${name}`}
        readOnly
        value={text}
        autosize
        minRows={4}
        maxRows={9}
      />
    </section>
  );
}
