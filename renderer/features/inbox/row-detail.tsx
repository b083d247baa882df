/** One row of a received report in full, with its proof. */
import type { ReceivedView } from '../../../shared/api/contract/reports.ts';
import { amountWords, shareWords } from '../../parts/numbers/amounts.ts';
import { KeyValues } from '../../ui/key-values.tsx';
import { RowAnswer } from './answers/row-answer.tsx';
import type { Answers } from './answers/use-answers.ts';
import styles from './inbox-page.module.css';
import { ProofItem } from './received-proof.tsx';
import { proofsOf, type ReceivedRow } from './received-rows.ts';
import { RowStateBadge } from './row-state.tsx';

type RowDetailProps = {
  row: ReceivedRow;
  reportId: string;
  /** Null until they were read. */
  answers: Answers | null;
  evidence: ReceivedView['evidence'];
  onPreview: (id: string) => void;
};

export function RowDetail({ row, reportId, answers, evidence, onPreview }: RowDetailProps) {
  const proofs = proofsOf(row, evidence);
  return (
    <div className={styles.words}>
      <div className="soft">
        {[[row.no, row.area].filter(Boolean).join('. '), row.component].filter(Boolean).join(' › ')}
      </div>
      <h2 className={styles.taskTitle}>{row.text}</h2>
      <div>
        <RowStateBadge row={row} />
      </div>
      <KeyValues
        narrow
        items={[
          { name: 'Chủ trì', value: row.lead || null },
          { name: 'Thời gian', value: row.time || null },
          { name: 'Đã làm', value: row.doneText ? <span className={styles.lines}>{row.doneText}</span> : 'Không ghi' },
          { name: 'Số liệu', value: figures(row) },
          { name: 'Khó khăn', value: row.obstacle ? <span className={styles.lines}>{row.obstacle}</span> : null },
          {
            name: 'Nhập sau khi khóa kỳ',
            value: row.lateReason ? <span className={styles.lines}>Lý do: {row.lateReason}</span> : null,
          },
          { name: 'Đề xuất', value: row.proposal ? <span className={styles.lines}>{row.proposal}</span> : null },
        ]}
      />
      <h3 className={styles.proofTitle}>Minh chứng ({proofs.length})</h3>
      <ul className={styles.proofs}>
        {proofs.map((proof) => (
          <ProofItem key={proof.id} proof={proof} onPreview={onPreview} />
        ))}
        {proofs.length === 0 ? <li className="soft">Không kèm minh chứng.</li> : null}
      </ul>
      {answers ? <RowAnswer answers={answers} reportId={reportId} taskId={row.taskId} /> : null}
    </div>
  );
}

/** `9/11 = 81,8% thôn, phố`; a single number stands alone. */
function figures({ numerator, denominator, measure }: ReceivedRow): string | null {
  const share = shareWords(numerator, denominator) ?? amountWords(numerator ?? denominator);
  return share === '' ? null : [share, measure].filter(Boolean).join(' ');
}
