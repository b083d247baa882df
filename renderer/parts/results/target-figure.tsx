/** One target beside its words: what was reached, of how many, whether that is enough, now and since the beginning of the year. */
import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { TargetView } from '../../../shared/api/contract/targets.ts';
import { verdictNames } from '../../../shared/target/figures.ts';
import { wholeUnit } from '../../../shared/target/words.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { withLateReason } from '../late-reason.tsx';
import { amountWords, parseAmount, shareWords } from '../numbers/amounts.ts';
import styles from './results.module.css';
import type { ResultsPlace } from './results-section.tsx';

type Typed = { part: string; whole: string };

const textOf = ({ part, whole }: Typed): string => `${part}/${whole}`;
const typedOf = (text: string): Typed => {
  const at = text.indexOf('/');
  return { part: text.slice(0, Math.max(0, at)), whole: text.slice(at + 1) };
};
const savedOf = (own: TargetView['own']): string =>
  textOf({ part: amountWords(own?.numerator ?? null), whole: amountWords(own?.denominator ?? null) });

type Props = { target: TargetView; place: ResultsPlace; onEdit: () => void };

export function TargetFigure({ target, place, onEdit }: Props) {
  const { measured, asked, own, window, year } = target;
  const profile = useSession((session) => session.profileId) ?? 'chinh';
  const saved = savedOf(own);
  const draft = useDraft(`office:${profile}/figure/${place.groupId}/${target.key}/${place.windowId}`, saved);
  const [problem, setProblem] = useState('');
  const [conflict, setConflict] = useState(false);
  const typed = typedOf(draft.text);
  const [part, whole] = [parseAmount(typed.part), parseAmount(typed.whole)];
  const isShare = target.target.unit === '%';
  const tooMuch = isShare && part != null && whole != null && part > whole;
  const wrong = part === undefined || whole === undefined;

  const write = async (revision: number | null) => {
    if (draft.text === saved) return draft.clear();
    if (part === undefined || whole === undefined) return setProblem('Có ô không phải là số. Viết như 9 hoặc 12,5.');
    try {
      const body = {
        groupId: place.groupId,
        key: target.key,
        windowId: place.windowId,
        revision,
        numerator: part,
        denominator: isShare ? whole : null,
        note: own?.note ?? '',
      };
      await withLateReason('Ghi số liệu', (late) => call(contract.targets.saveFigure, { body: { ...body, ...late } }));
      setProblem('');
      setConflict(false);
      await readAgain();
      draft.acknowledge(draft.text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
      if (error.code === 'da-doi') setConflict(true);
      await readAgain();
    }
  };
  const box = useRef<HTMLDivElement>(null);
  const writing = useRef(false);
  const latest = useRef({ words: draft.text, leave: () => {} });
  /** The question why it comes late takes the focus away, which is no second leaving; other words typed meanwhile are. */
  const leave = () => {
    if (conflict || writing.current) return;
    writing.current = true;
    void write(own?.revision ?? null).finally(() => {
      writing.current = false;
      if (latest.current.words !== draft.text && !box.current?.contains(document.activeElement)) latest.current.leave();
    });
  };
  latest.current = { words: draft.text, leave };
  const field = (name: keyof Typed, label: string, placeholder: string) => (
    <TextInput
      size="sm"
      w="5.25rem"
      inputMode="decimal"
      maxLength={20}
      aria-label={`${label}: ${measured}`}
      placeholder={placeholder}
      value={typed[name]}
      error={parseAmount(typed[name]) === undefined || (name === 'part' && tooMuch)}
      onChange={(event) => draft.setText(textOf({ ...typed, [name]: event.currentTarget.value }))}
      onBlur={(event) => {
        // From one of the two numbers to the other is not yet leaving the figure.
        if (!box.current?.contains(event.relatedTarget)) leave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
  const unit = wholeUnit(target.target);
  const share = isShare && !wrong ? shareWords(part, whole) : null;
  const gathered = own === null && window.text !== null;
  return (
    <div className={styles.target}>
      <div className={styles.asked}>
        <span className={styles.askedName}>Chỉ tiêu {asked}</span>
        <span className="soft"> · {measured}</span>
      </div>
      {target.target.value === null ? (
        <div className={styles.figure}>
          <span className={styles.doubt}>Chưa có số được giao.</span>
          <button type="button" className="text-link" onClick={onEdit}>
            Nhập số được giao…
          </button>
        </div>
      ) : null}
      <div className={styles.figure} ref={box}>
        {field('part', isShare ? 'Đạt được' : 'Số lượng', isShare ? 'đạt' : 'số')}
        {isShare ? (
          <>
            <span className="soft">trên tổng số</span>
            {field('whole', 'Tổng số', 'tổng số')}
            {unit ? <span className={styles.unit}>{unit}</span> : null}
          </>
        ) : (
          <span className={styles.unit}>{target.target.unit}</span>
        )}
        {share ? <span className={`${styles.share} numbers`}>{share.split(' = ')[1]}</span> : null}
        <Verdict verdict={window.verdict} />
        {gathered ? (
          <span className="soft">
            gộp từ {window.from.join(', ')}: {window.text}
          </span>
        ) : null}
      </div>
      {year.text !== null && year.text !== window.text ? (
        <div className={styles.year}>
          Lũy kế từ đầu năm: <span className="numbers">{year.text}</span> <Verdict verdict={year.verdict} />{' '}
          <span className="soft">
            ({target.gathering === 'sum' ? 'cộng' : 'số mới nhất của'} {year.from.join(', ')})
          </span>
        </div>
      ) : null}
      {tooMuch ? (
        <p className={styles.problem} role="alert">
          Số đạt được lớn hơn tổng số nên báo cáo chưa dùng số này.
        </p>
      ) : null}
      {conflict ? (
        <Note
          tone="problem"
          title="Có hai bản."
          announce
          actions={
            <>
              <TextAction onClick={() => void write(own?.revision ?? null)}>Lưu số tôi vừa gõ</TextAction>
              <TextAction
                onClick={() => {
                  draft.clear();
                  setConflict(false);
                  setProblem('');
                }}
              >
                Lấy số đã lưu
              </TextAction>
            </>
          }
        >
          Vừa gõ {draft.text || '(trống)'}; đã lưu ở cửa sổ khác {saved === '/' ? '(trống)' : saved}.
        </Note>
      ) : problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function Verdict({ verdict }: { verdict: TargetView['window']['verdict'] }) {
  return (
    <span className={`${styles.verdict} ${styles[verdict]}`} role="status">
      {verdictNames[verdict]}
    </span>
  );
}
