/** The answers to one received report, and the acts that change them; each can be taken back. */
import { useMemo } from 'react';
import type { AnswersView, RowAnswerView, RowVerdict } from '../../../../shared/api/contract/answers.ts';
import { contract } from '../../../../shared/api/contract/contract.ts';
import { useData } from '../../../data/cache.ts';
import { call } from '../../../data/client.ts';
import { attempt, attemptWithUndo } from '../../../parts/acts.ts';

const { answers } = contract;

export type Answers = {
  view: AnswersView;
  byTask: ReadonlyMap<string, RowAnswerView>;
  earlier: ReadonlyMap<string, AnswersView['earlier'][number]>;
  /** False for a version that does not count any more: it is only read. */
  open: boolean;
  row(taskId: string, verdict: RowVerdict, words: string): Promise<boolean>;
  clearRow(taskId: string): Promise<void>;
  acceptRest(): Promise<void>;
  whole(verdict: 'chap-nhan' | 'tra-lai', words: string, resubmitBy: string): Promise<boolean>;
  clearWhole(): Promise<void>;
};

/** Null until it was read. */
export function useAnswers(id: string): Answers | null {
  const { data: view } = useData(answers.of, { params: { id } });
  return useMemo(() => (view ? answersOf(id, view) : null), [id, view]);
}

function answersOf(id: string, view: AnswersView): Answers {
  const params = { id };
  const byTask = new Map(view.rows.map((row) => [row.taskId, row]));
  return {
    view,
    byTask,
    earlier: new Map(view.earlier.map((row) => [row.taskId, row])),
    open: !view.superseded && view.state !== 'thu-hoi',
    row: async (taskId, verdict, words) => {
      const revision = byTask.get(taskId)?.revision ?? null;
      const body = { revision, verdict, words };
      return (await attempt(() => call(answers.row, { params: { ...params, task: taskId }, body }))) !== null;
    },
    clearRow: async (taskId) => {
      await attemptWithUndo('Đã bỏ trả lời dòng này', () =>
        call(answers.clearRow, { params: { ...params, task: taskId } }),
      );
    },
    acceptRest: async () => {
      await attemptWithUndo('Đã chấp nhận các dòng còn lại', () => call(answers.acceptRest, { params, body: {} }));
    },
    whole: async (verdict, words, resubmitBy) => {
      const body = { revision: view.whole?.revision ?? null, verdict, words, resubmitBy };
      const done = verdict === 'chap-nhan' ? 'Đã chấp nhận báo cáo' : 'Đã ghi yêu cầu bổ sung';
      return (await attemptWithUndo(done, () => call(answers.whole, { params, body }))) !== null;
    },
    clearWhole: async () => {
      await attemptWithUndo('Đã bỏ kết luận', () => call(answers.clearWhole, { params }));
    },
  };
}
