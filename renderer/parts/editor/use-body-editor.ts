/** The editor of a body, made once: options that changed with every save would draw its selection anew while somebody types or clicks. */
import { type Editor, type Extensions, type JSONContent, type UseEditorOptions, useEditor } from '@tiptap/react';
import { useRef, useState } from 'react';
import type { StyleHolder } from './numbers.ts';
import { pasteLines } from './paste.ts';
import { bodyExtensions } from './schema.ts';

export type BodyEditorOptions = {
  label: string;
  holder: StyleHolder;
  /** What stands in it at first. */
  content: JSONContent;
  /** Nodes and plugins that only one kind of document has. */
  more?: Extensions;
  /** A person changed something; not told of what the program put in itself. */
  onChange: () => void;
};

export function useBodyEditor({ label, holder, content, more = [], onChange }: BodyEditorOptions): Editor {
  const changed = useRef(onChange);
  changed.current = onChange;
  const [options] = useState(
    (): UseEditorOptions => ({
      extensions: [...bodyExtensions(holder), ...more],
      content,
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
export const showContent = (editor: Editor, content: JSONContent): boolean =>
  editor.chain().setMeta('fromServer', true).setContent(content).run();
