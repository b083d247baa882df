/** The editor's lines: numbered ones, items and paragraphs; bold and italic are their only marks. Rules: shared/body/SPEC.md. */
import { InputRule, Node } from '@tiptap/react';
import type { SectionLevel } from '../../../shared/body/numbering.ts';

const attribute = <T>(fallback: T, name: string, read: (text: string) => T) => ({
  default: fallback,
  keepOnSplit: true,
  parseHTML: (element: HTMLElement) => read(element.getAttribute(name) ?? ''),
  renderHTML: (attrs: Record<string, unknown>) => {
    const value = attrs[name.replace('data-', '')];
    return value === null || value === '' ? {} : { [name]: String(value) };
  },
});

const levelIn = (text: string): SectionLevel =>
  ['1', '2', '3', '4'].includes(text) ? (Number(text) as SectionLevel) : 2;

/** Turns the typed beginning of a line ("I. ", "a) ", "- ") into the line it stands for. */
const lineRule = (find: RegExp, type: string, attrs: Record<string, unknown>) =>
  new InputRule({
    find,
    handler: ({ state, range }) => {
      const node = state.schema.nodes[type];
      const at = state.doc.resolve(range.from);
      if (!node || at.parentOffset !== 0) return null;
      state.tr.delete(range.from, range.to).setBlockType(range.from, range.from, node, attrs);
      return undefined;
    },
  });

export const Numbered = Node.create({
  name: 'numbered',
  group: 'block',
  content: 'text*',
  marks: 'bold italic',
  defining: true,
  addAttributes() {
    return {
      id: attribute('', 'data-id', (text) => text),
      level: attribute<SectionLevel>(2, 'data-level', levelIn),
      titled: attribute(true, 'data-titled', (text) => text !== 'false'),
      typed: attribute<string | null>(null, 'data-typed', (text) => (text === '' ? null : text)),
    };
  },
  parseHTML: () => [{ tag: 'p[data-level]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addInputRules: () => [
    lineRule(/^[IVX]+\.\s$/, 'numbered', { level: 1, titled: true }),
    lineRule(/^\d{1,2}\.\s$/, 'numbered', { level: 2, titled: true }),
    lineRule(/^[a-zđ]\)\s$/, 'numbered', { level: 3, titled: false }),
    lineRule(/^[-–]\s$/, 'item', { marker: '-' }),
    lineRule(/^\+\s$/, 'item', { marker: '+' }),
  ],
});

export const Item = Node.create({
  name: 'item',
  group: 'block',
  content: 'text*',
  marks: 'bold italic',
  addAttributes() {
    return { marker: attribute('-', 'data-marker', (text) => (text === '+' ? '+' : '-')) };
  },
  parseHTML: () => [{ tag: 'p[data-marker]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  marks: 'bold italic',
  priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});
