/** All extensions of the editor. Everything of the kit that our schema has no place for is left out; document, text, undo, cursors stay. */
import type { Extensions } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { Keys } from './keys.ts';
import { Bold, Italic } from './looks.ts';
import { Item, Numbered, Paragraph } from './nodes.ts';
import { Numbers, type StyleHolder } from './numbers.ts';
import { tableExtensions } from './tables.ts';

const foreign = {
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  paragraph: false,
  strike: false,
  trailingNode: false,
  underline: false,
} as const;

/** The nodes and marks, without what draws numbers or listens to keys. */
export const schemaExtensions: Extensions = [
  StarterKit.configure(foreign),
  Paragraph,
  Numbered,
  Item,
  Bold,
  Italic,
  ...tableExtensions,
];

export const bodyExtensions = (holder: StyleHolder): Extensions => [
  ...schemaExtensions,
  Numbers.configure(holder),
  Keys,
];
