/** Moving and removing a section that a person added: its heading, what stands below it, and its own sub-sections. Rule RE18. */
import { type Node as EditorNode, Fragment } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';

/** `level`: of a heading; Infinity for text before the first one. `from` and `to` are places in the document. */
type Chunk = { from: number; to: number; level: number; own: boolean };

const isHead = (node: EditorNode): boolean =>
  node.type.name === 'part' || (node.type.name === 'numbered' && node.attrs.titled === true);

/** The document cut at its headings. */
function chunksOf(doc: EditorNode): Chunk[] {
  const chunks: Chunk[] = [];
  doc.forEach((node, at) => {
    const to = at + node.nodeSize;
    const last = chunks.at(-1);
    if (isHead(node)) chunks.push({ from: at, to, level: Number(node.attrs.level), own: node.type.name !== 'part' });
    else if (last) last.to = to;
    else chunks.push({ from: at, to, level: Number.POSITIVE_INFINITY, own: false });
  });
  return chunks;
}

/** The own section the cursor is in, with its sub-sections, and the chunks before and after it. */
function ownAt({ doc, selection }: EditorState) {
  const chunks = chunksOf(doc);
  const first = chunks.findIndex(({ from, to }) => selection.from >= from && selection.from < to);
  const head = chunks[first];
  if (!head?.own) return null;
  let last = first;
  for (let next = chunks[last + 1]; next?.own && next.level > head.level; next = chunks[last + 1]) last++;
  return {
    from: head.from,
    to: chunks[last]?.to ?? head.to,
    before: chunks[first - 1],
    after: chunks[last + 1],
    first,
  };
}

export const canMove = ({ state }: Pick<Editor, 'state'>, where: 'up' | 'down'): boolean => {
  const own = ownAt(state);
  if (!own) return false;
  // The opening words stay first, the closing words last.
  if (where === 'up') return own.before !== undefined && own.first > 1;
  return own.after !== undefined && own.after.to < state.doc.content.size;
};

export function moveOwn(editor: Editor, where: 'up' | 'down'): boolean {
  const { state, view } = editor;
  const own = ownAt(state);
  if (!own || !canMove(editor, where)) return false;
  const neighbour = where === 'up' ? own.before : own.after;
  if (!neighbour) return false;
  const nodes = state.doc.slice(own.from, own.to).content;
  const offset = state.selection.from - own.from;
  const target = where === 'up' ? neighbour.from : neighbour.to - (own.to - own.from);
  const tr = state.tr.delete(own.from, own.to).insert(target, Fragment.from(nodes));
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(target + offset, tr.doc.content.size)))).scrollIntoView();
  view.dispatch(tr);
  return true;
}

/** Ctrl+Z brings it back. */
export function removeOwn(editor: Editor): boolean {
  const { state, view } = editor;
  const own = ownAt(state);
  if (!own) return false;
  view.dispatch(state.tr.delete(own.from, own.to).scrollIntoView());
  return true;
}
