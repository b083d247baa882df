/** Labels beside the lines, as they print: computed with every change, never part of the text. New lines get a word for their record. */

import type { Node as EditorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';
import { type NumberedLine, type NumberingStyle, numberLines, usualStyle } from '../../../shared/body/numbering.ts';

/** How the open plan numbers its lines; set when a plan is opened. */
export type StyleHolder = { style: NumberingStyle };
export const usualHolder = (): StyleHolder => ({ style: usualStyle });

export function numberedLines(doc: EditorNode): { node: EditorNode; at: number; line: NumberedLine }[] {
  const found: { node: EditorNode; at: number; line: NumberedLine }[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'numbered')
      found.push({ node, at, line: { level: node.attrs.level, typed: node.attrs.typed } });
    // The heading of a generated section of a report counts like any other; opening and closing words have none.
    if (node.type.name === 'part' && node.attrs.level > 0)
      found.push({ node, at, line: { level: node.attrs.level, typed: null } });
  });
  return found;
}

function decorate(doc: EditorNode, { style }: StyleHolder): DecorationSet {
  const lines = numberedLines(doc);
  const numbers = numberLines(
    lines.map(({ line }) => line),
    style,
  );
  return DecorationSet.create(
    doc,
    lines.map(({ node, at }, index) => {
      const { label = '', automatic = '', differs = false } = numbers[index] ?? {};
      return Decoration.node(at, at + node.nodeSize, {
        'data-label': label,
        ...(differs ? { 'data-differs': '', title: `Theo thứ tự là ${automatic}` } : {}),
      });
    }),
  );
}

const key = new PluginKey<DecorationSet>('numbers');
let count = 0;

/** Two lines never stand for one record: copies and new lines get a word of their own, which saving answers with an id. */
function nameNewLines(state: EditorState): Transaction | null {
  const seen = new Set<string>();
  const { tr } = state;
  for (const { node, at } of numberedLines(state.doc)) {
    if (node.type.name !== 'numbered') continue;
    if (node.attrs.id !== '' && !seen.has(node.attrs.id)) seen.add(node.attrs.id);
    else tr.setNodeMarkup(at, undefined, { ...node.attrs, id: `moi-${Date.now().toString(36)}-${++count}` });
  }
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
}

export const Numbers = Extension.create<StyleHolder>({
  name: 'numbers',
  addOptions: usualHolder,
  addProseMirrorPlugins() {
    const holder = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorate(doc, holder),
          apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc, holder) : before),
        },
        props: { decorations: (state) => key.getState(state) },
        appendTransaction: (transactions, _, state) =>
          transactions.some((each) => each.docChanged) ? nameNewLines(state) : null,
      }),
    ];
  },
});
