/** Next year's plan from this one: what is carried, what was done (left out unless asked for), and what has to be looked at by hand. */
import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import { contract } from '../../../shared/api/contract.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import styles from './plan-page.module.css';

export type NextYearDialogProps = {
  opened: boolean;
  planId: string;
  onClose: () => void;
  onMade: (planId: string) => void;
};

export function NextYearDialog({ opened, planId, onClose, onMade }: NextYearDialogProps) {
  const seen = useData(contract.writing.seeNextYear, opened ? { params: { id: planId } } : null);
  const [keep, setKeep] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const next = seen.data;
  const make = async () => {
    if (!next) return;
    setBusy(true);
    const made = await attemptWithUndo(`Đã lập kế hoạch năm ${next.year}.`, () =>
      call(contract.writing.nextYear, { params: { id: planId }, body: { keep: [...keep] } }),
    );
    setBusy(false);
    if (made) onMade(made.planId);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Lập kế hoạch năm sau" size="xl">
      <Stack gap="md">
        {seen.error ? <Note tone="problem">{seen.error.message}</Note> : null}
        {next ? (
          <>
            <p className={styles.nextFacts}>
              <strong>{next.title}</strong>
              <br />
              Chuyển sang năm {next.year}: {formatCount(next.carried + keep.length)} nhiệm vụ. Số và ngày ban hành để
              trống. Kết quả và minh chứng ở lại kế hoạch cũ.
            </p>
            <DoneTasks next={next} keep={keep} onKeep={setKeep} />
            <NotMoved next={next} />
          </>
        ) : null}
        <Group justify="flex-end">
          <Button onClick={onClose}>Không lập</Button>
          <Button variant="filled" loading={busy} disabled={!next} onClick={() => void make()}>
            Lập và soạn
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type DoneProps = { next: NextYearView; keep: readonly string[]; onKeep: (keep: readonly string[]) => void };

function DoneTasks({ next, keep, onKeep }: DoneProps) {
  if (next.done.length === 0) return null;
  return (
    <fieldset className={styles.nextList}>
      <legend>{formatCount(next.done.length)} việc đã xong, không chuyển. Đánh dấu việc muốn làm tiếp:</legend>
      <div className={styles.nextScroll}>
        {next.done.map(({ id, text }) => (
          <Checkbox
            key={id}
            label={text}
            checked={keep.includes(id)}
            onChange={(event) =>
              onKeep(event.currentTarget.checked ? [...keep, id] : keep.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

const reasons = {
  citation: 'số, ngày của văn bản khác',
  event: 'ngày của một sự việc',
  date: 'ngày không chắc dời được',
} as const;

function NotMoved({ next }: { next: NextYearView }) {
  if (next.notMoved.length === 0) return null;
  return (
    <section className={styles.nextList} aria-label="Chỗ giữ nguyên, cần xem lại">
      <p>{formatCount(next.notMoved.length)} chỗ giữ nguyên, cần anh/chị xem lại khi soạn:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <ul className={styles.nextScroll} tabIndex={0}>
        {next.notMoved.map(({ where, text, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only read, and the same words may stand in two places
          <li key={index}>
            {text}{' '}
            <span className="soft">
              ({where}; {reasons[why]})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
