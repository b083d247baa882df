/** A unit card dropped here: checked, its fingerprint shown, then believed, kept for later or refused. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { BundleCheck, ReceiveBody } from '../../../shared/api/contract/receiving.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { FileArea } from '../../parts/evidence/file-area.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './office-page.module.css';

type Dropped = { id: string; check: BundleCheck };

export function CardDrop() {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; words: string } | null>(null);
  const guarded = async (work: () => Promise<void>) => {
    setSaid(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setSaid({ tone: 'problem', words: error.message });
    }
  };
  const take = ([file]: File[]) =>
    void guarded(async () => {
      if (!file) return;
      setDropped(null);
      const job = await followJob(
        await call(contract.receiving.check, { query: { name: file.name.slice(-255) }, bytes: file }),
        () => undefined,
      );
      const check = job.result as BundleCheck | null;
      if (check?.given !== 'the')
        return setSaid({
          tone: 'problem',
          words:
            check?.given === 'goi'
              ? 'Đây là gói, không phải thẻ đơn vị. Hãy thả gói vào mục Tiếp nhận.'
              : (check?.standingText ?? job.error?.message ?? 'Chưa đọc được tệp. Hãy thử lại.'),
        });
      if (check.receivable && check.from?.known !== 'tin') setDropped({ id: job.id, check });
      else setSaid({ tone: check.receivable ? 'done' : 'problem', words: check.standingText });
    });
  const answer = (key: NonNullable<ReceiveBody['key']>) =>
    void guarded(async () => {
      if (!dropped) return;
      const { text } = await call(contract.receiving.receive, { params: { id: dropped.id }, body: { key } });
      setDropped(null);
      setSaid({ tone: 'done', words: text });
      await readAgain();
    });
  const from = dropped?.check.from;
  const changed = from?.known === 'khoa-doi';
  return (
    <FileArea
      label="Thẻ đơn vị"
      overWords="Thả ra để đọc thẻ đơn vị"
      endings={['.json']}
      onFiles={take}
      className={styles.cardDrop}
    >
      {({ choose, refusal }) => (
        <>
          <div className={styles.row}>
            <span>Thả tệp thẻ của cấp trên hoặc đơn vị khác vào đây.</span>
            <Button onClick={choose}>Chọn tệp thẻ…</Button>
          </div>
          {refusal ? <Note tone="problem">{refusal}</Note> : null}
          {said ? (
            <Note tone={said.tone} announce>
              {said.words}
            </Note>
          ) : null}
          {dropped && from ? (
            <Note
              tone={changed ? 'problem' : 'doubt'}
              announce
              title={
                changed
                  ? `Thẻ mới của ${from.unitName}, khóa KHÁC khóa đang biết.`
                  : `Thẻ của ${from.unitName}. Lần đầu thấy khóa này: so dấu vân tay qua điện thoại.`
              }
              actions={
                <>
                  {changed ? (
                    <>
                      <Button onClick={() => answer('thay')}>Đã so đúng: thay khóa cũ</Button>
                      <Button onClick={() => answer('them')}>Máy thứ hai: tin thêm</Button>
                    </>
                  ) : (
                    <Button onClick={() => answer('tin')}>Đã so đúng: tin</Button>
                  )}
                  <Button onClick={() => answer('de-sau')}>Để sau</Button>
                  <Button onClick={() => answer('tu-choi')}>Từ chối</Button>
                </>
              }
            >
              <Fingerprint label="Dấu vân tay" digits={from.fingerprint} words={from.words} />
            </Note>
          ) : null}
        </>
      )}
    </FileArea>
  );
}
