/** What was done in the period: state, words, numbers, difficulties, proposals. Each field is saved when it is left. */
import { Textarea, TextInput } from '@mantine/core';
import { parseAmount, shareWords } from '../../parts/numbers/amounts.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { Note, TextAction } from '../../ui/note.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { fieldsToSave, fieldWords, type ProgressForm, stateWords } from './progress-form.ts';
import type { Entry } from './use-entry.ts';
import styles from './work-pane.module.css';

const states = ['chua', 'dang-lam', 'xong', 'khong-phat-sinh'] as const;

/** State, words and numbers: what nearly every entry has. */
export function ProgressFields({ entry }: { entry: Entry }) {
  const { form } = entry;
  const field = fieldOf(entry);
  const toldWithoutState = form.state === 'chua' && form.doneText.trim() !== '';
  return (
    <div className={styles.fields}>
      {entry.status.state === 'conflict' ? <ConflictNote entry={entry} /> : null}
      <SegmentedChoice
        label={fieldWords.state}
        hideLabel
        segments={states.map((value) => ({ value, label: stateWords[value] }))}
        value={form.state}
        onChange={(state) => entry.changeNow({ state })}
      />
      {toldWithoutState ? (
        <Note
          tone="doubt"
          actions={
            <>
              <TextAction onClick={() => entry.changeNow({ state: 'dang-lam' })}>Đang làm</TextAction>
              <TextAction onClick={() => entry.changeNow({ state: 'xong' })}>Hoàn thành</TextAction>
            </>
          }
        >
          Đã ghi việc làm được mà trạng thái còn là “Chưa làm”, nên báo cáo chưa tính. Đổi thành:
        </Note>
      ) : null}
      <Textarea label={fieldWords.doneText} autosize minRows={2} maxRows={10} {...field('doneText', 8000)} />
      <Numbers entry={entry} />
    </div>
  );
}

/** A locked window takes an entry only with a reason; it comes first, so that nothing is typed in vain. */
export function LateReasonField({ entry }: { entry: Entry }) {
  const field = fieldOf(entry);
  return (
    <TextInput
      label={fieldWords.lateReason}
      description="Kỳ này đã khóa: kết quả chỉ lưu được khi có lý do; thêm hay gỡ minh chứng sẽ hỏi lý do riêng."
      required
      {...field('lateReason', 500)}
    />
  );
}

/** Difficulties and proposals: below the proof, for most entries have none. */
export function RemarkFields({ entry }: { entry: Entry }) {
  const field = fieldOf(entry);
  return (
    <div className={styles.pair}>
      <Textarea label={fieldWords.obstacle} autosize minRows={1} maxRows={8} {...field('obstacle', 4000)} />
      <Textarea label={fieldWords.proposal} autosize minRows={1} maxRows={8} {...field('proposal', 4000)} />
    </div>
  );
}

/** A field of the form: kept as a draft while typed, saved when left. */
const fieldOf =
  ({ form, change, save }: Entry) =>
  (name: keyof ProgressForm, maxLength: number) => ({
    value: form[name],
    maxLength,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
    onBlur: save,
  });

function Numbers({ entry }: { entry: Entry }) {
  const { form } = entry;
  const field = fieldOf(entry);
  const checked = fieldsToSave(form);
  const wrong = checked.ok ? {} : checked.wrong;
  const share = shareWords(parseAmount(form.numerator), parseAmount(form.denominator));
  return (
    <FieldGroup label="Số liệu (nếu có)">
      <div className={styles.numbers}>
        <TextInput
          w="6rem"
          inputMode="decimal"
          aria-label={`${fieldWords.numerator} của việc này`}
          placeholder="đạt"
          error={wrong.numerator !== undefined}
          {...field('numerator', 20)}
        />
        <span aria-hidden>/</span>
        <TextInput
          w="6rem"
          inputMode="decimal"
          aria-label={`${fieldWords.denominator} của việc này`}
          placeholder="tổng số"
          error={wrong.denominator !== undefined}
          {...field('denominator', 20)}
        />
        <TextInput
          w="11rem"
          aria-label={`${fieldWords.measure} của việc này`}
          placeholder="đơn vị: thôn, phố"
          {...field('measure', 100)}
        />
        <span className={`${styles.share} numbers`} role="status">
          {share ?? ''}
        </span>
      </div>
      {wrong.numerator || wrong.denominator ? (
        <p className={styles.refusal} role="alert">
          {[wrong.numerator, wrong.denominator].filter(Boolean).join(' ')}
        </p>
      ) : null}
    </FieldGroup>
  );
}
