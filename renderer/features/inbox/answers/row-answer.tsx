/** The answer to one row: accept at a press, or return and remark with words. Words that are not saved yet survive everything. */
import { Button, Textarea } from '@mantine/core';
import { useId, useRef } from 'react';
import type { RowAnswerView, RowVerdict } from '../../../../shared/api/contract/answers.ts';
import { useSavedField } from '../../../data/saver/saving.ts';
import { TwoTexts } from '../../../parts/two-texts.tsx';
import { verdictWords } from '../../../parts/verdict/verdict-words.ts';
import { draftNow } from '../../../state/drafts.ts';
import { Note } from '../../../ui/note.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { answerField, answerFromText, textOfAnswer, verdicts } from './answer-field.ts';
import styles from './answers.module.css';
import type { Answers } from './use-answers.ts';

const savedWords = (saved: RowAnswerView | null, verdict: RowVerdict | null): string =>
  saved ? `Đã lưu: ${verdictWords[saved.verdict]}` : verdict ? 'Chưa lưu: còn thiếu lời' : 'Chưa trả lời';

type RowAnswerProps = { answers: Answers; reportId: string; taskId: string };

export function RowAnswer({ answers, reportId, taskId }: RowAnswerProps) {
  const saved = answers.byTask.get(taskId) ?? null;
  const before = answers.earlier.get(taskId) ?? null;
  const place = answerField(reportId, taskId, saved);
  const field = useSavedField(place.key, place.about, place.now);
  const form = answerFromText(field.text, saved ?? { verdict: null, words: '' });
  const heading = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { verdict } = form;
  if (!answers.open && !saved && !before) return null;

  const choose = (next: RowVerdict) => {
    const words = answerFromText(draftNow(place.key)?.text ?? '', form).words;
    field.type(textOfAnswer({ verdict: next, words }));
    if (next === 'chap-nhan' || words.trim() !== '') void field.save();
    else setTimeout(() => area.current?.focus(), 0);
  };

  return (
    <section className={styles.answer} aria-labelledby={heading}>
      <h3 id={heading}>Trả lời</h3>
      {before ? (
        <Note
          tone={before.verdict === 'tra-lai' && !before.changed ? 'doubt' : 'info'}
          title={`Lần trước: ${verdictWords[before.verdict]}${before.changed ? ' · đơn vị đã ghi lại dòng này' : ' · đơn vị chưa sửa gì'}`}
        >
          {before.words}
        </Note>
      ) : null}
      {answers.open ? (
        <>
          <SegmentedChoice
            label="Trả lời dòng này"
            hideLabel
            segments={verdicts.map((value) => ({ value, label: verdictWords[value] }))}
            value={verdict}
            onChange={choose}
          />
          {verdict === null ? null : (
            <Textarea
              ref={area}
              label={
                verdict === 'tra-lai' ? 'Cần bổ sung gì?' : verdict === 'gop-y' ? 'Lời góp ý' : 'Ghi thêm (nếu cần)'
              }
              description="Ctrl + Enter để lưu, hoặc rời ô này"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={4000}
              required={verdict !== 'chap-nhan'}
              value={form.words}
              onChange={(event) => field.type(textOfAnswer({ verdict, words: event.currentTarget.value }))}
              onBlur={() => void field.save()}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.ctrlKey) void field.save();
              }}
            />
          )}
          <TwoTexts field={field} saved={saved ? `${verdictWords[saved.verdict]}: ${saved.words}` : ''} />
          <div className={styles.foot}>
            <span className="soft" role="status">
              {field.status.state === 'refused' ? field.status.sentence : savedWords(saved, verdict)}
            </span>
            {saved ? <Button onClick={() => void answers.clearRow(taskId)}>Bỏ trả lời</Button> : null}
          </div>
        </>
      ) : saved ? (
        <p>
          <strong>{verdictWords[saved.verdict]}</strong>
          {saved.words ? `: ${saved.words}` : ''}
        </p>
      ) : null}
    </section>
  );
}
