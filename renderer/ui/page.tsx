/** The frame of one screen: title line with at most one primary action, an optional filter bar, and the body that fills the rest. */
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './page.module.css';

export type PageProps = {
  /** The one h1 of the screen; also the window title. */
  title: string;
  /** Facts about what is shown: plan, period, counts. */
  sub?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** Search and filters. */
  bar?: ReactNode;
  /** `fill` gives the body the remaining height and lets its panes scroll; `flow` scrolls the whole page. */
  body?: 'fill' | 'flow';
  children: ReactNode;
};

export function Page({ title, sub, actions, bar, body = 'flow', children }: PageProps) {
  useDocumentTitle(`${title} · Sổ Việc`);
  return (
    <div className={`${styles.page} ${body === 'fill' ? styles.fill : styles.flow}`}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title} tabIndex={-1} data-page-title>
            {title}
          </h1>
          {sub ? <div className={styles.sub}>{sub}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {bar ? <div className={styles.bar}>{bar}</div> : null}
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** Pushes what follows to the right end of a page bar. */
export function BarSpace() {
  return <span className={styles.space} />;
}

export type PaneProps = {
  title?: ReactNode;
  /** Right end of the head: a count, a page number, a small button. */
  aside?: ReactNode;
  foot?: ReactNode;
  /** Heading level of the title, so that the outline of the page stays whole. */
  level?: 2 | 3;
  padded?: boolean;
  /** The one child takes the whole height and scrolls by itself: a file preview, a document. */
  fill?: boolean;
  /** Named region for screen readers when there is no title. */
  label?: string;
  children: ReactNode;
};

/** A sheet of paper on the ground: head, scrolling body, foot. */
export function Pane({ title, aside, foot, level = 2, padded = false, fill = false, label, children }: PaneProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.pane} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      {title || aside ? (
        <div className={styles.paneHead}>
          <Heading className={styles.paneTitle}>{title}</Heading>
          {aside ? <div className={styles.paneAside}>{aside}</div> : null}
        </div>
      ) : null}
      <div className={`${styles.paneBody} ${padded ? styles.padded : ''} ${fill ? styles.paneFill : ''}`}>
        {children}
      </div>
      {foot ? <div className={styles.paneFoot}>{foot}</div> : null}
    </section>
  );
}
