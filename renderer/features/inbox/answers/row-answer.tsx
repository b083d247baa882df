/** The answer to one row: accept at a press, or return and remark with words. Words that are not saved yet survive everything. */
import { Button, Textarea } from '@mantine/core';
import { useId, useRef } from 'react';
import type { RowVerdict } from '../../../../shared/api/contract/answers.ts';
import { verdictWords } from '../../../parts/verdict/verdict-words.ts';
import { useDraft } from '../../../state/drafts.ts';
import { Note } from '../../../ui/note.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import styles from './answers.module.css';
import type { Answers } from './use-answers.ts';

const choices: readonly RowVerdict[] = ['chap-nhan', 'tra-lai', 'gop-y'];

export function RowAnswer({ answers, reportId, taskId }: { answers: Answers; reportId: string; taskId: string }) {
  const saved = answers.byTask.get(taskId) ?? null;
  const before = answers.earlier.get(taskId) ?? null;
  const words = useDraft(`tra-loi/${reportId}/${taskId}`, saved?.words ?? '');
  const chosen = useDraft(`tra-loi-chon/${reportId}/${taskId}`, saved?.verdict ?? '');
  const heading = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const verdict = choices.find((each) => each === chosen.text) ?? null;
  if (!answers.open && !saved && !before) return null;

  const choose = (next: RowVerdict) => {
    chosen.setText(next);
    if (next === 'chap-nhan' || words.text.trim() !== '') void save(next, words.text);
    else setTimeout(() => field.current?.focus(), 0);
  };
  const save = async (next: RowVerdict, text: string) => {
    if (next === saved?.verdict && text.trim() === saved.words) return;
    if (next !== 'chap-nhan' && text.trim() === '') return;
    if (await answers.row(taskId, next, text.trim())) {
      words.acknowledge(text);
      chosen.acknowledge(next);
    }
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
            segments={choices.map((value) => ({ value, label: verdictWords[value] }))}
            value={verdict}
            onChange={choose}
          />
          {verdict === null ? null : (
            <Textarea
              ref={field}
              label={
                verdict === 'tra-lai' ? 'Cần bổ sung gì?' : verdict === 'gop-y' ? 'Lời góp ý' : 'Ghi thêm (nếu cần)'
              }
              description="Ctrl + Enter để lưu, hoặc rời ô này"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={4000}
              required={verdict !== 'chap-nhan'}
              value={words.text}
              onChange={(event) => words.setText(event.currentTarget.value)}
              onBlur={() => void save(verdict, words.text)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.ctrlKey) void save(verdict, words.text);
              }}
            />
          )}
          <div className={styles.foot}>
            <span className="soft" role="status">
              {saved ? `Đã lưu: ${verdictWords[saved.verdict]}` : verdict ? 'Chưa lưu: còn thiếu lời' : 'Chưa trả lời'}
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
