/** A locked window takes nothing without a reason: the one question for it, wherever the writing happens. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { create } from 'zustand';
import { Refusal } from '../data/client.ts';
import { Form } from '../ui/field.tsx';

type Asked = { what: string; answer: (reason: string | null) => void };
const useAsked = create<{ asked: Asked | null; last: string }>()(() => ({ asked: null, last: '' }));

/** Asks why `what` comes late ("Thêm minh chứng"); null when the person lets it be. The reason given last stands there again. */
export function askLateReason(what: string): Promise<string | null> {
  useAsked.getState().asked?.answer(null);
  return new Promise((answer) => useAsked.setState({ asked: { what, answer } }));
}

/** Runs a write; where the window turns out to be locked, asks for the reason and runs it once more with it. */
export async function withLateReason<Answer>(
  what: string,
  write: (late: { lateReason?: string }) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write({});
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'ky-da-khoa') throw error;
    const lateReason = await askLateReason(what);
    if (lateReason === null) throw error;
    return await write({ lateReason });
  }
}

/** Stands once in the frame of the program. */
export function LateReasonDialog() {
  const { asked, last } = useAsked();
  const close = (reason: string | null) => {
    asked?.answer(reason);
    useAsked.setState(reason === null ? { asked: null } : { asked: null, last: reason });
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={() => close(null)}
      title={`${asked?.what ?? ''}: kỳ đã khóa`}
      size="lg"
      // Asked from inside other dialogs, so it stands above them.
      zIndex={300}
    >
      {asked ? <Question last={last} onAnswer={close} /> : null}
    </Modal>
  );
}

function Question({ last, onAnswer }: { last: string; onAnswer: (reason: string | null) => void }) {
  const [words, setWords] = useState(last);
  const reason = words.trim();
  return (
    <Form label="Lý do ghi muộn" onSubmit={() => reason !== '' && onAnswer(reason)}>
      <TextInput
        label="Lý do ghi muộn"
        description="Kỳ này đã khóa nên chỉ lưu được khi có lý do. Lý do được giữ lại và nêu trong báo cáo."
        placeholder="Ví dụ: Công an gửi số liệu muộn"
        maxLength={500}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm">
        <Button onClick={() => onAnswer(null)}>Thôi, không lưu</Button>
        <Button type="submit" variant="filled" disabled={reason === ''}>
          Lưu kèm lý do
        </Button>
      </Group>
    </Form>
  );
}
