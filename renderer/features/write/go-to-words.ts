/** Leads to words of the plan: a field that holds them, else the line of the body; both get the keyboard and the words marked. */
import type { Editor } from '@tiptap/react';
import { fold } from '../../../shared/text/fold.ts';

/** False where the words stand nowhere, and nothing was moved. */
export function goToWords(place: HTMLElement, editor: Editor, words: string): boolean {
  const wanted = fold(words);
  if (wanted === '') return false;
  const line = bodyLine(editor, wanted);
  if (line) {
    editor.chain().setTextSelection({ from: line.from, to: line.to }).focus().run();
    const element = editor.view.nodeDOM(line.at);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
    return true;
  }
  const fields = [
    ...place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[type="text"], input:not([type]), textarea',
    ),
  ];
  const exact = fields.find((field) => fold(field.value) === wanted);
  const field = exact ?? fields.find((each) => each.value.split('\n').some((part) => fold(part) === wanted));
  if (!field) return false;
  const at = field.value.toLowerCase().indexOf(words.trim().toLowerCase());
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + words.trim().length);
  field.scrollIntoView({ block: 'center' });
  return true;
}

/** The line that says the words, without the number that stands before it on the screen. */
function bodyLine(editor: Editor, wanted: string): { at: number; from: number; to: number } | null {
  let whole: { at: number; from: number; to: number } | null = null;
  let part: { at: number; from: number; to: number } | null = null;
  editor.state.doc.descendants((node, at) => {
    if (!node.isTextblock || whole) return;
    const said = fold(node.textContent);
    const found = { at, from: at + 1, to: at + 1 + node.content.size };
    if (said === wanted) whole = found;
    else if (!part && said.length > 12 && (wanted.endsWith(said) || said.startsWith(wanted))) part = found;
  });
  return whole ?? part;
}
