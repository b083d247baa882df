/** A proof that came in a bundle: files open in the viewer, links in the browser. A file the sender kept back is named only. */
import { IconExternalLink, IconEye } from '@tabler/icons-react';
import { aboutProof } from '../../parts/evidence/evidence-words.ts';
import { ProofIcon } from '../../parts/evidence/proof-icon.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './inbox-page.module.css';
import type { ReceivedProof } from './received-rows.ts';

export function ProofItem({ proof, onPreview }: { proof: ReceivedProof; onPreview: (id: string) => void }) {
  return (
    <li className={styles.proof}>
      <span className={styles.proofIcon}>
        <ProofIcon proof={proof} />
      </span>
      <span className={styles.proofWords}>
        {proof.kind === 'file' ? (
          <button type="button" className="text-link" onClick={() => onPreview(proof.id)}>
            {proof.title} {proof.preview === 'none' ? null : <IconEye size="1rem" stroke={1.8} aria-label="xem được" />}
          </button>
        ) : proof.kind === 'link' && isWebAddress(proof.url) ? (
          <a className="text-link" href={proof.url} target="_blank" rel="noopener noreferrer">
            {proof.title} <IconExternalLink size="1rem" stroke={1.8} aria-label="mở bằng trình duyệt" />
          </a>
        ) : (
          <span>{proof.title}</span>
        )}
        <span className="soft">{aboutProof(proof)}</span>
        {proof.falseType ? (
          <Note tone="doubt">
            Nội dung tệp không đúng loại ghi trong gói nên không xem tại đây. Hãy hỏi lại đơn vị trước khi tải về mở.
          </Note>
        ) : null}
      </span>
    </li>
  );
}

/** A bundle comes from outside: only web addresses become links. */
const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);
