/** Asks why a rule is to be silent; the reason is shown in the rule's place. */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type SilenceDialogProps = {
  /** What the rule is called. */
  rule: string;
  opened: boolean;
  onClose: () => void;
  /** True when it was done. */
  onSilence: (reason: string) => Promise<boolean>;
  /** What is no longer said, and where. */
  children: ReactNode;
};

export function SilenceDialog({ rule, opened, onClose, onSilence, children }: SilenceDialogProps) {
  const [reason, setReason] = useState('');
  const silence = async () => {
    if (!(await onSilence(reason.trim()))) return;
    setReason('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Tắt quy tắc ${rule}?`}>
      <p>{children}</p>
      <Textarea
        label="Lý do"
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button variant="filled" disabled={reason.trim() === ''} onClick={() => void silence()}>
          Tắt quy tắc
        </Button>
      </Group>
    </Modal>
  );
}
