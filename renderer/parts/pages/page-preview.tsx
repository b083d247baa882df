/** The pages as they will print, refreshed after each save. What the eye sees is a frame without any right; a second one, as scriptless, is only measured. */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import paper from '../paper/paper.module.css';
import { finishPages, type Paged, pagedHtml, sheetWidth } from './paged-html.ts';
import styles from './pages.module.css';

export function PagePreview({ previewHtml, title }: { previewHtml: string; title: string }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scale = width <= 0 ? 1 : Math.min(1, width / sheetWidth);
  const measured = useMemo(() => pagedHtml(previewHtml), [previewHtml]);
  /** The last page stands until its follower is drawn, so that nothing flashes and the place is kept. */
  const [frames, setFrames] = useState<{ front: Paged; back: Paged | null } | null>(null);
  const show = (next: Paged) =>
    setFrames((before) =>
      before && before.front.html !== next.html ? { front: before.front, back: next } : { front: next, back: null },
    );
  const pages = frames ? (frames.back ?? frames.front).sheets : 0;
  const height = frames ? Math.max(frames.front.height, frames.back?.height ?? 0) : 1123;
  const drawn = frames ? [frames.front, ...(frames.back ? [frames.back] : [])] : [];
  const [live, setLive] = useState('');
  useEffect(() => setLive(pages > 0 ? `Bản in dài ${pages} trang.` : ''), [pages]);

  return (
    <div className={paper.pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={paper.scroll} tabIndex={0} aria-label="Trang sẽ in">
        <div ref={ref}>
          <div className={paper.sheets} style={{ width: sheetWidth * scale, height: height * scale }}>
            {drawn.map(({ html, height: tall }) => (
              <iframe
                key={html}
                className={`${paper.frame} ${styles.layer}`}
                sandbox=""
                srcDoc={html}
                title={title}
                tabIndex={-1}
                style={{ width: sheetWidth, height: tall, transform: `scale(${scale})` }}
                onLoad={() => setFrames((now) => (now?.back?.html === html ? { front: now.back, back: null } : now))}
              />
            ))}
          </div>
        </div>
      </section>
      <iframe
        className={paper.measure}
        sandbox="allow-same-origin"
        srcDoc={measured}
        title={`${title} (đo)`}
        tabIndex={-1}
        aria-hidden
        style={{ width: sheetWidth }}
        onLoad={(event) => {
          const page = event.currentTarget.contentDocument;
          if (page?.body) show(finishPages(page));
        }}
      />
      <p className={styles.pageCount} aria-live="polite">
        {live}
      </p>
    </div>
  );
}
