/** Two panes side by side with a bar between them that the mouse drags and the arrow keys move; in a narrow window they stand one above the other. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { useWindowState } from '../state/window-state.ts';
import styles from './split-pane.module.css';

export type SplitPaneProps = {
  /** The place is remembered under this name, per computer. */
  name: string;
  /** Names the bar: "Chia tệp gốc và phần đọc được". */
  label: string;
  left: ReactNode;
  right: ReactNode;
  /** Share of the left pane in percent, before anybody moved the bar. */
  initial?: number;
  min?: number;
  max?: number;
};

const step = 2;

export function SplitPane({ name, label, left, right, initial = 50, min = 20, max = 80 }: SplitPaneProps) {
  const remembered = useWindowState((state) => state.splits[name]);
  const setSplit = useWindowState((state) => state.setSplit);
  const box = useRef<HTMLDivElement>(null);
  const leftId = useId();
  const share = Math.min(max, Math.max(min, remembered ?? initial));
  const move = (next: number) => setSplit(name, Math.min(max, Math.max(min, Math.round(next * 10) / 10)));

  const keys = (event: KeyboardEvent) => {
    const to = { ArrowLeft: share - step, ArrowRight: share + step, Home: min, End: max, Enter: initial }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const area = box.current?.getBoundingClientRect();
    if (area && event.currentTarget.hasPointerCapture(event.pointerId))
      move(((event.clientX - area.left) / area.width) * 100);
  };

  return (
    <div className={styles.outer}>
      <div
        ref={box}
        className={styles.split}
        style={{ '--left': `${share}fr`, '--right': `${100 - share}fr` } as React.CSSProperties}
      >
        <div className={styles.side} id={leftId}>
          {left}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be focused and moved; this is the ARIA window splitter */}
        <div
          className={styles.bar}
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-controls={leftId}
          aria-orientation="vertical"
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={Math.round(share)}
          aria-valuetext={`Bên trái ${Math.round(share)}%`}
          onKeyDown={keys}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onDoubleClick={() => move(initial)}
        />
        <div className={styles.side}>{right}</div>
      </div>
    </div>
  );
}
