/** "Sang năm mới": next year's plan from this one. Each task with what is proposed and why, the set of areas, and what wants a look. */
import { Button, Group, Modal, Tabs } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import styles from './next-year.module.css';
import { NextYearAreas } from './next-year-areas.tsx';
import { NextYearTasks } from './next-year-tasks.tsx';
import { NotMovedList } from './origin-pane.tsx';

export type NextYearDialogProps = {
  opened: boolean;
  planId: string;
  onClose: () => void;
  onMade: (planId: string) => void;
};

export function NextYearDialog({ opened, planId, onClose, onMade }: NextYearDialogProps) {
  const seen = useData(contract.writing.seeNextYear, opened ? { params: { id: planId } } : null);
  const next = seen.data;
  return (
    <Modal opened={opened} onClose={onClose} title="Sang năm mới" size="74rem">
      {seen.error ? <Note tone="problem">{seen.error.message}</Note> : null}
      {next ? <NextYearForm next={next} planId={planId} onClose={onClose} onMade={onMade} /> : null}
    </Modal>
  );
}

type FormProps = Omit<NextYearDialogProps, 'opened'> & { next: NextYearView };

function NextYearForm({ next, planId, onClose, onMade }: FormProps) {
  /** Only what differs from the proposal. */
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [taxonomyId, setTaxonomyId] = useState<string | null>(next.taxonomies[0]?.id ?? null);
  const [add, setAdd] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const isTaken = (task: NextYearView['tasks'][number]): boolean => task.take !== changed.has(task.id);
  const taken = next.tasks.filter(isTaken).length;
  const make = async () => {
    setBusy(true);
    const differing = next.tasks.filter(({ id }) => changed.has(id));
    const made = await attemptWithUndo(`Đã lập kế hoạch năm ${next.year}.`, () =>
      call(contract.writing.nextYear, {
        params: { id: planId },
        body: {
          keep: differing.filter(({ take }) => !take).map(({ id }) => id),
          leave: differing.filter(({ take }) => take).map(({ id }) => id),
          taxonomyId,
          add: [...add],
        },
      }),
    );
    setBusy(false);
    if (made) onMade(made.planId);
  };
  return (
    <div className={styles.dialog}>
      <p className={styles.facts}>
        <strong>{next.title}</strong>
        <br />
        Chuyển {formatCount(taken)} / {formatCount(next.tasks.length)} nhiệm vụ sang năm {next.year}. Người được giao và
        bộ phận giữ nguyên; số, ngày ban hành để trống; kết quả và minh chứng ở lại kế hoạch cũ.
      </p>
      <Tabs defaultValue="viec" className={styles.tabs} keepMounted={false}>
        <Tabs.List aria-label="Các phần của việc sang năm mới">
          <Tabs.Tab value="viec">Nhiệm vụ ({formatCount(next.tasks.length)})</Tabs.Tab>
          <Tabs.Tab value="bo-chi-so">Bộ chỉ số</Tabs.Tab>
          <Tabs.Tab value="xem-lai">Chỗ cần xem lại ({formatCount(next.notMoved.length)})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="viec" className={styles.panel}>
          <NextYearTasks
            tasks={next.tasks}
            taxonomyId={taxonomyId}
            isTaken={isTaken}
            onTurn={(ids) =>
              setChanged((before) => {
                const after = new Set(before);
                for (const id of ids) if (!after.delete(id)) after.add(id);
                return after;
              })
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="bo-chi-so" className={styles.panel}>
          <NextYearAreas
            next={next}
            taxonomyId={taxonomyId}
            add={add}
            onTaxonomy={(id) => {
              setTaxonomyId(id);
              setAdd([]);
            }}
            onAdd={setAdd}
          />
        </Tabs.Panel>
        <Tabs.Panel value="xem-lai" className={styles.panel}>
          <NotMovedList notMoved={next.notMoved} />
        </Tabs.Panel>
      </Tabs>
      <Group justify="flex-end">
        <Button onClick={onClose}>Không lập</Button>
        <Button variant="filled" loading={busy} disabled={taken === 0} onClick={() => void make()}>
          Lập kế hoạch năm {next.year}
        </Button>
      </Group>
    </div>
  );
}
