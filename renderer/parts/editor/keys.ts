/** Keys inside the editor. Esc lets the next Tab leave it, so that nobody is caught by the keyboard. */
import { Extension } from '@tiptap/react';
import { deeper, higher, nextLine, setKind, takeNumberAway, toggleTitle } from './lines.ts';
import { toggleLook } from './looks.ts';
import { nextCell } from './tables.ts';

export const Keys = Extension.create<Record<string, never>, { mayLeave: boolean }>({
  name: 'keys',
  priority: 1000,
  addStorage: () => ({ mayLeave: false }),
  onUpdate() {
    this.storage.mayLeave = false;
  },
  onFocus() {
    this.storage.mayLeave = false;
  },
  addKeyboardShortcuts() {
    const { editor, storage } = this;
    return {
      Tab: () => {
        if (storage.mayLeave) return false;
        if (!nextCell(editor, 1)) deeper(editor);
        return true;
      },
      'Shift-Tab': () => {
        if (storage.mayLeave) return false;
        if (!nextCell(editor, -1)) higher(editor);
        return true;
      },
      Escape: () => {
        storage.mayLeave = true;
        return true;
      },
      Enter: () => nextLine(editor),
      'Shift-Enter': () => nextLine(editor) || editor.commands.splitBlock(),
      Backspace: () => takeNumberAway(editor),
      'Mod-b': () => toggleLook(editor, 'bold'),
      'Mod-i': () => toggleLook(editor, 'italic'),
      'Mod-Alt-t': () => toggleTitle(editor),
      'Mod-Alt-0': () => setKind(editor, 'paragraph'),
      'Mod-Alt-1': () => setKind(editor, '1'),
      'Mod-Alt-2': () => setKind(editor, '2'),
      'Mod-Alt-3': () => setKind(editor, '3'),
      'Mod-Alt-4': () => setKind(editor, '4'),
      'Mod-Shift-8': () => setKind(editor, '-'),
    };
  },
});
