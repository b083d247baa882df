/** One proof in a list: what it is, how often it is used, and what may be done with it. */
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDotsVertical,
  IconDownload,
  IconExternalLink,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconShieldLock,
  IconUnlink,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { RenameDialog } from './add-dialogs.tsx';
import { aboutProof, usedForWords } from './evidence-words.ts';
import { download } from './inline-preview.tsx';
import { markSensitive, previewOf, unlinkProof } from './proof-acts.ts';
import { ProofIcon } from './proof-icon.tsx';
import styles from './proof-line.module.css';

export type ProofLineProps = {
  proof: EvidenceView;
  /** The link to the task whose list this is; without it nothing can be unlinked here. */
  linkId?: string;
  onPreview: (id: string) => void;
};

export function ProofLine({ proof, linkId, onPreview }: ProofLineProps) {
  const [renaming, setRenaming] = useState(false);
  const late = proof.links.find(({ id }) => id === linkId)?.lateReason;
  return (
    <li className={styles.line}>
      <span className={styles.icon}>
        <ProofIcon proof={proof} />
      </span>
      <div className={styles.words}>
        <ProofTitle proof={proof} onPreview={onPreview} />
        <span className={styles.about}>
          {aboutProof(proof)} · {usedForWords(proof)}
          {late ? ` · thêm sau khi khóa kỳ: ${late}` : ''}
          {proof.sensitive ? (
            <span className={styles.sensitive}>
              <IconShieldLock size="0.9375rem" aria-hidden />{' '}
              {proof.bundleReason ? `Nhạy cảm, đi theo gói vì ${proof.bundleReason}` : 'Nhạy cảm, không đi theo gói'}
            </span>
          ) : null}
        </span>
      </div>
      <ProofMenu proof={proof} linkId={linkId} onRename={() => setRenaming(true)} />
      <RenameDialog opened={renaming} onClose={() => setRenaming(false)} proof={proof} />
    </li>
  );
}

function ProofTitle({ proof, onPreview }: { proof: EvidenceView; onPreview: (id: string) => void }) {
  if (proof.kind === 'file')
    return (
      <button type="button" className={styles.title} onClick={() => onPreview(proof.id)}>
        {proof.title}
        {proof.preview === 'none' ? null : <IconEye size="1rem" stroke={1.8} aria-label="xem được" />}
      </button>
    );
  if (proof.kind === 'link' && proof.url)
    return (
      <a className={styles.title} href={proof.url} target="_blank" rel="noopener noreferrer">
        {proof.title}
        <IconExternalLink size="1rem" stroke={1.8} aria-label="mở bằng trình duyệt" />
      </a>
    );
  return <span className={styles.plain}>{proof.title}</span>;
}

function ProofMenu({ proof, linkId, onRename }: { proof: EvidenceView; linkId?: string; onRename: () => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Việc khác với ${proof.title}`}>
          <IconDotsVertical size="1.125rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size="1.0625rem" />} onClick={onRename}>
          Đổi tên
        </Menu.Item>
        <Menu.Item
          leftSection={proof.sensitive ? <IconEye size="1.0625rem" /> : <IconEyeOff size="1.0625rem" />}
          onClick={() => void markSensitive(proof, !proof.sensitive)}
        >
          {proof.sensitive ? 'Bỏ dấu nhạy cảm' : 'Đánh dấu nhạy cảm (không đi theo gói)'}
        </Menu.Item>
        {proof.kind === 'file' ? (
          <Menu.Item leftSection={<IconDownload size="1.0625rem" />} onClick={() => void download(previewOf(proof))}>
            Lưu về máy
          </Menu.Item>
        ) : null}
        {linkId === undefined ? null : (
          <Menu.Item
            leftSection={<IconUnlink size="1.0625rem" />}
            onClick={() => void unlinkProof(proof.title, linkId)}
          >
            Gỡ khỏi nhiệm vụ này
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
