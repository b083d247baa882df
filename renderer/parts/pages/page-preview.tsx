/** The pages as they will print, refreshed after each save. */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import paper from '../paper/paper.module.css';
import { MeasuringFrame, SheetFrames, useSheets } from '../paper/sheet-frames.tsx';
import { finishPages, type Paged, pagedHtml, sheetWidth } from './paged-html.ts';
import styles from './pages.module.css';

export function PagePreview({ previewHtml, title }: { previewHtml: string; title: string }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scale = width <= 0 ? 1 : Math.min(1, width / sheetWidth);
  const measured = useMemo(() => pagedHtml(previewHtml), [previewHtml]);
  const sheets = useSheets<Paged>(null);
  const pages = sheets.newest?.sheets ?? 0;
  const [live, setLive] = useState('');
  useEffect(() => setLive(pages > 0 ? `Bản in dài ${pages} trang.` : ''), [pages]);

  return (
    <div className={paper.pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={paper.scroll} tabIndex={0} aria-label="Trang sẽ in">
        <div ref={ref}>
          <div className={paper.sheets} style={{ width: sheetWidth * scale, height: sheets.height * scale }}>
            <SheetFrames sheets={sheets} title={title} width={sheetWidth} scale={scale} />
          </div>
        </div>
      </section>
      <MeasuringFrame
        html={measured}
        title={title}
        width={sheetWidth}
        onMeasure={(page) => sheets.show(finishPages(page))}
      />
      <p className={styles.pageCount} aria-live="polite">
        {live}
      </p>
    </div>
  );
}
