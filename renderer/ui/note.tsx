/** A sentence that wants to be read: a doubt, a problem, a fact. Actions stand at its end as links or buttons. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './note.module.css';

export type NoteTone = 'info' | 'doubt' | 'problem' | 'done';
const icons = { info: IconInfoCircle, doubt: IconAlertTriangle, problem: IconAlertTriangle, done: IconCircleCheck };

export type NoteProps = {
  tone?: NoteTone;
  /** The fact in a few bold words: "Năm cũ." */
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announced when it appears because of what the person just did. */
  announce?: boolean;
};

export function Note({ tone = 'info', title, children, actions, announce = false }: NoteProps) {
  const Icon = icons[tone];
  const role = announce ? (tone === 'problem' ? 'alert' : 'status') : undefined;
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={role}>
      <Icon size="1.125rem" stroke={2} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title ? <strong className={styles.title}>{title} </strong> : null}
        {children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}

/** A text that acts, inside a sentence: "Đổi thành “Trong năm 2024”". */
export function TextAction({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="text-link" onClick={onClick}>
      {children}
    </button>
  );
}
