/** The layout of a document of ours, checked as it would go out. */
import { Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FormFinding, FormView } from '../../../shared/api/contract/review.ts';
import { FormFindings } from '../../parts/form-check/form-findings.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './review.module.css';

export type FormTabProps = {
  what: string;
  check: UseQueryResult<FormView, Error>;
  wayTo: (finding: FormFinding) => (() => void) | null;
};

export function FormTab({ what, check, wayTo }: FormTabProps) {
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
        <FormFindings view={check.data} wayTo={wayTo} />
      ) : check.error ? null : (
        <p className={styles.wait} role="status">
          <Loader size="1rem" color="accent" /> Đang tạo bản Word và kiểm tra từng quy tắc…
        </p>
      )}
    </Pane>
  );
}
