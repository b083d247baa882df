/** One target beside its words: what was reached, of how many, whether that is enough, now and since the beginning of the year. */
import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { TargetView } from '../../../shared/api/contract/targets.ts';
import { verdictNames } from '../../../shared/target/figures.ts';
import { wholeUnit } from '../../../shared/target/words.ts';
import { type SavedField, useSavedField } from '../../data/saver/saving.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { parseAmount, shareWords } from '../numbers/amounts.ts';
import { figureField, figureFromText, type TypedFigure, textOfFigure } from './figure-field.ts';
import styles from './results.module.css';
import type { ResultsPlace } from './results-place.ts';

type Props = { target: TargetView; place: ResultsPlace; onEdit: () => void };

export function TargetFigure({ target, place, onEdit }: Props) {
  const { measured, asked, own, window, year } = target;
  const { key, about, now } = figureField(target, place);
  const field = useSavedField(key, about, now);
  const typed = figureFromText(field.text);
  const [part, whole] = [parseAmount(typed.part), parseAmount(typed.whole)];
  const isShare = target.target.unit === '%';
  const tooMuch = isShare && part != null && whole != null && part > whole;
  const share = isShare && part !== undefined && whole !== undefined ? shareWords(part, whole) : null;
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
      <div className={styles.figure}>
        <FigureInputs target={target} field={field} typed={typed} tooMuch={tooMuch} />
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
      <Problem field={field} saved={now.text} />
    </div>
  );
}

type InputsProps = { target: TargetView; field: SavedField; typed: TypedFigure; tooMuch: boolean };

/** One number, or two of which one is of the other; both are one figure, saved when it is left. */
function FigureInputs({ target, field, typed, tooMuch }: InputsProps) {
  const { measured } = target;
  const box = useRef<HTMLDivElement>(null);
  const isShare = target.target.unit === '%';
  const unit = wholeUnit(target.target);
  const input = (name: keyof TypedFigure, label: string, placeholder: string) => (
    <TextInput
      size="sm"
      w="5.25rem"
      inputMode="decimal"
      maxLength={20}
      aria-label={`${label}: ${measured}`}
      placeholder={placeholder}
      value={typed[name]}
      error={parseAmount(typed[name]) === undefined || (name === 'part' && tooMuch)}
      onChange={(event) => field.type(textOfFigure({ ...typed, [name]: event.currentTarget.value }))}
      onBlur={(event) => {
        // From one of the two numbers to the other is not yet leaving the figure.
        if (!box.current?.contains(event.relatedTarget)) void field.save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void field.save();
      }}
    />
  );
  return (
    <div ref={box} style={{ display: 'contents' }}>
      {input('part', isShare ? 'Đạt được' : 'Số lượng', isShare ? 'đạt' : 'số')}
      {isShare ? (
        <>
          <span className="soft">trên tổng số</span>
          {input('whole', 'Tổng số', 'tổng số')}
          {unit ? <span className={styles.unit}>{unit}</span> : null}
        </>
      ) : (
        <span className={styles.unit}>{target.target.unit}</span>
      )}
    </div>
  );
}

function Problem({ field, saved }: { field: SavedField; saved: string | null }) {
  const { status } = field;
  if (status.state === 'conflict')
    return (
      <Note
        tone="problem"
        title="Có hai bản."
        announce
        actions={
          <>
            <TextAction onClick={field.keepMine}>Lưu số tôi vừa gõ</TextAction>
            <TextAction onClick={field.takeSaved}>Lấy số đã lưu</TextAction>
          </>
        }
      >
        Vừa gõ {field.text || '(trống)'}; đã lưu ở cửa sổ khác {saved === '/' ? '(trống)' : saved}.
      </Note>
    );
  if (status.state !== 'refused') return null;
  return (
    <p className={styles.problem} role="alert">
      {status.sentence}
    </p>
  );
}

function Verdict({ verdict }: { verdict: TargetView['window']['verdict'] }) {
  return (
    <span className={`${styles.verdict} ${styles[verdict]}`} role="status">
      {verdictNames[verdict]}
    </span>
  );
}
