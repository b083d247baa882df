/** One proof of the store: what it is, how it looks, and every task it serves. */
import { ActionIcon, Button } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { useOffice } from '../../data/office.ts';
import { InlinePreview } from '../../parts/evidence/inline-preview.tsx';
import { previewOf, unlinkProof } from '../../parts/evidence/proof-acts.ts';
import { ProofLine } from '../../parts/evidence/proof-line.tsx';
import { RegisterForm } from '../../parts/evidence/register-form.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './evidence-page.module.css';
import { TaskPicker } from './task-picker.tsx';

export function ProofDetail({ proof }: { proof: EvidenceView }) {
  const { plan, state } = useOffice();
  const [linking, setLinking] = useState(false);
  const [opened, setOpened] = useState(false);
  // Walking through the list with the keys must not open every file on the way.
  useEffect(() => {
    const timer = setTimeout(() => setOpened(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Pane label={proof.title}>
      <div className={styles.detail}>
        <ul className={styles.links}>
          <ProofLine proof={proof} onPreview={() => setOpened(true)} />
        </ul>
        <RegisterForm proof={proof} year={plan?.year ?? Number(state?.today.slice(0, 4))} />
        <div>
          <div className={styles.linkHead}>
            <h3 className={styles.linkTitle}>Dùng cho nhiệm vụ</h3>
            <Button size="compact-sm" disabled={plan === null} onClick={() => setLinking(true)}>
              Dùng cho nhiệm vụ khác…
            </Button>
          </div>
          {proof.links.length === 0 ? (
            <p className="soft">Chưa dùng cho nhiệm vụ nào nên chưa vào báo cáo.</p>
          ) : (
            <ul className={styles.links}>
              {proof.links.map((link) => (
                <li key={link.id} className={styles.link}>
                  <span className={styles.task}>
                    <Link href={`/viec-cua-toi/${link.taskId}`} className={styles.taskLink}>
                      {link.taskText}
                    </Link>{' '}
                    <span className="soft">{link.windowLabel}</span>
                  </span>
                  <ActionIcon
                    aria-label={`Gỡ khỏi nhiệm vụ ${link.taskText}`}
                    onClick={() => void unlinkProof(proof.title, link.id)}
                  >
                    <IconUnlink size="1.0625rem" />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )}
        </div>
        {proof.kind === 'file' && opened ? (
          <div className={styles.preview}>
            <InlinePreview file={previewOf(proof)} />
          </div>
        ) : null}
      </div>
      {plan ? <TaskPicker opened={linking} onClose={() => setLinking(false)} proof={proof} plan={plan} /> : null}
    </Pane>
  );
}
