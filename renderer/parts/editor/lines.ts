/** What can be done with the lines the cursor or the selection touches. Each answers whether it did something. */

import type { Node as EditorNode } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import type { SectionLevel } from '../../../shared/body/numbering.ts';

export type LineKind = '1' | '2' | '3' | '4' | 'paragraph' | '-' | '+';

type Line = { node: EditorNode; at: number };

/** Lines the selection touches; a table is none, and inside of one there are none. */
export function chosenLines({ state }: Pick<Editor, 'state'>): Line[] {
  const { from, to } = state.selection;
  const lines: Line[] = [];
  state.doc.forEach((node, at) => {
    if (node.isTextblock && at < to + 1 && at + node.nodeSize > from) lines.push({ node, at });
  });
  return lines;
}

/** Kind of the line the cursor is in. */
export function kindOf({ type, attrs }: EditorNode): LineKind {
  if (type.name === 'numbered') return String(attrs.level) as LineKind;
  return type.name === 'item' ? (attrs.marker as LineKind) : 'paragraph';
}

/** Levels 1 and 2 are headings unless the line already was a numbered sentence; 3 and 4 are sentences. */
function nodeFor(kind: LineKind, before: EditorNode): { type: string; attrs: Record<string, unknown> } {
  if (kind === 'paragraph') return { type: 'paragraph', attrs: {} };
  if (kind === '-' || kind === '+') return { type: 'item', attrs: { marker: kind } };
  const level = Number(kind) as SectionLevel;
  const wasNumbered = before.type.name === 'numbered';
  const titled = wasNumbered ? before.attrs.titled : level < 3;
  return { type: 'numbered', attrs: { id: wasNumbered ? before.attrs.id : '', level, titled, typed: null } };
}

function change(editor: Editor, kindFor: (line: Line) => LineKind | null): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    let changed = false;
    for (const line of chosenLines({ state })) {
      const kind = kindFor(line);
      if (kind === null || kind === kindOf(line.node)) continue;
      const { type, attrs } = nodeFor(kind, line.node);
      const node = state.schema.nodes[type];
      if (!node) continue;
      if (dispatch) tr.setNodeMarkup(line.at, node, attrs);
      changed = true;
    }
    return changed;
  });
}

export const setKind = (editor: Editor, kind: LineKind): boolean => change(editor, () => kind);

const down: Record<LineKind, LineKind | null> = {
  '1': '2',
  '2': '3',
  '3': '4',
  '4': null,
  paragraph: '-',
  '-': '+',
  '+': null,
};
const up: Record<LineKind, LineKind | null> = {
  '1': null,
  '2': '1',
  '3': '2',
  '4': '3',
  paragraph: null,
  '-': 'paragraph',
  '+': '-',
};

/** Tab: one level deeper; a paragraph becomes an item. */
export const deeper = (editor: Editor): boolean => change(editor, ({ node }) => down[kindOf(node)]);
export const higher = (editor: Editor): boolean => change(editor, ({ node }) => up[kindOf(node)]);

/** Ctrl+Alt+T: a heading on its own line, or a sentence with its number. A paragraph becomes a heading beside the section it is in. */
export function toggleTitle(editor: Editor): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    const lines = chosenLines({ state });
    if (lines.length === 0) return false;
    if (!dispatch) return true;
    for (const { node, at } of lines) {
      if (node.type.name === 'numbered') {
        tr.setNodeMarkup(at, undefined, { ...node.attrs, titled: node.attrs.titled !== true });
        continue;
      }
      const numbered = state.schema.nodes.numbered;
      if (numbered)
        tr.setNodeMarkup(at, numbered, { id: '', level: levelAbove(state.doc, at), titled: true, typed: null });
    }
    return true;
  });
}

function levelAbove(doc: EditorNode, before: number): SectionLevel {
  let level: SectionLevel = 1;
  doc.forEach((node, at) => {
    if (at < before && node.type.name === 'numbered') level = node.attrs.level;
  });
  return level;
}

/** The label of the line under the cursor: null numbers it, a text is kept as typed. */
export function setTyped(editor: Editor, typed: string | null): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    const line = chosenLines({ state })[0];
    if (line?.node.type.name !== 'numbered') return false;
    if (dispatch) tr.setNodeMarkup(line.at, undefined, { ...line.node.attrs, typed });
    return true;
  });
}

/** All typed labels give way to automatic ones; headings without a number stay without. */
export function renumber(editor: Editor): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    state.doc.forEach((node, at) => {
      if (dispatch && node.type.name === 'numbered' && node.attrs.typed)
        tr.setNodeMarkup(at, undefined, { ...node.attrs, typed: null });
    });
    return true;
  });
}

/** Enter: below a heading the text begins; a sentence or item is followed by its like; on an empty one the list ends. */
export function nextLine(editor: Editor): boolean {
  return editor.commands.command(({ tr, state, dispatch }) => {
    const { $from, $to } = state.selection;
    const line = $from.parent;
    const paragraph = state.schema.nodes.paragraph;
    if (line.type.name === 'paragraph' || !paragraph || $from.depth !== 1) return false;
    if (!dispatch) return true;
    if (line.content.size === 0) {
      tr.setNodeMarkup($from.before(), paragraph, {});
      return true;
    }
    const endsHeading = line.attrs.titled === true && $to.sameParent($from) && $to.parentOffset === line.content.size;
    const attrs = line.type.name === 'numbered' ? { ...line.attrs, id: '', typed: null } : line.attrs;
    tr.deleteSelection();
    tr.split(tr.selection.from, 1, [endsHeading ? { type: paragraph } : { type: line.type, attrs }]);
    tr.scrollIntoView();
    return true;
  });
}

/** Backspace at the beginning of a numbered line or item first takes its number away. */
export function takeNumberAway(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.parent.type.name === 'paragraph') return false;
  return setKind(editor, 'paragraph');
}
