/** A bundle of the ledger once more, or its recall with the reason: where to and how locked, in one dialog. */
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { FieldRow } from '../../ui/field.tsx';
import { useTypedAct } from '../../ui/take-in.ts';
import { startExport } from './export-run.ts';
import styles from './sending.module.css';
import { useSendingWay } from './use-sending-way.tsx';
import type { Receiver } from './way-fields.tsx';

/** A recall is a few kilobytes: no place is too small for it. */
const recallBytes = 64 * 1024;

export type Asked = { entry: LedgerEntry; kind: 'again' | 'recall' };

export function SendDialog({ asked, receiver, onClose }: { asked: Asked; receiver: Receiver; onClose: () => void }) {
  const { entry, kind } = asked;
  const [words, setWords] = useState({ reason: '', number: '', by: '' });
  const bytes = kind === 'recall' ? recallBytes : entry.bytes;
  const way = useSendingWay(bytes, receiver);
  const silent = kind === 'recall' && words.reason.trim() === '';
  const fault = silent ? 'Ghi lý do thu hồi trước.' : way.fault;
  const go = useTypedAct(() => {
    if (!way.there || fault !== null) return;
    void startExport({
      what: kind === 'recall' ? { kind, id: entry.id, ...words } : { kind, id: entry.id },
      name: kind === 'recall' ? `gói thu hồi báo cáo ${entry.windowLabel}` : `lại gói số ${entry.sequence}`,
      ...way.there,
    });
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={kind === 'recall' ? `Thu hồi gói số ${entry.sequence}` : `Gửi lại gói số ${entry.sequence}`}
    >
      <div className={styles.dialog}>
        <p>
          {kind === 'recall'
            ? `Gói thu hồi báo cho ${entry.unitName || 'nơi nhận'} rằng “${entry.title}” không còn giá trị. Nơi nhận vẫn giữ bản cũ, ghi là đã thu hồi. Bản trong máy này không đổi; gửi gói thay thế sau cũng được.`
            : 'Đúng nội dung đã gửi, nơi nhận biết là gói cũ và không tính hai lần.'}
        </p>
        {kind === 'recall' ? (
          <>
            <Textarea
              label="Lý do thu hồi"
              required
              autosize
              minRows={2}
              data-autofocus
              value={words.reason}
              onChange={(event) => {
                const reason = event.currentTarget.value;
                setWords((before) => ({ ...before, reason }));
              }}
            />
            <FieldRow>
              <TextInput
                label="Số văn bản thu hồi (nếu có)"
                value={words.number}
                onChange={(event) => {
                  const number = event.currentTarget.value;
                  setWords((before) => ({ ...before, number }));
                }}
              />
              <TextInput
                label="Người quyết định (nếu cần ghi)"
                value={words.by}
                onChange={(event) => {
                  const by = event.currentTarget.value;
                  setWords((before) => ({ ...before, by }));
                }}
              />
            </FieldRow>
          </>
        ) : null}
        {way.fields}
        <Group justify="flex-end" gap="sm" className={styles.dialogFoot}>
          <span className="soft" role="status">
            {fault}
          </span>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            variant="filled"
            color={kind === 'recall' ? 'late' : 'accent'}
            disabled={way.there === null || fault !== null}
            onClick={go}
          >
            {kind === 'recall' ? 'Xuất gói thu hồi' : 'Xuất lại'}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
