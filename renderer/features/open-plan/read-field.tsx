/** A value that was read: shown with its marks, linked to its place in the source, corrected where it stands. */
import { type ReactNode, useRef, useState } from 'react';
import { TextEditor } from '../../ui/inline-text.tsx';
import { TextAction } from '../../ui/note.tsx';
import { type FieldValue, fromText, sameValue, toText } from './logic/fields.ts';
import { MarkedText, type TextMark } from './marked-text.tsx';
import styles from './open-plan.module.css';

export type ReadFieldProps = {
  label: string;
  value: FieldValue;
  list: boolean;
  /** List entries are numbered, as tasks are. */
  numbered?: boolean;
  marks: readonly TextMark[];
  /** Shown instead of the plain words: what differs from the kept plan. */
  changed?: ReactNode | null;
  /** Corrected by hand: shown, and can be given back. */
  byHand: boolean;
  selected: boolean;
  maxLength?: number;
  onSelect: () => void;
  /** null gives the field back to what was read. */
  onChange: (value: FieldValue | null) => void;
  /** Answers with a sentence when the words cannot be kept as they are. */
  check?: (text: string) => string | null;
};

export function ReadField(props: ReadFieldProps) {
  const {
    label,
    value,
    list,
    numbered = false,
    marks,
    changed = null,
    byHand,
    selected,
    maxLength = 4000,
    onSelect,
    onChange,
    check,
  } = props;
  const [editing, setEditing] = useState(false);
  const shown = useRef<HTMLButtonElement>(null);
  const wasFocused = useRef(false);

  const stop = () => {
    setEditing(false);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) shown.current?.focus();
    });
  };
  if (editing)
    return (
      <TextEditor
        label={label}
        value={toText(value)}
        multiline={list}
        maxLength={list ? 40_000 : maxLength}
        onCancel={stop}
        onSave={(text) => {
          const problem = check?.(text) ?? null;
          if (problem) return problem;
          const next = fromText(text, list);
          if (!sameValue(next, value)) onChange(next);
          stop();
        }}
      />
    );
  return (
    <>
      <button
        type="button"
        ref={shown}
        data-edit-field={label}
        className={`${styles.field} ${selected ? styles.selectedField : ''}`}
        title="Bấm để thấy chỗ trong tệp; bấm lần nữa hoặc Enter để sửa"
        onMouseDown={() => {
          wasFocused.current = document.activeElement === shown.current;
        }}
        onFocus={onSelect}
        onClick={(event) => {
          // A press of Enter or Space has no click count; the first click only links, the next one edits.
          if (event.detail === 0 || wasFocused.current) setEditing(true);
          else onSelect();
        }}
      >
        <span className="visually-hidden">{label}: </span>
        {changed ?? <FieldWords value={value} numbered={numbered} marks={marks} />}
      </button>
      {byHand ? (
        <span className={styles.byHand}>
          đã sửa tay · <TextAction onClick={() => onChange(null)}>trả lại như đọc được</TextAction>
        </span>
      ) : null}
    </>
  );
}

/** Opens the editor of a field below an element, for a button that says "Sửa tay". */
export function editField(inside: HTMLElement | null | undefined, label: string): void {
  inside?.querySelector<HTMLElement>(`[data-edit-field="${label}"]`)?.click();
}

function FieldWords({
  value,
  numbered,
  marks,
}: {
  value: FieldValue;
  numbered: boolean;
  marks: readonly TextMark[];
}): ReactNode {
  if (value.length === 0) return <span className={styles.blank}>Chưa ghi</span>;
  if (typeof value === 'string') return <MarkedText text={value} marks={marks} />;
  return value.map((entry, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: entries of a cell have no other identity than their order
    <span key={index} className={styles.entry}>
      {numbered && value.length > 1 ? <span className={styles.entryNumber}>{index + 1}.</span> : null}
      <span>
        <MarkedText text={entry} marks={marks} />
      </span>
    </span>
  ));
}
