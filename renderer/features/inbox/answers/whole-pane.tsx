/** The word on the whole report, the bundle that carries the answers back, and the receipt code to read over the telephone. */
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { AnswersView } from '../../../../shared/api/contract/answers.ts';
import { groupedCode } from '../../../../shared/bundle/receipt-code.ts';
import { dateInVietnam, timeInVietnam } from '../../../../shared/text/dates.ts';
import { useOpenField } from '../../../data/saver/open-fields.ts';
import { useSettledAct } from '../../../data/saver/saving.ts';
import { ExportProgress } from '../../../parts/sending/export-progress.tsx';
import { useExportRun } from '../../../parts/sending/export-run.ts';
import { wholeWords } from '../../../parts/verdict/verdict-words.ts';
import { officeDraftKey, useDraft } from '../../../state/drafts.ts';
import { useSession } from '../../../state/session.ts';
import { DateField } from '../../../ui/field.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { Note } from '../../../ui/note.tsx';
import { BundleStateBadge } from '../../../ui/state-badge.tsx';
import { typedDate } from '../../../ui/typed-date.ts';
import { ownerOfAnswers } from './answer-field.ts';
import styles from './answers.module.css';
import { SendAnswerDialog } from './send-answer-dialog.tsx';
import type { Answers } from './use-answers.ts';

type WholePaneProps = { answers: Answers; reportId: string; windowLabel: string; rows: number; year: number };

/** What the form on the whole report holds before a button of it was pressed. */
const ownerOfForm = (reportId: string): string => `received-whole/${reportId}`;

export function WholePane({ answers, reportId, windowLabel, rows, year }: WholePaneProps) {
  const { view, open } = answers;
  const rest = rows - view.rows.length;
  /** A bundle asked for while an answer is being kept would leave without it. */
  const [keeping, setKeeping] = useState(false);
  const keep = useSettledAct([ownerOfAnswers(reportId)], (act: () => Promise<void>) => {
    setKeeping(true);
    return act().finally(() => setKeeping(false));
  });
  return (
    <div className={styles.whole}>
      <Meter label="Số dòng đã trả lời" value={view.rows.length} total={rows} />
      {open && rest > 0 ? (
        <Button disabled={keeping} onClick={() => void keep(answers.acceptRest)}>
          Chấp nhận {rest} dòng chưa trả lời
        </Button>
      ) : null}
      <Conclusion answers={answers} reportId={reportId} year={year} keeping={keeping} keep={keep} />
      <Sending answers={answers} reportId={reportId} windowLabel={windowLabel} keeping={keeping} />
      {view.receipt ? <Receipt receipt={view.receipt} /> : null}
    </div>
  );
}

type ConclusionProps = Pick<WholePaneProps, 'answers' | 'reportId' | 'year'> & {
  keeping: boolean;
  keep: (act: () => Promise<void>) => Promise<void>;
};

