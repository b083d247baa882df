/** Asks why a rule of layout is to be silent; the reason is shown in its place. */
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FormFinding, FormView } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../acts.ts';

type SilenceFormProps = { view: FormView; finding: FormFinding | null; onClose: (done: boolean) => void };

export function SilenceForm({ view, finding, onClose }: SilenceFormProps) {
  const [reason, setReason] = useState('');
  const silence = async () => {
    if (!finding) return;
    const params = { ...view.owner, rule: finding.rule };
    const done = await attemptWithUndo(`Đã tắt quy tắc ${finding.rule} cho ${view.ownerName}.`, () =>
      call(contract.review.silenceForm, { params, body: { reason: reason.trim() } }),
    );
    if (!done) return;
    setReason('');
    onClose(true);
  };
  return (
    <Modal opened={finding !== null} onClose={() => onClose(false)} title={`Tắt quy tắc ${finding?.rule ?? ''}?`}>
      <p>
        {finding?.where.split(',')[0]}: {view.ownerName} sẽ không bị nhắc theo quy tắc này nữa. Lý do và số điểm bị bỏ
        qua vẫn hiện ở cuối danh sách.
      </p>
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
        <Button onClick={() => onClose(false)}>Thôi</Button>
        <Button variant="filled" disabled={reason.trim() === ''} onClick={() => void silence()}>
          Tắt quy tắc
        </Button>
      </Group>
    </Modal>
  );
}
