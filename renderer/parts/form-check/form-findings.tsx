/** What leaves the official layout, by weight: where, what stands there, what is allowed, and what to do about it. */
import { IconCircleCheck } from '@tabler/icons-react';
import type { FormFinding, FormView } from '../../../shared/api/contract/review.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextAction } from '../../ui/note.tsx';
import styles from './form-check.module.css';
import { Severity, type Weight } from './severity.tsx';

const weights: readonly Weight[] = ['error', 'warning', 'note'];
const groupNames: Record<Weight, string> = {
  error: 'Sai với Nghị định 30/2020/NĐ-CP',
  warning: 'Nên xem lại',
  note: 'Ghi chú',
};

export type FormFindingsProps = {
  view: FormView;
  /** Leads to the place of a finding; null where nobody knows the way. */
  wayTo?: (finding: FormFinding) => (() => void) | null;
};

export function FormFindings({ view, wayTo }: FormFindingsProps) {
  if (view.findings.length === 0)
    return (
      <EmptyState icon={IconCircleCheck} title="Đúng thể thức" size="small">
        {view.passed} quy tắc đều đạt.
      </EmptyState>
    );
  return (
    <>
      <p className={styles.sum} role="status">
        {view.findings.length} điểm cần xem, {view.passed} quy tắc đạt.
      </p>
      {weights.map((weight) => {
        const found = view.findings.filter((each) => each.severity === weight);
        return found.length === 0 ? null : (
          <section key={weight} className={styles.group} aria-label={groupNames[weight]}>
            <h3 className={styles.groupName}>
              {groupNames[weight]} <span className="soft numbers">{found.length}</span>
            </h3>
            <ul className={styles.findings}>
              {found.map((each) => (
                <FormLine key={`${each.rule}/${each.where}/${each.found}`} finding={each} way={wayTo?.(each) ?? null} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

const FormLine = ({ finding, way }: { finding: FormFinding; way: (() => void) | null }) => (
  <li className={styles.formLine}>
    <Severity of={finding.severity} />
    <div>
      <div className={styles.where}>{finding.where}</div>
      <div>
        Thấy: <strong>{finding.found}</strong>. Đúng: <strong>{finding.allowed}</strong>.
      </div>
      {finding.fix === null ? null : <div>Cách sửa: {finding.fix}</div>}
      <div className="soft">
        {finding.source} · quy tắc {finding.rule}
      </div>
      {way ? <TextAction onClick={way}>Đến chỗ đó</TextAction> : null}
    </div>
  </li>
);
