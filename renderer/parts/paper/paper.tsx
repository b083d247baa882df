/**
 * The document as it will print. What the eye sees is a frame without any right; a second one beside it, as scriptless, is only
 * measured, so that the sheets can be as tall as their text and the list of parts can lead to the right place.
 */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '../../../shared/text/fold.ts';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import styles from './paper.module.css';
import { fitLandscape, scaleOf, sheetWidth, type Zoom } from './paper-fit.ts';

type Measured = { height: number; headings: { text: string; top: number }[] };

export type PaperProps = {
  html: string;
  title: string;
  /** Where the reader is led: a heading's words, or an end of the document; `at` changes with every wish. */
  goTo: { heading: string; at: number } | null;
};

export function Paper({ html, title, goTo }: PaperProps) {
  const page = useMemo(() => fitLandscape(html), [html]);
  const [measured, setMeasured] = useState<Measured>({ height: 1123, headings: [] });
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scroll = useRef<HTMLDivElement>(null);
  const scale = scaleOf(zoom, width);

  // biome-ignore lint/correctness/useExhaustiveDependencies: leads once per wish, not again when the text or the zoom changes
  useEffect(() => {
    if (goTo) scroll.current?.scrollTo({ top: topOf(goTo.heading, measured) * scale - 24, behavior: 'smooth' });
  }, [goTo?.at]);

  return (
    <div className={styles.pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label="Bản sẽ in">
        <div ref={ref} className={styles.width}>
          <div className={styles.sheets} style={{ width: sheetWidth * scale, height: measured.height * scale }}>
            <iframe
              className={styles.frame}
              sandbox=""
              srcDoc={page}
              title={title}
              tabIndex={-1}
              style={{ width: sheetWidth, height: measured.height, transform: `scale(${scale})` }}
            />
          </div>
        </div>
      </section>
      <iframe
        className={styles.measure}
        sandbox="allow-same-origin"
        srcDoc={page}
        title={`${title} (đo)`}
        tabIndex={-1}
        aria-hidden
        style={{ width: sheetWidth }}
        onLoad={(event) => {
          const body = event.currentTarget.contentDocument?.body;
          if (body) setMeasured(measure(body));
        }}
      />
      <div className={styles.zoom}>
        <SegmentedChoice
          label="Cỡ xem"
          hideLabel
          segments={[
            { value: 'fit', label: 'Vừa khung' },
            { value: '100', label: '100%' },
            { value: '130', label: '130%' },
          ]}
          value={zoom}
          onChange={setZoom}
        />
      </div>
    </div>
  );
}

function measure(body: HTMLElement): Measured {
  const headings = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4')];
  return {
    height: Math.ceil(body.getBoundingClientRect().height),
    headings: headings.map((heading) => ({
      text: fold(heading.textContent ?? ''),
      top: heading.getBoundingClientRect().top,
    })),
  };
}

/** The place of a heading; the end for the closing words, the beginning for whatever is not found. */
function topOf(heading: string, { height, headings }: Measured): number {
  if (heading === 'end') return headings.at(-1)?.top ?? height;
  return headings.find((each) => each.text === fold(heading))?.top ?? 0;
}
