/** "Kiểm tra": the layout of the report's Word file as it would go out now; a finding leads to its part on the paper. */
import { Button, Loader } from '@mantine/core';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import type { FormFinding } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { FormFindings } from '../../parts/form-check/form-findings.tsx';
import { useFormCheck } from '../../parts/form-check/use-form-check.ts';
import { Note } from '../../ui/note.tsx';
import { sectionOfFinding } from './finding-place.ts';
import styles from './report-page.module.css';

type CheckListProps = {
  report: ReportView;
  onGoTo: (heading: string, words: string) => void;
  onHead: () => void;
};

export function CheckList({ report, onGoTo, onHead }: CheckListProps) {
  const check = useFormCheck(`report/${report.id}/${report.revision}`, () =>
    call(contract.review.checkReport, { params: { id: report.id }, body: {} }),
  );
  const wayTo = ({ where, words }: FormFinding) => {
    const place = sectionOfFinding(where, report.sections);
    if (place === 'head') return onHead;
    if (place === null && words === '') return null;
    return () => onGoTo(place?.heading ?? '', words);
  };
  return (
    <>
      <div className={styles.tab}>
        {check.error ? (
          <Note tone="problem" announce>
            {check.error.message}
          </Note>
        ) : null}
        {check.data || check.error ? (
          <Button className={styles.again} loading={check.isFetching} onClick={() => void check.refetch()}>
            Kiểm tra lại
          </Button>
        ) : (
          <p role="status">
            <Loader size="1rem" color="accent" /> Đang kiểm tra thể thức bản Word như khi xuất…
          </p>
        )}
      </div>
      {check.data ? <FormFindings view={check.data} wayTo={wayTo} /> : null}
    </>
  );
}
