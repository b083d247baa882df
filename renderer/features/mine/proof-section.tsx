/** The proof of a task in a period: what there is, and every way a clerk may bring more. */
import { Button } from '@mantine/core';
import { IconFileDescription, IconLink, IconPaperclip, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { AddDocumentDialog, AddLinkDialog } from '../../parts/evidence/add-dialogs.tsx';
import { PreviewDialog } from '../../parts/evidence/preview-dialog.tsx';
import { previewOf } from '../../parts/evidence/proof-acts.ts';
import { ProofLine } from '../../parts/evidence/proof-line.tsx';
import { UploadList } from '../../parts/evidence/upload-list.tsx';
import type { EntryPlace } from './progress-saver.ts';
import { ProofPicker } from './proof-picker.tsx';
import styles from './work-pane.module.css';

export type ProofSectionProps = {
  place: EntryPlace;
  /** Completes dates typed without a year. */
  year: number;
  /** The task is told as finished and has no proof: the report will list it as missing. */
  finishedWithout: boolean;
  onChoose: () => void;
  /** What was dropped and not taken, as a sentence. */
  refusal: string;
};

export function ProofSection({ place, year, finishedWithout, onChoose, refusal }: ProofSectionProps) {
  const { data } = useData(contract.work.evidence, { query: { task: place.taskId, window: place.windowId } });
  const [adding, setAdding] = useState<'link' | 'document' | 'stored' | null>(null);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const proofs = data?.evidence ?? [];
  const here = proofs.flatMap((proof) => {
    const link = proof.links.find((each) => each.taskId === place.taskId && each.windowId === place.windowId);
    return link ? [{ proof, linkId: link.id }] : [];
  });
  const close = () => setAdding(null);
  return (
    <section className={styles.proofs} aria-label="Minh chứng">
      <div className={styles.proofHead}>
        <h3 className={styles.proofTitle}>
          Minh chứng{here.length > 0 ? ` (${here.length})` : ''}
          {here.length > 0 ? <span className={styles.proofHint}>thả tệp vào đây, hoặc dán (Ctrl V)</span> : null}
        </h3>
        <div className={styles.adders}>
          <Button size="compact-sm" leftSection={<IconPaperclip size="1rem" />} onClick={onChoose}>
            Chọn tệp…
          </Button>
          <Button size="compact-sm" leftSection={<IconLink size="1rem" />} onClick={() => setAdding('link')}>
            Đường link…
          </Button>
          <Button
            size="compact-sm"
            leftSection={<IconFileDescription size="1rem" />}
            onClick={() => setAdding('document')}
          >
            Văn bản…
          </Button>
          <Button size="compact-sm" leftSection={<IconSearch size="1rem" />} onClick={() => setAdding('stored')}>
            Lấy từ kho…
          </Button>
        </div>
      </div>
      {here.length > 0 ? (
        <ul className={styles.proofList} aria-label="Minh chứng của việc này">
          {here.map(({ proof, linkId }) => (
            <ProofLine key={proof.id} proof={proof} linkId={linkId} onPreview={setPreviewed} />
          ))}
        </ul>
      ) : null}
      <UploadList place={place} />
      {data && here.length === 0 ? (
        <div className={styles.dropHint}>
          {finishedWithout ? 'Việc đã xong mà chưa có minh chứng. ' : ''}
          Thả tệp, ảnh từ Zalo vào đây, hoặc dán (Ctrl V)
        </div>
      ) : null}
      {refusal ? (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      ) : null}
      <AddLinkDialog opened={adding === 'link'} onClose={close} place={place} />
      <AddDocumentDialog opened={adding === 'document'} onClose={close} place={place} year={year} />
      <ProofPicker opened={adding === 'stored'} onClose={close} place={place} />
      <PreviewDialog
        files={here.filter(({ proof }) => proof.kind === 'file').map(({ proof }) => previewOf(proof))}
        shown={previewed}
        onShow={setPreviewed}
      />
    </section>
  );
}
