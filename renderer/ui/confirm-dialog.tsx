/** A question before something that is hard to take back: what will happen, what is kept, and two clear buttons. */
import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';

export type Question = {
  /** Asked with the verb: "Xóa 3 minh chứng?" */
  title: string;
  /** What will change, counted, and what is kept. */
  children: ReactNode;
  /** The verb again: "Xóa 3 minh chứng". */
  yes: string;
  no?: string;
  danger?: boolean;
};

export type ConfirmDialogProps = Question & {
  opened: boolean;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
};

export function ConfirmDialog({
  opened,
  title,
  children,
  yes,
  no = 'Thôi',
  danger = false,
  busy = false,
  onYes,
  onNo,
}: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onNo} title={title}>
      <div>{children}</div>
      <Group justify="flex-end" mt="lg" gap="sm">
        {/* The harmless button has the focus first, so a reflex Enter changes nothing. */}
        <Button onClick={onNo} data-autofocus disabled={busy}>
          {no}
        </Button>
        <Button variant="filled" color={danger ? 'late' : 'accent'} onClick={onYes} loading={busy}>
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}

/**
 * Asks from an event handler: `if (await confirm.ask({...})) …`, with `{confirm.dialog}` somewhere in the tree.
 * A second question while one is open answers the first with no.
 */
export function useConfirm(): { ask: (question: Question) => Promise<boolean>; dialog: ReactNode } {
  const [open, setOpen] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const [last, setLast] = useState<Question | null>(null);
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setLast(question);
        setOpen((before) => {
          before?.answer(false);
          return { question, answer: resolve };
        });
      }),
    [],
  );
  const answer = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  // The last question stays while the dialog fades out, so its words do not vanish before it does.
  const question = open?.question ?? last;
  const dialog = question ? (
    <ConfirmDialog {...question} opened={open !== null} onYes={() => answer(true)} onNo={() => answer(false)} />
  ) : null;
  return { ask, dialog };
}
