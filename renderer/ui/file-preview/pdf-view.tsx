/** A PDF, one page at a time on a canvas: light on memory, and its words are there for screen readers too. */
import { ActionIcon, Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './file-preview.module.css';
import { openPdf, type PDFDocumentProxy, type PdfProblem, problemOf, type RenderTask } from './pdf-library.ts';

export type PdfViewProps = { name: string; data: ArrayBuffer; onProblem: (problem: PdfProblem) => void };

const zooms = [0.5, 0.75, 1, 1.5, 2, 3];
const fitZoom = 2;
/** Sharper than this costs memory an old PC does not have. */
const sharpest = 2;
const mostSpoken = 4000;

export default function PdfView({ name, data, onProblem }: PdfViewProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(fitZoom);
  const report = useRef(onProblem);
  report.current = onProblem;

  useEffect(() => {
    // pdf.js hands the bytes over to its worker, so each opening gets its own copy.
    const task = openPdf(data.slice(0));
    let gone = false;
    task.promise.then(
      (opened) => {
        if (gone) return;
        setPdf(opened);
        setPage(1);
      },
      (error: unknown) => {
        if (!gone) report.current(problemOf(error));
      },
    );
    return () => {
      gone = true;
      setPdf(null);
      void task.destroy();
    };
  }, [data]);

  if (!pdf)
    return (
      <div className={styles.waiting} role="status">
        <Loader size="sm" /> Đang mở {name}…
      </div>
    );
  const turn = (to: number) => setPage(Math.min(pdf.numPages, Math.max(1, to)));
  const keys = (event: KeyboardEvent) => {
    const to = { PageDown: page + 1, PageUp: page - 1, Home: 1, End: pdf.numPages }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    turn(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the page pane inside, which has the focus
    <div className={styles.pdf} onKeyDown={keys}>
      <div className={styles.tools}>
        <ActionIcon aria-label="Trang trước" disabled={page === 1} onClick={() => turn(page - 1)}>
          <IconChevronLeft size="1.25rem" />
        </ActionIcon>
        <span className="numbers" role="status">
          Trang {page} / {pdf.numPages}
        </span>
        <ActionIcon aria-label="Trang sau" disabled={page === pdf.numPages} onClick={() => turn(page + 1)}>
          <IconChevronRight size="1.25rem" />
        </ActionIcon>
        <span className={styles.toolSpace} />
        <ActionIcon aria-label="Thu nhỏ" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <IconZoomOut size="1.25rem" />
        </ActionIcon>
        <span className="numbers">{Math.round((zooms[zoom] ?? 1) * 100)}%</span>
        <ActionIcon aria-label="Phóng to" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          <IconZoomIn size="1.25rem" />
        </ActionIcon>
      </div>
      <PdfPage pdf={pdf} page={page} zoom={zooms[zoom] ?? 1} name={name} onProblem={() => report.current('broken')} />
    </div>
  );
}

type PdfPageProps = { pdf: PDFDocumentProxy; page: number; zoom: number; name: string; onProblem: () => void };

/** Draws one page to the width of its pane; a page asked for while another is being drawn takes its place. */
function PdfPage({ pdf, page, zoom, name, onProblem }: PdfPageProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const failed = useRef(onProblem);
  failed.current = onProblem;

  useEffect(() => {
    if (width < 40) return;
    let gone = false;
    let task: RenderTask | undefined;
    const draw = async () => {
      const source = await pdf.getPage(page);
      if (gone) return;
      const natural = source.getViewport({ scale: 1 });
      const cssScale = ((width - 32) / natural.width) * zoom;
      const sharp = Math.min(sharpest, window.devicePixelRatio || 1);
      const viewport = source.getViewport({ scale: cssScale * sharp });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      canvas.style.width = `${Math.floor(natural.width * cssScale)}px`;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${name}, trang ${page}`);
      task = source.render({ canvas, viewport });
      await task.promise;
      if (gone) return;
      holder.current?.replaceChildren(canvas);
      const content = await source.getTextContent();
      const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
      if (!gone) setWords(text.slice(0, mostSpoken));
    };
    draw().catch((error: unknown) => {
      if (gone || (error instanceof Error && error.name === 'RenderingCancelledException')) return;
      failed.current();
    });
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [pdf, page, zoom, width, name]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane must be reachable by keyboard
    <section ref={ref} className={styles.paper} tabIndex={0} aria-label={`Nội dung trang ${page} của ${name}`}>
      <div ref={holder} className={styles.sheet} />
      <div className="visually-hidden">{words}</div>
    </section>
  );
}
