/**
 * Frames of a document that is drawn again after each save. What the eye sees is a frame without any right; a second one beside it, as
 * scriptless, is only measured.
 *
 * New words always get a new frame. Chromium, given new words while it is still loading the old ones, keeps the old ones about five times
 * in a hundred: the paper would then show what was there before the save, and nothing would tell.
 */
import { useState } from 'react';
import styles from './paper.module.css';

/** CSS pixels of a sheet of A4, where nothing is measured yet. */
export const usualHeight = 1123;

/** A page ready to be looked at; `height` in CSS pixels. */
export type Sheet = { html: string; height: number };

/** What stands there, and its follower while that is still being drawn. */
type Frames<Page> = { front: Page; back: Page | null };

/** The last page stands until its follower is drawn, so that nothing flashes and the place is kept. `first` stands before anything is shown. */
export function useSheets<Page extends Sheet>(first: Page | null) {
  const [frames, setFrames] = useState<Frames<Page> | null>(null);
  const { front, back } = frames ?? { front: first, back: null };
  return {
    drawn: [front, back].filter((page) => page !== null),
    newest: back ?? front,
    height: Math.max(front?.height ?? 0, back?.height ?? 0) || usualHeight,
    show: (next: Page) =>
      setFrames((before) =>
        before && before.front.html !== next.html ? { front: before.front, back: next } : { front: next, back: null },
      ),
    loaded: (html: string) => setFrames((now) => (now?.back?.html === html ? { front: now.back, back: null } : now)),
  };
}

type SheetFramesProps = {
  sheets: Pick<ReturnType<typeof useSheets<Sheet>>, 'drawn' | 'loaded'>;
  title: string;
  /** In CSS pixels, before `scale`. */
  width: number;
  scale: number;
};

export const SheetFrames = ({ sheets: { drawn, loaded }, title, width, scale }: SheetFramesProps) =>
  drawn.map(({ html, height }, place) => (
    <iframe
      key={html}
      className={styles.frame}
      sandbox=""
      srcDoc={html}
      title={title}
      tabIndex={-1}
      data-waiting={place > 0 || undefined}
      aria-hidden={place > 0 || undefined}
      style={{ width, height, transform: `scale(${scale})` }}
      onLoad={() => loaded(html)}
    />
  ));

type MeasuringFrameProps = { html: string; title: string; width: number; onMeasure: (page: Document) => void };

/** Never seen; `onMeasure` is given its document once it is laid out. */
export const MeasuringFrame = ({ html, title, width, onMeasure }: MeasuringFrameProps) => (
  <iframe
    key={html}
    className={styles.measure}
    sandbox="allow-same-origin"
    srcDoc={html}
    title={`${title} (đo)`}
    tabIndex={-1}
    aria-hidden
    style={{ width }}
    onLoad={(event) => {
      const page = event.currentTarget.contentDocument;
      if (page?.body) onMeasure(page);
    }}
  />
);
