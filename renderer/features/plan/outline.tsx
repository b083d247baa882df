/** Headings of the document; choosing one scrolls the paper there and puts the keyboard on it. */
import type { RefObject } from 'react';
import type { SectionView } from '../../../shared/api/contract/plans.ts';
import { Pane } from '../../ui/page.tsx';
import styles from './plan-page.module.css';

type OutlineProps = { sections: readonly SectionView[]; paper: RefObject<HTMLDivElement | null> };

/** Below this depth headings are single points, too many to choose from. */
const deepest = 2;

export function Outline({ sections, paper }: OutlineProps) {
  const show = (id: string) => {
    const heading = paper.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
    heading?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Pane title="Mục lục">
      <nav aria-label="Mục lục của kế hoạch">
        <Level sections={sections} depth={0} onShow={show} />
      </nav>
    </Pane>
  );
}

type LevelProps = { sections: readonly SectionView[]; depth: number; onShow: (id: string) => void };

function Level({ sections, depth, onShow }: LevelProps) {
  const named = sections.filter((section) => section.heading !== '');
  if (named.length === 0) return null;
  return (
    <ul className={styles.list}>
      {named.map((section) => (
        <li key={section.id}>
          <button
            type="button"
            className={styles.outlineItem}
            style={{ paddingInlineStart: `${1 + depth * 1.125}rem` }}
            onClick={() => onShow(section.id)}
          >
            {section.label} {section.heading}
          </button>
          {depth < deepest ? <Level sections={section.children} depth={depth + 1} onShow={onShow} /> : null}
        </li>
      ))}
    </ul>
  );
}
