/** The beginning: a file dropped, chosen or pasted, or the practice plan; progress while it is read; why it was refused. */

import { Button } from '@mantine/core';
import { IconBook2, IconClipboardText, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { call, Refusal } from '../../data/client.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import styles from './open-plan.module.css';
import { PasteDialog } from './paste-dialog.tsx';
import { usePastedTable } from './pasted.ts';
import { type Reading, useReview } from './review-store.ts';

export function ChooseFile() {
  const reading = useReview((state) => state.reading);
  const refusal = useReview((state) => state.refusal);
  const read = useReview((state) => state.read);
  const stop = useReview((state) => state.stopReading);
  const [pasting, setPasting] = useState(false);
  usePastedTable(reading === null && !pasting);

  return (
    <Page title="Mở kế hoạch đã có" sub="Đọc kế hoạch từ tệp, so với tệp gốc, rồi mới giữ. Chưa giữ thì chưa lưu gì.">
      <div className={styles.choose}>
        {refusal ? (
          <Note tone="problem" announce>
            {refusal}
          </Note>
        ) : null}
        {reading ? (
          <ProgressPanel
            label={`Đọc ${reading.name}`}
            step={reading.job ? stepWords(reading.job.phase) : 'Đang đưa tệp vào chương trình'}
            {...amountOf(reading)}
            onCancel={stop}
          />
        ) : (
          <div className={styles.sheet}>
            <DropZone
              label="Tệp kế hoạch"
              multiple={false}
              hint="Thả tệp kế hoạch vào đây (Word .docx, Excel .xlsx), hoặc dán"
              onFiles={([file]) => file && void readFile(file)}
            >
              <div className={styles.chooseWords}>
                <IconFileText size="2.5rem" stroke={1.3} aria-hidden className={styles.chooseIcon} />
                <p>
                  Kế hoạch năm đã soạn bằng Word, kèm bảng nhiệm vụ ở phụ lục, mở được ngay; không phải gõ lại. Cũng có
                  thể chép bảng trong Word, Excel rồi dán (Ctrl V) vào màn hình này.
                </p>
              </div>
            </DropZone>
            <div className={styles.sample}>
              <Button leftSection={<IconClipboardText size="1.125rem" aria-hidden />} onClick={() => setPasting(true)}>
                Dán bảng
              </Button>
              <span className="soft">Chép bảng trong Word, Excel hoặc PDF rồi dán.</span>
            </div>
            <div className={styles.sample}>
              <Button
                leftSection={<IconBook2 size="1.125rem" aria-hidden />}
                onClick={() => void read('kế hoạch mẫu', null, () => call(contract.plans.readSample))}
              >
                Đọc kế hoạch mẫu
              </Button>
              <span className="soft">Chưa có tệp? Xem chương trình đọc một kế hoạch mẫu trước.</span>
            </div>
          </div>
        )}
        <PasteDialog opened={pasting} onClose={() => setPasting(false)} />
      </div>
    </Page>
  );
}

/** Bytes the server reads at most; a larger file is refused before it travels. */
const largest = contract.plans.read.body.rawBytes;

function readFile(file: Blob & { name: string }): Promise<void> {
  return useReview.getState().read(file.name, file.size, async (signal) => {
    if (file.size > largest) throw new Refusal('qua-lon', problems['qua-lon'].message);
    return call(contract.plans.read, { query: { name: file.name }, bytes: file, signal });
  });
}

/** Where the server counts no bytes or rows, the size of the file stands beside a bar without an end. */
function amountOf({ job, bytes }: Reading): { done: number; total: number | null; unit: 'bytes' | 'rows' } {
  if (job && job.unit !== 'steps') return { done: job.done, total: job.total, unit: job.unit };
  return { done: bytes ?? 0, total: null, unit: 'bytes' };
}

const stepWords = (phase: string): string => capital(phase || 'đang đọc');
