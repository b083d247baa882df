/** The lines a table shows now: its groups with those folded away that this window remembers as folded. */
import { useCallback, useMemo } from 'react';
import { useWindowState } from '../../state/window-state.ts';
import { type GridGroup, type GridLine, linesOf } from './grid-model.ts';

const noFolds: string[] = [];

export type GridLines<Row> = {
  lines: readonly GridLine<Row>[];
  /** Where a line stands, by its key. */
  lineOfKey: ReadonlyMap<string, number>;
  /** The numbers of the lines that are headings, rising. */
  headings: readonly number[];
  foldedIds: readonly string[];
  /** Folds an open group, unfolds a closed one. */
  toggle: (groupId: string) => void;
};

/** `name` is the key under which the folds are remembered. The answer's parts stay the same objects while nothing changes. */
export function useGridLines<Row>(
  name: string,
  groups: readonly GridGroup<Row>[],
  rowId: (row: Row) => string,
): GridLines<Row> {
  const foldedIds = useWindowState((state) => state.folded[name] ?? noFolds);
  const setFolded = useWindowState((state) => state.setFolded);
  const lines = useMemo(() => linesOf(groups, rowId, new Set(foldedIds)), [groups, rowId, foldedIds]);
  const lineOfKey = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const headings = useMemo(() => lines.flatMap((line, index) => (line.kind === 'group' ? [index] : [])), [lines]);
  const toggle = useCallback(
    (id: string) =>
      setFolded(name, foldedIds.includes(id) ? foldedIds.filter((one) => one !== id) : [...foldedIds, id]),
    [name, foldedIds, setFolded],
  );
  return { lines, lineOfKey, headings, foldedIds, toggle };
}
