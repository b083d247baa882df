/** Text that is edited where it stands. The same small editor serves a paragraph on a screen and a cell of a table. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { AfterSave, Saved } from './editing.ts';
import styles from './inline-text.module.css';
import { isComposing } from './keyboard.ts';

export type { AfterSave, Saved } from './editing.ts';

export type TextEditorProps = {
  label: string;
  value: string;
  /** Several lines: Shift+Enter or Alt+Enter breaks the line, Enter and Ctrl+Enter save. */
  multiline?: boolean;
  maxLength?: number;
  onSave: (text: string, after: AfterSave) => Saved | Promise<Saved>;
  onCancel: () => void;
  /** Enter goes down, as in a spreadsheet, instead of staying. */
  enterGoes?: 'stay' | 'down';
};

export function TextEditor({
  label,
  value,
  multiline = false,
  maxLength = 4000,
  onSave,
  onCancel,
  enterGoes = 'stay',
}: TextEditorProps) {
  const [text, setText] = useState(value);
  const area = useRef<HTMLTextAreaElement>(null);
  const refusalId = useId();
  const { refusal, saving, save, giveUp } = useTextSave({ text, value, area, onSave, onCancel });

  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(value.length, value.length);
  }, [value.length]);

  // The box is as tall as its words, so the rows below move exactly as the finished text will move them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the words change
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [text]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      giveUp();
    } else if (event.key === 'Enter' && !(multiline && (event.shiftKey || event.altKey))) {
      event.preventDefault();
      void save(event.ctrlKey ? 'stay' : enterGoes);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void save(event.shiftKey ? 'previous' : 'next');
    }
  };

  return (
    <span className={styles.editor}>
      <textarea
        ref={area}
        className={styles.area}
        rows={1}
        value={text}
        maxLength={maxLength}
        aria-label={label}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : refusalId}
        readOnly={saving}
        onChange={(event) =>
          setText(multiline ? event.currentTarget.value : event.currentTarget.value.replace(/\r?\n/g, ' '))
        }
        onKeyDown={press}
        onBlur={() => void save('stay')}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      {refusal === '' ? null : (
        <span className={styles.refusal} id={refusalId} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

type TextSaveInput = Pick<TextEditorProps, 'value' | 'onSave' | 'onCancel'> & {
  text: string;
  /** Gets the keyboard back after a refusal. */
  area: RefObject<HTMLTextAreaElement | null>;
};

/** Saves once: leaving the box while Enter's save is under way, or after Esc, must not save again. */
function useTextSave({ text, value, area, onSave, onCancel }: TextSaveInput) {
  const [refusal, setRefusal] = useState('');
  const [saving, setSaving] = useState(false);
  const settled = useRef(false);
  const save = async (after: AfterSave) => {
    if (settled.current) return;
    settled.current = true;
    if (text === value) return onCancelAfter(after);
    setSaving(true);
    let said: Saved;
    try {
      said = await onSave(text, after);
    } catch (defect) {
      settled.current = false;
      setRefusal('Chưa lưu được vì chương trình gặp lỗi. Chữ bạn gõ còn ở đây, hãy thử lưu lại.');
      throw defect;
    } finally {
      setSaving(false);
    }
    if (!said) return;
    settled.current = false;
    setRefusal(said);
    area.current?.focus();
  };
  /** Nothing changed: no write, but Tab and Enter still lead on. */
  const onCancelAfter = (after: AfterSave) => {
    if (after === 'stay') onCancel();
    else void onSave(text, after);
  };
  const giveUp = () => {
    settled.current = true;
    onCancel();
  };
  return { refusal, saving, save, giveUp };
}

export type InlineTextProps = {
  label: string;
  value: string;
  placeholder?: string;
  multiline?: boolean;
  maxLength?: number;
  readOnly?: boolean;
  /** Answers with a sentence when the text is refused; nothing when it was saved. */
  onSave: (text: string) => Saved | Promise<Saved>;
};

/** Click or Enter to edit, Esc gives up, Enter saves, Tab saves and moves on; leaving the place saves too, so no word is lost. */
export function InlineText({
  label,
  value,
  placeholder = 'Chưa ghi',
  multiline,
  maxLength,
  readOnly = false,
  onSave,
}: InlineTextProps) {
  const [editing, setEditing] = useState(false);
  const shown = useRef<HTMLButtonElement>(null);
  const stop = (after: AfterSave) => {
    setEditing(false);
    requestAnimationFrame(() => {
      if (after === 'next' || after === 'previous') moveFocus(shown.current, after);
      else if (document.activeElement === document.body) shown.current?.focus();
    });
  };

  if (editing)
    return (
      <TextEditor
        label={label}
        value={value}
        multiline={multiline}
        maxLength={maxLength}
        onCancel={() => stop('stay')}
        onSave={async (text, after) => {
          const refusal = text === value ? null : await onSave(text);
          if (refusal) return refusal;
          stop(after);
        }}
      />
    );
  const words = value === '' ? <span className={styles.placeholder}>{placeholder}</span> : value;
  if (readOnly) return <span className={styles.text}>{words}</span>;
  return (
    <button
      type="button"
      ref={shown}
      className={styles.shown}
      title="Bấm hoặc Enter để sửa"
      onClick={() => setEditing(true)}
    >
      <span className="visually-hidden">{label}: </span>
      <span className={styles.text}>{words}</span>
    </button>
  );
}

/** Focus goes to the neighbour in tab order, as if Tab had been pressed on the text itself. */
function moveFocus(from: HTMLElement | null, way: 'next' | 'previous') {
  if (!from) return;
  const stops = [
    ...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,[tabindex="0"]'),
  ].filter((one) => one.tabIndex >= 0 && !one.hasAttribute('disabled') && one.checkVisibility());
  stops[stops.indexOf(from) + (way === 'next' ? 1 : -1)]?.focus();
}
