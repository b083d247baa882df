/** The editor of a body, made once: options that changed with every save would draw its selection anew while somebody types or clicks. */
import { type Editor, type Extensions, type UseEditorOptions, useEditor } from '@tiptap/react';
import { useRef, useState } from 'react';
import type { WrittenBlock } from '../../../shared/plan/written-blocks.ts';
import { documentOf } from './editor-document.ts';
import type { StyleHolder } from './numbers.ts';
import { pasteLines } from './paste.ts';
import { bodyExtensions } from './schema.ts';

export type BodyEditorOptions = {
  label: string;
  holder: StyleHolder;
  blocks: readonly WrittenBlock[];
  /** Nodes and plugins that only one kind of document has. */
  more?: Extensions;
  editable?: boolean;
  /** A person changed something; not told of what the program put in itself. */
  onChange: () => void;
};

export function useBodyEditor({
  label,
  holder,
  blocks,
  more = [],
  editable = true,
  onChange,
}: BodyEditorOptions): Editor {
  const changed = useRef(onChange);
  changed.current = onChange;
  const [options] = useState(
    (): UseEditorOptions => ({
      extensions: [...bodyExtensions(holder), ...more],
      content: documentOf(blocks),
      editable,
      injectCSS: false,
      editorProps: {
        attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
        handlePaste: (view, event) => pasteLines(view, event),
      },
      onUpdate: ({ transaction }) => {
        if (transaction.getMeta('fromServer') !== true) changed.current();
      },
    }),
  );
  return useEditor(options);
}

/** Puts in what is kept, as no change of a person. */
export const showBlocks = (editor: Editor, blocks: readonly WrittenBlock[]): boolean =>
  editor.chain().setMeta('fromServer', true).setContent(documentOf(blocks)).run();
