/** A screen with nothing on it yet says what belongs here and offers the next step. */
import type { ComponentType, ReactNode } from 'react';
import styles from './empty-state.module.css';

export type EmptyStateProps = {
  icon: ComponentType<{ size?: string; stroke?: number }>;
  /** One sentence: what is missing. */
  title: string;
  /** What will stand here, or why it is empty. */
  children?: ReactNode;
  /** The next step, a primary button when it is the only one on the screen. */
  action?: ReactNode;
  /** `small` for a pane or a table that a filter emptied. */
  size?: 'page' | 'small';
};

export function EmptyState({ icon: Icon, title, children, action, size = 'page' }: EmptyStateProps) {
  return (
    <div className={`${styles.empty} ${size === 'small' ? styles.small : ''}`}>
      <div className={styles.picture} aria-hidden>
        <Icon size={size === 'small' ? '1.5rem' : '2.25rem'} stroke={1.5} />
      </div>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.words}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
