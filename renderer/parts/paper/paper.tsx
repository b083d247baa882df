/** The document as it will print. It is measured, so that the sheets are as tall as their text and the list of parts leads to the right place. */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '../../../shared/text/fold.ts';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import styles from './paper.module.css';
import { fitLandscape, scaleOf, sheetWidth, type Zoom } from './paper-fit.ts';
import { MeasuringFrame, type Sheet, SheetFrames, useSheets, usualHeight } from './sheet-frames.tsx';

type Line = { text: string; top: number; height: number };
type Measured = { height: number; headings: Line[]; lines: Line[] };
const unmeasured: Measured = { height: usualHeight, headings: [], lines: [] };

export type PaperProps = {
  html: string;
  title: string;
  /** Where the reader is led: a heading's words, or an end of the document; `at` changes with every wish. */
  goTo: { heading: string; at: number; words?: string } | null;
};

export function Paper({ html, title, goTo }: PaperProps) {
  const page = useMemo(() => fitLandscape(html), [html]);
  const sheets = useSheets<Measured & Sheet>({ html: page, ...unmeasured });
  const measured = sheets.newest ?? unmeasured;
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scroll = useRef<HTMLDivElement>(null);
  const scale = scaleOf(zoom, width);

  // biome-ignore lint/correctness/useExhaustiveDependencies: leads once per wish, not again when the text or the zoom changes
  useEffect(() => {
    if (!goTo || measured.lines.length === 0) return;
    const line = lineOf(goTo.words, measured);
    scroll.current?.scrollTo({
      top: (line?.top ?? topOf(goTo.heading, measured)) * scale - (line ? 96 : 24),
      behavior: 'smooth',
    });
  }, [goTo?.at, measured.lines.length === 0]);
  const marked = lineOf(goTo?.words, measured);

  return (
    <div className={styles.pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label="Bản sẽ in">
        <div ref={ref} className={styles.width}>
          <div className={styles.sheets} style={{ width: sheetWidth * scale, height: sheets.height * scale }}>
            <SheetFrames sheets={sheets} title={title} width={sheetWidth} scale={scale} />
            {marked ? (
              <div
                key={goTo?.at}
                className={styles.mark}
                style={{ top: marked.top * scale - 4, height: marked.height * scale + 8 }}
                aria-hidden
              />
            ) : null}
          </div>
        </div>
      </section>
      <MeasuringFrame
        html={page}
        title={title}
        width={sheetWidth}
        onMeasure={({ body }) => sheets.show({ html: page, ...measure(body) })}
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
    headings: headings.map(lineIn),
    lines: [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, td')].map(lineIn),
  };
}

function lineIn(element: HTMLElement): Line {
  const { top, height } = element.getBoundingClientRect();
  return { text: fold(element.textContent ?? ''), top, height };
}

/** The line that says exactly these words, else the first that begins with them. */
function lineOf(words: string | undefined, { lines }: Measured): Line | null {
  const wanted = fold(words ?? '');
  if (wanted === '') return null;
  return lines.find((line) => line.text === wanted) ?? lines.find((line) => line.text.startsWith(wanted)) ?? null;
}

/** The place of a heading; the end for the closing words, the beginning for whatever is not found. */
function topOf(heading: string, { height, headings }: Measured): number {
  if (heading === 'end') return headings.at(-1)?.top ?? height;
  return headings.find((each) => each.text === fold(heading))?.top ?? 0;
}
