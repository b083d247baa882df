/** One task of the superior: its words, what answers it in our plan, what may, and the person's word. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconLinkOff, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { CoverageRow, CoverOwnTask } from '../../../../shared/api/contract/plan-down.ts';
import { useData } from '../../../data/cache.ts';
import { call } from '../../../data/client.ts';
import { attemptWithUndo } from '../../../parts/acts.ts';
import { formatPercent } from '../../../ui/format.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { stateOf, stateWords } from './coverage-words.ts';
import styles from './superior.module.css';

const { planDown, plans } = contract;

type CoverageDetailProps = { row: CoverageRow; superiorId: string; planId: string };
type Said = { taskIds?: string[]; reason?: string; none?: boolean };

export function CoverageDetail({ row, superiorId, planId }: CoverageDetailProps) {
  const [reason, setReason] = useState<string | null>(null);
  const say = (done: string, { taskIds = [], reason: why = '', none = false }: Said) =>
    attemptWithUndo(done, () =>
      call(planDown.answer, {
        params: { id: superiorId, task: row.superiorTaskId },
        body: { planId, stamp: row.stamp, taskIds, reason: why, none },
      }),
    );
  const linked = row.links.map(({ taskId }) => taskId);
  const add = () =>
    attemptWithUndo('Đã thêm nhiệm vụ vào kế hoạch.', () =>
      call(planDown.addTasks, {
        params: { id: superiorId },
        body: { planId, superiorTaskIds: [row.superiorTaskId] },
      }),
    );
  const putOutside = async () => {
    if (reason === null || reason.trim() === '') return;
    if (await say('Đã ghi không thuộc phạm vi.', { reason })) setReason(null);
  };
  if (row.state === 'cap-tren')
    return (
      <div className={styles.detail}>
        <p className={styles.text}>{row.text}</p>
        <p className="soft">Cấp trên tự làm nhiệm vụ này, không giao xuống.</p>
      </div>
    );
  return (
    <div className={styles.detail}>
      <p className={styles.text}>{row.text}</p>
      <KeyValues
        items={[
          { name: 'Nội dung', value: row.component || row.area },
          { name: 'Kết quả', value: row.results.join('; ') || '–' },
          { name: 'Thời gian', value: row.time || '–' },
          { name: 'Đối chiếu', value: stateWords[stateOf(row)] },
          row.state === 'ngoai' && { name: 'Lý do', value: row.reason },
        ]}
      />
      <OwnTasks row={row} say={say} />
      <Proposals row={row} say={say} />
      <PickTask planId={planId} linked={linked} onPick={(id) => void say('Đã nối.', { taskIds: [...linked, id] })} />
      {row.links.length === 0 ? (
        <div className={styles.acts}>
          <Button leftSection={<IconPlus size="1.0625rem" />} onClick={() => void add()}>
            Thêm vào kế hoạch
          </Button>
          {row.state === 'de-xuat' ? (
            <Button onClick={() => void say('Đã ghi là chưa có.', { none: true })}>Không phải, chưa có</Button>
          ) : null}
          {row.state === 'ngoai' ? (
            <Button onClick={() => void say('Đã đưa lại vào phạm vi.', {})}>Đưa lại vào phạm vi</Button>
          ) : reason === null ? (
            <Button onClick={() => setReason('')}>Không thuộc phạm vi…</Button>
          ) : null}
        </div>
      ) : null}
      {reason === null ? null : (
        <OutsideForm
          reason={reason}
          onChange={setReason}
          onSay={() => void putOutside()}
          onGiveUp={() => setReason(null)}
        />
      )}
    </div>
  );
}

type AnswersProps = { row: CoverageRow; say: (done: string, said: Said) => Promise<unknown> };

/** The tasks of our plan that answer it. */
function OwnTasks({ row, say }: AnswersProps) {
  if (row.links.length === 0) return null;
  const linked = row.links.map(({ taskId }) => taskId);
  return (
    <section className={styles.block}>
      <h3>Trong kế hoạch của cơ quan</h3>
      <ul className={styles.own}>
        {row.links.map((task) => (
          <OwnTask key={task.taskId} task={task}>
            <Button
              size="compact-sm"
              leftSection={<IconLinkOff size="1rem" />}
              aria-label={`Bỏ nối: ${task.text}`}
              onClick={() =>
                void say('Đã bỏ nối.', {
                  taskIds: linked.filter((id) => id !== task.taskId),
                  none: linked.length === 1,
                })
              }
            >
              Bỏ nối
            </Button>
          </OwnTask>
        ))}
      </ul>
    </section>
  );
}

/** The tasks of our plan that the program takes for an answer. */
function Proposals({ row, say }: AnswersProps) {
  if (row.proposals.length === 0) return null;
  return (
    <section className={styles.block}>
      <h3>Có thể là</h3>
      <ul className={styles.own}>
        {row.proposals.map((task) => (
          <OwnTask
            key={task.taskId}
            task={task}
            words={`${task.sure ? 'chắc chắn' : 'chưa chắc'}, giống ${formatPercent(task.likeness, 1)} chữ`}
          >
            <Button
              size="compact-sm"
              aria-label={`Nối với: ${task.text}`}
              onClick={() => void say('Đã nối.', { taskIds: [task.taskId] })}
            >
              Đúng, nối
            </Button>
          </OwnTask>
        ))}
      </ul>
    </section>
  );
}

type OutsideFormProps = { reason: string; onChange: (reason: string) => void; onSay: () => void; onGiveUp: () => void };

function OutsideForm({ reason, onChange, onSay, onGiveUp }: OutsideFormProps) {
  return (
    <form
      className={styles.outside}
      aria-label="Không thuộc phạm vi"
      onSubmit={(event) => {
        event.preventDefault();
        onSay();
      }}
    >
      <TextInput
        label="Vì sao không thuộc phạm vi của cơ quan?"
        placeholder="Ví dụ: xã không có cảng sông"
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" disabled={reason.trim() === ''}>
          Ghi lý do
        </Button>
        <Button onClick={onGiveUp}>Thôi</Button>
      </div>
    </form>
  );
}

function OwnTask({ task, words, children }: { task: CoverOwnTask; words?: string; children: React.ReactNode }) {
  return (
    <li>
      <span>
        {task.text}
        <span className="soft"> {[task.component || task.area, words].filter(Boolean).join(' · ')}</span>
      </span>
      {children}
    </li>
  );
}

type PickTaskProps = { planId: string; linked: readonly string[]; onPick: (taskId: string) => void };

/** Any task of the own plan, found by its words. */
function PickTask({ planId, linked, onPick }: PickTaskProps) {
  const { data } = useData(plans.table, { params: { id: planId }, query: {} });
  const choices = useMemo(
    () =>
      (data?.tasks ?? []).filter(({ id }) => !linked.includes(id)).map(({ id, text }) => ({ value: id, label: text })),
    [data, linked],
  );
  return (
    <Select
      label={linked.length > 0 ? 'Nối thêm nhiệm vụ' : 'Nối với nhiệm vụ khác'}
      placeholder="Gõ vài chữ của nhiệm vụ"
      searchable
      limit={40}
      data={choices}
      value={null}
      onChange={(id) => id && onPick(id)}
      nothingFoundMessage="Không có nhiệm vụ nào khớp"
    />
  );
}
