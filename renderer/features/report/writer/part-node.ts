/**
 * The heading of a generated section inside the editor: it carries the section's key, counts like any heading, and can neither be
 * reworded nor moved nor taken away (rule RE18). What is edited or stale is shown beside it.
 */
import type { Node as EditorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Node } from '@tiptap/react';

/** Words beside a heading by the key of its section, and who is told when a heading was to go. */
export type PartMarks = { marks: ReadonlyMap<string, string>; refused: () => void };

const attribute = <T>(fallback: T) => ({ default: fallback, rendered: false });

const keysOf = (doc: EditorNode): string => {
  const keys: string[] = [];
  doc.forEach((node) => {
    if (node.type.name === 'part') keys.push(String(node.attrs.key));
  });
  return keys.join('\n');
};

/** A generated section always has a line to write in. */
function giveLines({ doc, tr, schema }: EditorState): Transaction | null {
  const paragraph = schema.nodes.paragraph;
  if (!paragraph) return null;
  const bare: number[] = [];
  doc.forEach((node, at, index) => {
    const next = doc.maybeChild(index + 1);
    if (node.type.name === 'part' && (next === null || next.type.name === 'part')) bare.push(at + node.nodeSize);
  });
  for (const at of bare.toReversed()) tr.insert(at, paragraph.create());
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
}

const marksKey = new PluginKey<DecorationSet>('partMarks');

/** The meta that draws the marks anew. */
export const newMarks = marksKey;

function decorate(doc: EditorNode, { marks }: PartMarks): DecorationSet {
  const found: Decoration[] = [];
  doc.forEach((node, at) => {
    const mark = node.type.name === 'part' ? marks.get(String(node.attrs.key)) : undefined;
    if (mark) found.push(Decoration.node(at, at + node.nodeSize, { 'data-mark': mark }));
  });
  return DecorationSet.create(doc, found);
}

export const partNode = (holder: PartMarks) =>
  Node.create({
    name: 'part',
    group: 'block',
    atom: true,
    selectable: false,
    addAttributes: () => ({
      key: attribute(''),
      level: attribute(0),
      heading: attribute(''),
      name: attribute(''),
    }),
    parseHTML: () => [],
    renderHTML: ({ node }) => [
      'div',
      { 'data-part': String(node.attrs.level), contenteditable: 'false' },
      ['span', {}, String(node.attrs.heading || node.attrs.name)],
    ],
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: marksKey,
        filterTransaction: (transaction, state) => {
          if (!transaction.docChanged || transaction.getMeta('fromServer') === true) return true;
          const stays = keysOf(transaction.doc) === keysOf(state.doc);
          if (!stays) holder.refused();
          return stays;
        },
        appendTransaction: (transactions, _, state) =>
          transactions.some((each) => each.docChanged) ? giveLines(state) : null,
        state: {
          init: (_, { doc }) => decorate(doc, holder),
          apply: (transaction, before) =>
            transaction.docChanged || transaction.getMeta(marksKey) ? decorate(transaction.doc, holder) : before,
        },
        props: { decorations: (state) => marksKey.getState(state) },
      }),
    ],
  });
