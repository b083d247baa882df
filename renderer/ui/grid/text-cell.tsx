/** The ordinary editor of a cell: `edit: textCell({ label, text, save })` in a column. */
import type { ReactNode } from 'react';
import type { Saved } from '../editing.ts';
import { TextEditor } from '../inline-text.tsx';
import type { CellEditing } from './grid-model.ts';

export type TextCell<Row> = {
  label: string;
  text: (row: Row) => string;
  /** Answers with a sentence when the text is refused; the words then stay in the editor. */
  save: (row: Row, text: string) => Saved | Promise<Saved>;
  multiline?: boolean;
  maxLength?: number;
};

export function textCell<Row>({ label, text, save, multiline = true, maxLength }: TextCell<Row>) {
  return (row: Row, editing: CellEditing): ReactNode => (
    <TextEditor
      label={label}
      value={text(row)}
      multiline={multiline}
      maxLength={maxLength}
      enterGoes="down"
      onCancel={editing.cancel}
      onSave={async (words, after) => {
        const refusal = words === text(row) ? null : await save(row, words);
        if (refusal) return refusal;
        editing.finish(after);
      }}
    />
  );
}
