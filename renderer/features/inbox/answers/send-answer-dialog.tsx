/** Where the bundle with the answers goes, and how it is locked. */
import { Button, Group, Modal } from '@mantine/core';
import { startExport } from '../../../parts/sending/export-run.ts';
import { useSendingWay } from '../../../parts/sending/use-sending-way.tsx';
import type { Receiver } from '../../../parts/sending/way-fields.tsx';
import styles from './answers.module.css';

/** Answers carry words alone: no place is too small for them. */
const answerBytes = 256 * 1024;

type SendAnswerProps = { receivedId: string; windowLabel: string; receiver: Receiver; onClose: () => void };

export function SendAnswerDialog({ receivedId, windowLabel, receiver, onClose }: SendAnswerProps) {
  const way = useSendingWay(answerBytes, receiver);
  const { fault } = way;
  const go = () => {
    if (!way.there || fault !== null) return;
    void startExport({
      what: { kind: 'verdict', receivedId },
      name: `gói trả lời ${windowLabel}`,
      ...way.there,
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={`Xuất gói trả lời cho ${receiver?.name ?? 'đơn vị'}`}>
      <div className={styles.whole}>
        {way.fields}
        <Group justify="flex-end" gap="sm">
          <span className="soft" role="status">
            {fault}
          </span>
          <Button onClick={onClose}>Thôi</Button>
          <Button variant="filled" disabled={way.there === null || fault !== null} onClick={go}>
            Xuất gói trả lời
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
