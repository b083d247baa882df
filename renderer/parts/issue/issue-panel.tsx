/** What went out on paper: number, date and the signed file of a report or plan, and recording that it did. */
import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { IssuedView } from '../../../shared/api/contract/issue.ts';
import { dateInVietnam, shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { call, callForBytes } from '../../data/client.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { attempt, attemptWithUndo } from '../acts.ts';
import { download } from '../evidence/inline-preview.tsx';
import { PreviewDialog } from '../evidence/preview-dialog.tsx';
import { saveBlob } from '../save-file.ts';
import styles from './issue.module.css';
import { IssueDialog } from './issue-dialog.tsx';
import type { IssueOwner } from './issue-owner.ts';

const names = { report: 'báo cáo', plan: 'kế hoạch' };

export function IssuePanel({ owner }: { owner: IssueOwner }) {
  const { data, error } = useData(contract.issue.of, { params: { id: owner.id } });
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const issued = data?.issued ?? [];
  const files = issued.map((each) => ({
    id: each.id,
    title: each.fileName,
    bytes: each.bytes,
    address: (wanted: boolean) => call(contract.issue.view, { params: { id: each.id }, body: { download: wanted } }),
  }));
  const once = owner.kind === 'report' && issued.length > 0;
  return (
    <section className={styles.panel} aria-label={`Ban hành ${names[owner.kind]}`}>
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {issued.map((each, at) => (
        <IssuedLine
          key={each.id}
          issued={each}
          onView={() => setShown(each.id)}
          onDownload={() => void (files[at] && download(files[at]))}
        />
      ))}
      {data && issued.length === 0 ? (
        <p className="soft">
          {owner.notYet ??
            `Khi ${names[owner.kind]} đã ký, ghi số, ngày và đưa bản đã ký (PDF hoặc ảnh quét) vào đây để giữ cùng bản trong máy.`}
        </p>
      ) : null}
      {once || owner.notYet !== null ? null : (
        <Button leftSection={<IconCertificate size="1.125rem" aria-hidden />} onClick={() => setAsking(true)}>
          Ghi đã ban hành
        </Button>
      )}
      <IssueDialog owner={owner} opened={asking} onClose={() => setAsking(false)} />
      <PreviewDialog files={files} shown={shown} onShow={setShown} />
    </section>
  );
}

type IssuedLineProps = { issued: IssuedView; onView: () => void; onDownload: () => void };

function IssuedLine({ issued, onView, onDownload }: IssuedLineProps) {
  const confirm = useConfirm();
  const word = async () => {
    const bytes = await attempt(() => callForBytes(contract.issue.word, { params: { id: issued.id } }));
    if (bytes) saveBlob(bytes, `Ban-hanh-so-${issued.number.replace(/[^\w]+/g, '-')}.docx`);
  };
  const withdraw = async () => {
    const agreed = await confirm.ask({
      title: `Bỏ ghi ban hành số ${issued.number}?`,
      yes: 'Bỏ ghi ban hành',
      children: 'Chỉ bỏ việc ghi; tệp bản ký vẫn nằm trong kho và Ctrl+Z lấy lại được.',
    });
    if (!agreed) return;
    await attemptWithUndo(`Đã bỏ ghi ban hành số ${issued.number}.`, () =>
      call(contract.issue.withdraw, { params: { id: issued.id } }),
    );
  };
  return (
    <div className={styles.issued}>
      <p className={styles.state}>
        <IconCertificate size="1.125rem" aria-hidden />
        <strong>
          Đã ban hành số {issued.number} ngày {shortDate(issued.date)}
        </strong>
      </p>
      <p className="soft">
        Bản ký: {issued.fileName} ({formatBytes(issued.bytes)}), ghi ngày {shortDate(dateInVietnam(issued.issuedAt))}
      </p>
      <div className={styles.acts}>
        <Button onClick={onView}>Xem bản ký</Button>
        <Button onClick={onDownload}>Tải bản ký</Button>
        <Button onClick={() => void word()}>Bản Word lúc ban hành</Button>
        <button type="button" className="text-link" onClick={() => void withdraw()}>
          Bỏ ghi ban hành…
        </button>
      </div>
      {confirm.dialog}
    </div>
  );
}
