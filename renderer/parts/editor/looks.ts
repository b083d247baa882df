/** Bold and italic. Nothing turns letters into looks while somebody types: asterisks stay asterisks. */
import type { Editor } from '@tiptap/react';
import { Mark } from '@tiptap/react';
import { chosenLines } from './lines.ts';

const weightSaysBold = (weight: string): boolean => /^(bold(er)?|[6-9]\d\d)$/.test(weight.trim());

export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'b', getAttrs: (element: HTMLElement) => (element.style.fontWeight === 'normal' ? false : null) },
    { tag: 'strong' },
    { style: 'font-weight', getAttrs: (value: string) => (weightSaysBold(value) ? null : false) },
  ],
  renderHTML: () => ['b', 0],
});

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
  renderHTML: () => ['i', 0],
});

export type LookName = 'bold' | 'italic';

/** Headings look as the rules say, so they take no looks of their own. */
export function mayLook(editor: Pick<Editor, 'state'>): boolean {
  const lines = chosenLines(editor);
  return lines.length === 0 || lines.some(({ node }) => node.attrs.titled !== true);
}

/** True whenever the key is used up, also where nothing may change. */
export function toggleLook(editor: Editor, look: LookName): boolean {
  if (mayLook(editor)) editor.commands.toggleMark(look);
  return true;
}
