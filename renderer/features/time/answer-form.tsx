/** One wording of the plan: what it says, how it was understood, the ready answers, and where an answer would be due before it is saved. */
import { Button, Checkbox, Chip, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import type { TimeWords } from '../../../shared/api/contract/time.ts';
import type { Schedule } from '../../../shared/schedule/schedule.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { DateField, FieldRow } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { type AnswerDraft, type AnswerKind, answerKinds, emptyAnswer, scheduleOf } from './answers.ts';
import styles from './time-page.module.css';

type DueLines = TimeWords['dueIn'];

export function AnswerForm({ plan, words }: { plan: PlanSummary; words: TimeWords }) {
  const [draft, setDraft] = useState(() => emptyAnswer(words.words));
  const change = (patch: Partial<AnswerDraft>) => setDraft((known) => ({ ...known, ...patch }));
  const given = scheduleOf(draft, plan.year);
  const schedule = given && 'schedule' in given ? given.schedule : null;
  const preview = usePreview(plan.id, schedule);
  const shown = words.words.trim() === '' ? '(để trống)' : `“${words.words}”`;
  const save = async () => {
    if (!schedule) return;
    const answer = await attemptWithUndo(`Đã ghi thời gian của ${shown}.`, () =>
      call(contract.time.answer, {
        params: { id: plan.id },
        body: { words: words.words, schedule, revision: words.answer?.revision ?? null },
      }),
    );
    if (answer) setDraft(emptyAnswer(words.words));
  };
  const { answer } = words;
  const forget = () =>
    answer &&
    attemptWithUndo('Đã bỏ câu trả lời; chương trình đọc lại chữ trong kế hoạch.', () =>
      call(contract.time.forgetAnswer, { params: { id: answer.id }, query: { revision: answer.revision } }),
    );
  return (
    <Pane label="Trả lời về thời gian" padded>
      <form
        className={styles.stack}
        aria-label="Trả lời về thời gian"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div>
          <h2 className={styles.words}>{shown}</h2>
          <p className="soft">
            {formatCount(words.tasks)} nhiệm vụ ghi như vậy. Đang hiểu là: <strong>{words.scheduleText}</strong>
            {answer ? ' (theo câu trả lời của cơ quan)' : ''}. {dueSentence(words.dueIn)}
          </p>
        </div>
        {words.question ? <Note tone="doubt">{words.question}</Note> : null}
        <fieldset className={styles.kinds}>
          <legend className={styles.legend}>{words.question ? 'Việc này làm' : 'Sửa lại cách hiểu'}</legend>
          {answerKinds.map(({ value, label }) => (
            <label key={value} className={styles.kind}>
              <input
                type="radio"
                name="answer-kind"
                value={value}
                checked={draft.kind === value}
                onChange={() => change({ kind: value })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <AnswerDetails kind={draft.kind} draft={draft} year={plan.year} onChange={change} />
        <p className={styles.preview} role="status">
          {given && 'open' in given ? given.open : preview ? dueSentence(preview) : ''}
        </p>
        <div className={styles.actions}>
          <Button type="submit" variant="filled" disabled={!schedule}>
            Ghi câu trả lời
          </Button>
          {answer ? <Button onClick={forget}>Bỏ câu trả lời</Button> : null}
          <span className="soft">Chữ trong kế hoạch giữ nguyên.</span>
        </div>
        <Examples words={words} />
      </form>
    </Pane>
  );
}

/** "Đến hạn trong: Quý II/2024, 6 tháng đầu năm 2024." */
export function dueSentence(lines: DueLines): string {
  const due = lines.filter((each) => each.due).map(({ label }) => label);
  if (due.length > 0) return `Đến hạn trong: ${due.join(', ')}.`;
  const waits = lines.find(({ why }) => why.startsWith('Chờ sự kiện'));
  return waits ? `${waits.why} Ghi nhận sự kiện thì đến hạn.` : 'Không đến hạn trong kỳ nào của năm.';
}

function Examples({ words }: { words: TimeWords }) {
  return (
    <details className={styles.examples} open={words.examples.length <= 3}>
      <summary>Nhiệm vụ ghi như vậy</summary>
      <ul>
        {words.examples.map(({ taskId, text }) => (
          <li key={taskId}>
            <a href={`#/nhiem-vu/${taskId}`} className="text-link">
              {text}
            </a>
          </li>
        ))}
        {words.tasks > words.examples.length ? (
          <li className="soft">và {formatCount(words.tasks - words.examples.length)} nhiệm vụ nữa</li>
        ) : null}
      </ul>
    </details>
  );
}

type DetailProps = {
  kind: AnswerKind | null;
  draft: AnswerDraft;
  year: number;
  onChange: (patch: Partial<AnswerDraft>) => void;
};

function AnswerDetails({ kind, draft, year, onChange }: DetailProps) {
  switch (kind) {
    case 'quarters':
      return (
        <Toggles
          label="Các quý"
          options={['I', 'II', 'III', 'IV'].map((name, at) => ({ value: at + 1, label: `Quý ${name}` }))}
          value={draft.quarters}
          onChange={(quarters) => onChange({ quarters })}
        />
      );
    case 'months':
      return (
        <Toggles
          label="Các tháng"
          options={Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `Tháng ${at + 1}` }))}
          value={draft.months}
          onChange={(months) => onChange({ months })}
        />
      );
    case 'deadline':
      return (
        <FieldRow>
          <DateField label="Hạn" value={draft.date} year={year} onChange={(date) => onChange({ date })} />
          <Checkbox
            label="Ghi là “trước ngày” (chậm nhất là hôm trước)"
            checked={draft.strict}
            onChange={(event) => onChange({ strict: event.currentTarget.checked })}
          />
        </FieldRow>
      );
    case 'range':
      return (
        <FieldRow>
          <DateField label="Từ ngày" value={draft.from} year={year} onChange={(from) => onChange({ from })} />
          <DateField label="Đến ngày" value={draft.to} year={year} onChange={(to) => onChange({ to })} />
        </FieldRow>
      );
    case 'event':
      return (
        <div className={styles.stack}>
          <NativeSelect
            label="Làm"
            w="14rem"
            value={draft.relation}
            data={[
              { value: 'when', label: 'khi có sự kiện' },
              { value: 'after', label: 'sau sự kiện' },
              { value: 'before', label: 'trước sự kiện' },
            ]}
            onChange={(event) => onChange({ relation: event.currentTarget.value as AnswerDraft['relation'] })}
          />
          <Textarea
            label="Sự kiện"
            description="Các việc ghi cùng sự kiện chờ chung: ghi nhận một lần là tất cả đến hạn."
            autosize
            minRows={1}
            maxRows={4}
            maxLength={1000}
            value={draft.event}
            onChange={(event) => onChange({ event: event.currentTarget.value })}
          />
        </div>
      );
    case 'periodic':
      return (
        <NativeSelect
          label="Bao lâu một lần"
          w="14rem"
          value={draft.every}
          data={[
            { value: 'week', label: 'hằng tuần' },
            { value: 'month', label: 'hằng tháng' },
            { value: 'quarter', label: 'hằng quý' },
            { value: 'half-year', label: '6 tháng một lần' },
            { value: 'year', label: 'hằng năm' },
          ]}
          onChange={(event) => onChange({ every: event.currentTarget.value as AnswerDraft['every'] })}
        />
      );
    default:
      return null;
  }
}

type TogglesProps = {
  label: string;
  options: readonly { value: number; label: string }[];
  value: readonly number[];
  onChange: (value: number[]) => void;
};

const Toggles = ({ label, options, value, onChange }: TogglesProps) => (
  <fieldset className={styles.kinds}>
    <legend className={styles.legend}>{label}</legend>
    {options.map((option) => (
      <Chip
        key={option.value}
        checked={value.includes(option.value)}
        onChange={(on) => onChange(on ? [...value, option.value] : value.filter((each) => each !== option.value))}
      >
        {option.label}
      </Chip>
    ))}
  </fieldset>
);

/** Where a schedule would be due, asked of the server; null while nothing is chosen. An answer that comes too late is dropped. */
function usePreview(planId: string, schedule: Schedule | null): DueLines | null {
  const asked = schedule === null ? null : JSON.stringify(schedule);
  const [answer, setAnswer] = useState<{ asked: string; dueIn: DueLines } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let wanted = true;
    const body = { schedule: JSON.parse(asked) as Schedule };
    call(contract.time.tryAnswer, { params: { id: planId }, body })
      .then(({ dueIn }) => wanted && setAnswer({ asked, dueIn }))
      .catch(() => wanted && setAnswer(null));
    return () => {
      wanted = false;
    };
  }, [planId, asked]);
  return answer?.asked === asked ? answer.dueIn : null;
}
