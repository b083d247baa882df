/** The answer to one row of a received report as one field that saves itself: the verdict and its words together. */
import type { RowAnswerView, RowVerdict } from '../../../../shared/api/contract/answers.ts';
import { contract } from '../../../../shared/api/contract/contract.ts';
import { call, Refusal } from '../../../data/client.ts';
import type { FieldAbout, SavedKind, Standing } from '../../../data/saver/types.ts';
import { officeDraftKey } from '../../../state/drafts.ts';

export type RowAnswerForm = { verdict: RowVerdict | null; words: string };

export const verdicts: readonly RowVerdict[] = ['chap-nhan', 'tra-lai', 'gop-y'];

export const textOfAnswer = ({ verdict, words }: RowAnswerForm): string => JSON.stringify({ verdict, words });

/** `saved` stands in for what a draft of an earlier version leaves open. */
export function answerFromText(text: string, saved: RowAnswerForm): RowAnswerForm {
  try {
    const read = JSON.parse(text) as { verdict?: unknown; words?: unknown };
    const verdict = verdicts.find((each) => each === read.verdict) ?? saved.verdict;
    return { verdict, words: typeof read.words === 'string' ? read.words : saved.words };
  } catch {
    return saved;
  }
}

const nothing: RowAnswerForm = { verdict: null, words: '' };

const missing = ({ verdict, words }: RowAnswerForm): string | null =>
  verdict === null
    ? 'Chưa chọn chấp nhận, yêu cầu bổ sung hay góp ý.'
    : verdict !== 'chap-nhan' && words.trim() === ''
      ? 'Chưa lưu: còn thiếu lời.'
      : null;

export const answerKind: SavedKind = {
  kind: 'answer',
  pause: null,
  record: ({ record, field }) => `answer/${record}/${field}`,
  fault: (text) => missing(answerFromText(text, nothing)),
  saved: (text) => {
    const form = answerFromText(text, nothing);
    return textOfAnswer({ ...form, words: form.words.trim() });
  },
  standingAfter: async (_, refusal) => {
    const now = (refusal.details as { current?: RowAnswerView } | undefined)?.current;
    return now ? { text: textOfAnswer(now), revision: now.revision } : null;
  },
  send: ({ record, field }, text, revision) => {
    const { verdict, words } = answerFromText(text, nothing);
    if (verdict === null) throw new Refusal('sai-du-lieu', missing(nothing) ?? '');
    const body = { revision, verdict, words: words.trim() };
    return call(contract.answers.row, { params: { id: record, task: field }, body });
  },
};

/** Whose words an answer is: the bundle that carries the answers back waits for them. */
export const ownerOfAnswers = (receivedId: string): string => `received/${receivedId}`;

export function answerField(
  receivedId: string,
  taskId: string,
  saved: RowAnswerView | null,
): { key: string; about: FieldAbout; now: Standing } {
  return {
    key: officeDraftKey('answer', receivedId, taskId),
    about: { owners: [ownerOfAnswers(receivedId)], label: 'Trả lời một dòng' },
    now: { text: textOfAnswer(saved ?? nothing), revision: saved?.revision ?? null },
  };
}
