/** Asks why a rule is to be silent; the reason stays with the plan and is shown in its place. */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReviewFindingView } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';

type SilenceDialogProps = {
  planId: string;
  rule: ReviewFindingView['rule'];
  name: string;
  opened: boolean;
  onClose: () => void;
};

export function SilenceDialog({ planId, rule, name, opened, onClose }: SilenceDialogProps) {
  const [reason, setReason] = useState('');
  const silence = async () => {
    const body = { reason: reason.trim() };
    const done = await attemptWithUndo(`Đã tắt “${name}”.`, () =>
      call(contract.review.silence, { params: { id: planId, rule }, body }),
    );
    if (done) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={`Tắt quy tắc “${name}”?`}>
      <p>Kế hoạch này sẽ không bị nhắc theo quy tắc đó nữa. Lý do và số chỗ bị bỏ qua vẫn hiện ở cuối danh sách.</p>
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
