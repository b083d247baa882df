/** A small form that opens at a cell of the table: for cells that hold more than one line of words. */
import { Button, Popover } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useOpenField } from '../../../data/saver/open-fields.ts';
import type { CellEditing } from '../../../ui/grid/grid-model.ts';
import type { AfterSave } from '../../../ui/inline-text.tsx';
import { isComposing } from '../../../ui/keyboard.ts';
import { Note } from '../../../ui/note.tsx';
import { Shortcut } from '../../../ui/shortcut.tsx';
import { showProblemToast } from '../../../ui/toast.tsx';
import styles from './cells.module.css';
import { useTaskContext } from './task-context.ts';

export type CellFormProps = {
  title: string;
  /** The cell as it looks without the form; it stays in place. */
  cell: ReactNode;
  editing: CellEditing;
  /** Answers with a sentence when refused; the form then stays open with its words. */
  save: () => Promise<string | null>;
  /** Nothing to save: leaving writes nothing. */
  unchanged: boolean;
  /** Called when the person gives up what was typed. */
  onGiveUp?: () => void;
  children: ReactNode;
};

export function CellForm({ title, cell, editing, save, unchanged, onGiveUp, children }: CellFormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const titleId = useId();
  const { planId } = useTaskContext();

  const finish = (after: AfterSave) => {
    // The table takes the keyboard back only from inside itself or from nowhere; this form hangs outside of it.
    if (box.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    editing.finish(after);
  };
  /** One save at a time: whoever asks while one is under way gets its answer. */
  const underWay = useRef<Promise<string | null> | null>(null);
  const saveAnd = (after: AfterSave): Promise<string | null> => {
    underWay.current ??= saveOnce(after).finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  };
  const saveOnce = async (after: AfterSave): Promise<string | null> => {
    if (unchanged) {
      finish(after);
      return null;
    }
    setBusy(true);
    const said = await save();
    setBusy(false);
    // Somebody who went on to another cell meanwhile keeps that one open.
    const left = box.current === null;
    if (said === null && !left) finish(after);
    else if (said !== null && left) showProblemToast(said);
    else setRefusal(said);
    return said;
  };
  useOpenField({ owners: [`plan/${planId}`], label: title, takeIn: () => saveAnd('stay') });
  const giveUp = () => {
    onGiveUp?.();
    finish('stay');
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event) || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      giveUp();
    } else if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      void saveAnd('down');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void saveAnd('stay');
  };

  return (
    <Popover
      opened
      position="bottom-start"
      shadow="md"
      withinPortal
      trapFocus
      withRoles={false}
      middlewares={{ flip: true, shift: true, size: true }}
      width="27rem"
      returnFocus={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      onChange={(opened) => {
        if (!opened) void saveAnd('stay');
      }}
    >
      <Popover.Target>
        <div className={styles.formTarget}>{cell}</div>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        data-editing
        aria-labelledby={titleId}
        className={styles.formBox}
        onKeyDown={press}
      >
        <form ref={box} className={styles.form} onSubmit={submit} noValidate>
          <div className={styles.formTitle} id={titleId}>
            {title}
          </div>
          {children}
          {refusal ? (
            <Note tone="problem" announce>
              {refusal}
            </Note>
          ) : null}
          <div className={styles.formFoot}>
            <span className={styles.formKeys}>
              <Shortcut keys="Ctrl Enter" /> lưu · <Shortcut keys="Esc" /> thôi
            </span>
            <Button type="button" onClick={giveUp} disabled={busy}>
              Thôi
            </Button>
            <Button type="submit" variant="light" loading={busy}>
              Lưu
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
