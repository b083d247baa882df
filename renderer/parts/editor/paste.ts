/** Pasting: the clipboard's page is read as lines of words in an inert document; fonts, pictures, links and hidden text stay outside. */
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { blocksOfPasted, type PastedLine } from '../../../shared/plan/pasted-lines.ts';
import { nodeOf } from './editor-document.ts';

const largestPage = 20 * 1024 * 1024;
const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'TEMPLATE',
  'XML',
  'SVG',
  'OBJECT',
  'IFRAME',
]);
const blocks = /^(P|DIV|H[1-6]|LI|TR|TD|TH|UL|OL|TABLE|TBODY|SECTION|ARTICLE|BLOCKQUOTE|BODY)$/;

export function linesOfHtml(html: string): PastedLine[] {
  // A parsed page runs nothing and loads nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines: PastedLine[] = [];
  let text = '';
  const flush = (heading = 0): void => {
    if (text.trim() !== '') lines.push({ text, heading });
    text = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (!(node instanceof Element)) return;
    const name = node.tagName.toUpperCase();
    if (skipped.has(name) || isHidden(node)) return;
    const isBlock = name === 'BR' || blocks.test(name);
    if (isBlock) flush();
    if (name === 'LI') text = markerOf(node);
    for (const child of node.childNodes) walk(child);
    if (isBlock) flush(/^H[1-6]$/.test(name) ? Number(name[1]) : 0);
  };
  for (const child of body.childNodes) walk(child);
  flush();
  return lines;
}

const isHidden = (element: Element): boolean =>
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '') || element.hasAttribute('hidden');

function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  return `${[...list.children].indexOf(item) + 1}. `;
}

/** True when it took the paste; what this editor itself copied is left to the editor. */
export function pasteLines(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  if (html.includes('data-pm-slice')) return false;
  const lines =
    html !== '' && html.length <= largestPage
      ? linesOfHtml(html)
      : plain.split(/\r?\n/).map((text) => ({ text, heading: 0 }));
  const written = blocksOfPasted(lines);
  const [only] = written;
  if (only === undefined) return true;
  const { state } = view;
  if (written.length === 1 && only.type === 'paragraph') view.dispatch(state.tr.insertText(only.text).scrollIntoView());
  else {
    const nodes = written.map((block) => state.schema.nodeFromJSON(nodeOf(block)));
    const { from, to } = state.selection;
    view.dispatch(state.tr.replaceRange(from, to, new Slice(Fragment.from(nodes), 0, 0)).scrollIntoView());
  }
  return true;
}
