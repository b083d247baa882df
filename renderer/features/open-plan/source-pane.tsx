/** The file as it is: paragraphs and tables as on a page, only what is in sight drawn, every place linked to what was read there. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { SourcePlace } from '../../../shared/plan/read-plan.ts';
import { Pane } from '../../ui/page.tsx';
import { type DoubtRef, listDoubts } from './logic/doubts.ts';
import { targetAt } from './logic/source-link.ts';
import { pieceAt, piecesOf, type SourcePiece } from './logic/source-pieces.ts';
import { nextPlace, placeWords } from './logic/source-steps.ts';
import { type Review, useReview } from './review-store.ts';
import styles from './source-pane.module.css';
import { Piece, totalWidth } from './source-piece.tsx';

/** Upper and lower margin of the page in px. */
const margin = 20;
/** Size of the letters of a table and padding of the page at both sides, in rem; the same as in the style sheet. */
const tableLetter = 0.75;
const pagePadding = 1.5;

export function SourcePane({ review }: { review: Review }) {
  const show = useReview((state) => state.show);
  const { read, selection } = review;
  const pieces = useMemo(() => piecesOf(read), [read]);
  const doubts = useMemo(() => doubtsByBlock(listDoubts(read)), [read]);
  // Pieces are placed one by one, so the paper must be told how wide the widest of them is.
  const widestTable = useMemo(
    () => pieces.reduce((most, piece) => (piece.type === 'rows' ? Math.max(most, totalWidth(piece.widths)) : most), 0),
    [pieces],
  );
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer<HTMLElement, Element>({
    count: pieces.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimate(pieces[index]),
    overscan: 3,
    paddingStart: margin,
    paddingEnd: margin,
  });

  const select = (place: SourcePlace) => {
    const target = targetAt(read, place);
    show({ selection: { place, target, from: 'source' }, ...(target ? { tab: target.tab } : {}) });
  };
  const place = selection?.place ?? null;
  useBringIntoSight({ box, virtual, pieces, place, wanted: selection?.from === 'read' });

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selection?.target) {
      event.preventDefault();
      show({ selection: { ...selection, from: 'source' } });
      document.querySelector<HTMLElement>('[data-read-selected]')?.focus();
      return;
    }
    const next = nextPlace(read, place, event.key);
    if (!next) return;
    event.preventDefault();
    select(next);
    requestAnimationFrame(() => {
      const index = pieceAt(pieces, next);
      if (!box.current?.querySelector('[data-here]')) virtual.scrollToIndex(index, { align: 'auto' });
      box.current?.querySelector('[data-here]')?.scrollIntoView({ block: 'nearest' });
    });
  };
  const click = (event: MouseEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-block]');
    if (!at || !document.getSelection()?.isCollapsed) return;
    const { block, row, column } = at.dataset;
    select(
      row === undefined ? { block: Number(block) } : { block: Number(block), row: Number(row), column: Number(column) },
    );
  };

  return (
    <Pane title="Tệp gốc" aside={place ? placeWords(read, place) : `${read.source.blocks.length} đoạn và bảng`}>
      <section
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a document that scrolls and is walked by arrow keys
        tabIndex={0}
        aria-label="Tệp gốc. Mũi tên để đi trong tệp, Enter để sang phần đọc được."
        onKeyDown={press}
        onClick={click}
      >
        <div
          className={styles.page}
          style={{
            height: virtual.getTotalSize(),
            minWidth: `max(100%, ${widestTable * tableLetter + pagePadding}rem)`,
          }}
        >
          {virtual.getVirtualItems().map((item) => {
            const piece = pieces[item.index];
            return piece ? (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={styles.piece}
                style={{ top: item.start }}
              >
                <Piece piece={piece} place={place} review={review} doubts={doubts.get(piece.block) ?? noDoubts} />
              </div>
            ) : null;
          })}
        </div>
      </section>
      <div className="visually-hidden" role="status">
        {selection?.from === 'source' && place ? placeWords(read, place) : ''}
      </div>
    </Pane>
  );
}

type SightInput = {
  box: RefObject<HTMLElement | null>;
  virtual: Virtualizer<HTMLElement, Element>;
  pieces: readonly SourcePiece[];
  place: SourcePlace | null;
  /** The place was chosen on the other side; one chosen here is in sight already. */
  wanted: boolean;
};

/** Brings a place into sight: its piece is drawn first, then the cell in it is brought in. */
function useBringIntoSight({ box, virtual, pieces, place, wanted }: SightInput) {
  useEffect(() => {
    if (!place || !wanted) return;
    const piece = pieceAt(pieces, place);
    if (piece < 0) return;
    let tries = 12;
    let frame = 0;
    const bring = () => {
      const here = box.current?.querySelector('[data-here]');
      const cell = here?.querySelector('[data-current-mark]') ?? here;
      if (cell && isDrawn(box.current, cell)) return;
      if (cell) cell.scrollIntoView({ block: isTall(box.current, cell) ? 'start' : 'center', inline: 'nearest' });
      else virtual.scrollToIndex(piece, { align: 'start' });
      tries -= 1;
      if (tries > 0) frame = requestAnimationFrame(bring);
    };
    frame = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(frame);
  }, [place, wanted, pieces, virtual, box]);
}

const noDoubts: readonly DoubtRef[] = [];

function doubtsByBlock(refs: readonly DoubtRef[]): ReadonlyMap<number, DoubtRef[]> {
  const found = new Map<number, DoubtRef[]>();
  for (const ref of refs) {
    const block = ref.doubt.place?.block;
    if (block !== undefined) found.set(block, [...(found.get(block) ?? []), ref]);
  }
  return found;
}

/** Before a piece is measured: a line of text holds about 90 letters on this page. */
function estimate(piece: SourcePiece | undefined): number {
  if (!piece) return 24;
  if (piece.type === 'paragraph') return 8 + 20 * Math.max(1, Math.ceil(piece.paragraph.text.length / 90));
  return piece.rows.length * 60;
}

const isTall = (box: HTMLElement | null, cell: Element): boolean =>
  box !== null && cell.getBoundingClientRect().height > box.clientHeight * 0.8;

function isDrawn(box: HTMLElement | null, cell: Element): boolean {
  if (!box) return true;
  const outer = box.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  return inner.top >= outer.top && inner.top + Math.min(inner.height, outer.height / 2) <= outer.bottom;
}
