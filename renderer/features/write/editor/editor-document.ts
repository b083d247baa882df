/** Lines of a plan ↔ the editor's own document. One node per line, text without any marks: what the model cannot hold cannot be typed. */
import type { JSONContent } from '@tiptap/react';
import type { SectionLevel } from '../../../../shared/plan/numbering.ts';
import type { WrittenBlock } from '../../../../shared/plan/written-blocks.ts';

const textOf = (text: string): JSONContent[] => (text === '' ? [] : [{ type: 'text', text }]);

export const nodeOf = (block: WrittenBlock): JSONContent => {
  const { type, text, ...attrs } = block;
  return { type, attrs, content: textOf(text) };
};

/** A document is never empty: there is always a line to type in. */
export const documentOf = (blocks: readonly WrittenBlock[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf),
});

export const blocksOfDocument = (document: JSONContent): WrittenBlock[] =>
  (document.content ?? []).map(({ type, attrs = {}, content = [] }): WrittenBlock => {
    const text = content.map((each) => each.text ?? '').join('');
    if (type === 'numbered')
      return {
        type,
        id: String(attrs.id ?? ''),
        level: attrs.level as SectionLevel,
        titled: attrs.titled === true,
        typed: typeof attrs.typed === 'string' ? attrs.typed : null,
        text,
      };
    if (type === 'item') return { type, marker: attrs.marker === '+' ? '+' : '-', text };
    return { type: 'paragraph', text };
  });
