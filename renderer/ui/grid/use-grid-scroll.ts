/** Which lines of the table are drawn, and what depends on how far it is scrolled: the heading that sticks and the row under it. */
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useReducer, useRef } from 'react';
import type { GridLine } from './grid-model.ts';

/** Of an ordinary heading in px, before it is measured, and the room kept for the one that sticks. */
const headingHeight = 40;

export type GridScrollInput<Row> = {
  box: RefObject<HTMLElement | null>;
  lines: readonly GridLine<Row>[];
  headings: readonly number[];
  /** Drawn wherever it is, so that the keyboard never loses its place. */
  activeLine: number;
  /** Of the column titles in px. */
  headHeight: number;
  /** Of an ordinary row in px, before it is measured. */
  rowHeight: number;
};

export type GridScroll = {
  virtual: Virtualizer<HTMLElement, Element>;
  /** The line of the heading that sticks under the column titles; undefined when there is none. */
  stuck: number | undefined;
  /** The first line in sight below the titles and the stuck heading. */
  lead: number;
  /** To be called while the box is scrolled: draws again when `stuck` or `lead` change. */
  followScroll: () => void;
};

export function useGridScroll<Row>(input: GridScrollInput<Row>): GridScroll {
  const { box, lines, headings, activeLine, headHeight, rowHeight } = input;
  const stuckHeading = (line: number): number | undefined => headings.findLast((heading) => heading <= line);
  const virtual = useVirtualizer<HTMLElement, Element>({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? headingHeight : rowHeight),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + (headings.length > 0 ? headingHeight : 0),
    scrollPaddingEnd: 4,
    rangeExtractor: (range: Range) => {
      const stuck = stuckHeading(lineAt(virtual.scrollOffset ?? 0));
      const drawn = new Set(defaultRangeExtractor(range));
      if (stuck !== undefined) drawn.add(stuck);
      if (activeLine < lines.length) drawn.add(activeLine);
      return [...drawn].sort((a, b) => a - b);
    },
  });

  /** The line that begins just under the column titles when the box is scrolled by so many px. */
  const lineAt = (scrolled: number): number =>
    lines.length === 0 ? 0 : (virtual.getVirtualItemForOffset(scrolled + headHeight)?.index ?? 0);
  // The virtualizer redraws when a line enters or leaves the box; the heading and the merged words change a little later, under the titles.
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawnTop = useRef('');
  const topAt = (scrolled: number) => `${stuckHeading(lineAt(scrolled))} ${lineAt(scrolled + headingHeight)}`;
  drawnTop.current = topAt(virtual.scrollOffset ?? 0);
  const followScroll = () => {
    if (topAt(box.current?.scrollTop ?? 0) !== drawnTop.current) redraw();
  };

  const stuck = stuckHeading(lineAt(virtual.scrollOffset ?? 0));
  const lead = lineAt((virtual.scrollOffset ?? 0) + (stuck === undefined ? 0 : headingHeight));
  return { virtual, stuck, lead, followScroll };
}
