/** What leaves the official layout, by weight: where, what stands there, what is allowed, and what to do about it. */
import { Button, Loader } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FormFinding, FormView } from '../../../shared/api/contract/review.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './review.module.css';
import { Severity, type Weight } from './severity.tsx';

export function FormTab({ what, check }: { what: string; check: UseQueryResult<FormView, Error> }) {
  const again = (
    <Button loading={check.isFetching} onClick={() => void check.refetch()}>
      Kiểm tra lại
    </Button>
  );
  return (
    <Pane title={`Bản Word của ${what} như khi xuất`} aside={again}>
      {check.error ? (
        <Note tone="problem" announce>
          {check.error.message}
        </Note>
      ) : null}
      {check.data ? (
        <FormFindings view={check.data} />
      ) : check.error ? null : (
        <p className={styles.wait} role="status">
          <Loader size="1rem" color="accent" /> Đang tạo bản Word và kiểm tra từng quy tắc…
        </p>
      )}
    </Pane>
  );
}

const weights: readonly Weight[] = ['error', 'warning', 'note'];
const groupNames: Record<Weight, string> = {
  error: 'Sai với Nghị định 30/2020/NĐ-CP',
  warning: 'Nên xem lại',
  note: 'Ghi chú',
};

export function FormFindings({ view }: { view: FormView }) {
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
                <FormLine key={`${each.rule}/${each.where}/${each.found}`} finding={each} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

const FormLine = ({ finding }: { finding: FormFinding }) => (
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
    </div>
  </li>
);