/** The word on the whole: with its date, once no row wants more. */
function Conclusion({ answers, reportId, year, keeping, keep }: ConclusionProps) {
  const { view, open } = answers;
  const words = useDraft(officeDraftKey('answer-whole', reportId, 'words'), view.whole?.words ?? '');
  const [by, setBy] = useState<string | null>(view.whole?.resubmitBy ?? null);
  const wrongDate = useRef<string | null>(null);
  const typed = useRef({ words, by });
  typed.current = { words, by };
  useOpenField({
    owners: [ownerOfForm(reportId)],
    label: 'Lời nhắn cho đơn vị',
    hasButton: true,
    takeIn: () => {
      const left = typed.current.words;
      return left.restored && left.text.trim() !== '' ? 'chưa bấm “Chấp nhận báo cáo” hoặc “Trả lại”.' : null;
    },
  });
  useOpenField({
    owners: [ownerOfAnswers(reportId)],
    label: 'Gửi lại chậm nhất',
    hasButton: true,
    takeIn: () => wrongDate.current,
  });
  const returned = view.rows.filter(({ verdict }) => verdict === 'tra-lai').length;
  const decide = (verdict: 'chap-nhan' | 'tra-lai') =>
    keep(async () => {
      const now = typed.current;
      const day = verdict === 'tra-lai' ? (now.by ?? '') : '';
      if (await answers.whole(verdict, now.words.text.trim(), day)) now.words.acknowledge(now.words.text);
    });
  return (
    <section className={styles.part}>
      <h3>Kết luận cả báo cáo</h3>
      {view.whole ? (
        <>
          <p>
            <BundleStateBadge state={view.whole.verdict === 'chap-nhan' ? 'accepted' : 'moreWanted'}>
              {wholeWords[view.whole.verdict]}
            </BundleStateBadge>{' '}
            {view.whole.resubmitBy ? `Gửi lại trước hoặc trong ngày ${typedDate(view.whole.resubmitBy)}. ` : ''}
            {view.whole.words}
          </p>
          {open ? <Button onClick={() => void keep(answers.clearWhole)}>Bỏ kết luận này</Button> : null}
        </>
      ) : open ? (
        <>
          <Textarea
            label="Lời nhắn cho đơn vị"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            value={words.text}
            onChange={(event) => words.setText(event.currentTarget.value)}
          />
          <DateField
            label="Gửi lại chậm nhất"
            value={by}
            onChange={setBy}
            year={year}
            onWrong={(sentence) => {
              wrongDate.current = sentence;
            }}
          />
          {returned > 0 ? (
            <span className="soft">Còn {returned} dòng yêu cầu bổ sung nên chưa chấp nhận cả báo cáo được.</span>
          ) : null}
          <div className={styles.buttons}>
            <Button disabled={returned > 0 || keeping} onClick={() => void decide('chap-nhan')}>
              Chấp nhận báo cáo
            </Button>
            <Button disabled={keeping} onClick={() => void decide('tra-lai')}>
              Trả lại, yêu cầu bổ sung
            </Button>
          </div>
        </>
      ) : (
        <p className="soft">Bản này không còn tính nên không kết luận.</p>
      )}
    </section>
  );
}

type SendingProps = Pick<WholePaneProps, 'answers' | 'reportId' | 'windowLabel'> & { keeping: boolean };

function Sending({ answers, reportId, windowLabel, keeping }: SendingProps) {
  const { view, open } = answers;
  const [sending, setSending] = useState(false);
  const profileId = useSession((session) => session.profileId);
  const run = useExportRun((state) => state.run);
  const mine = run?.profileId === profileId && run?.target.what.kind === 'verdict' ? run : null;
  const newest = view.sent[0];
  const ask = useSettledAct([ownerOfAnswers(reportId), ownerOfForm(reportId)], () => setSending(true));
  return (
    <section className={styles.part}>
      <h3>Gửi trả lời về đơn vị</h3>
      {mine ? <ExportProgress run={mine} /> : null}
      {newest ? (
        <p>
          Đã xuất gói số {newest.sequence} ({wholeWords[newest.verdict].toLowerCase()}) lúc{' '}
          {timeInVietnam(newest.sentAt)} ngày {typedDate(dateInVietnam(newest.sentAt))}.
        </p>
      ) : null}
      {newest && !newest.current ? (
        <Note tone="doubt">Đã sửa trả lời sau lần xuất đó: đơn vị chưa biết. Hãy xuất gói mới.</Note>
      ) : null}
      {open && !mine ? (
        <Button variant={newest?.current ? 'default' : 'filled'} disabled={keeping} onClick={() => void ask()}>
          {newest?.current ? 'Xuất lại đúng gói này…' : 'Xuất gói trả lời…'}
        </Button>
      ) : null}
      {sending ? (
        <SendAnswerDialog
          receivedId={reportId}
          windowLabel={windowLabel}
          receiver={view.receiver}
          onClose={() => setSending(false)}
        />
      ) : null}
    </section>
  );
}

function Receipt({ receipt }: { receipt: NonNullable<AnswersView['receipt']> }) {
  return (
    <section className={styles.part}>
      <h3>Mã biên nhận</h3>
      <p className={styles.code}>{groupedCode(receipt.code)}</p>
      <p className="soft">
        {receipt.signed
          ? 'Đọc qua điện thoại; đơn vị gõ vào là biết đúng bản này đã tới đúng nơi.'
          : 'Chưa có thẻ kèm khóa của đơn vị: mã chỉ cho biết nội dung gói, không cho biết ai đang giữ.'}
      </p>
    </section>
  );
}
