/** Any Word file, ours or not: dropped, checked against the official layout, forgotten. */
import { Loader } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormView } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { call, Refusal } from '../../data/client.ts';
import { FormFindings } from '../../parts/form-check/form-findings.tsx';
import { resultOf } from '../../parts/form-check/use-form-check.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './review.module.css';

type Checked = { name: string; view: FormView | null; refusal: string | null };

export function FileTab() {
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    setChecked({ name: file.name, view: null, refusal: null });
    try {
      if (file.size > contract.review.checkFile.body.rawBytes)
        throw new Refusal('qua-lon', problems['qua-lon'].message);
      const view = await resultOf(await call(contract.review.checkFile, { query: { name: file.name }, bytes: file }));
      setChecked({ name: file.name, view, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setChecked({ name: file.name, view: null, refusal: error.message });
    }
  };
  return (
    <Pane title={checked ? checked.name : 'Tệp Word bất kỳ'}>
      <div className={styles.drop}>
        <DropZone
          label="Tệp Word cần kiểm tra"
          multiple={false}
          endings={['.docx']}
          hint="Thả tệp Word (.docx) vào đây, hoặc dán (Ctrl V)"
          onFiles={([file]) => void check(file)}
        >
          {checked ? null : (
            <p className={styles.wait}>
              <IconFileTypeDocx size="1.5rem" stroke={1.4} aria-hidden /> Kiểm tra thể thức của bất kỳ văn bản Word nào
              theo Nghị định 30/2020/NĐ-CP. Tệp chỉ được đọc, không lưu lại.
            </p>
          )}
        </DropZone>
      </div>
      {checked?.refusal ? (
        <Note tone="problem" announce>
          {checked.refusal}
        </Note>
      ) : null}
      {checked && !checked.view && !checked.refusal ? (
        <p className={styles.wait} role="status">
          <Loader size="1rem" color="accent" /> Đang kiểm tra {checked.name}…
        </p>
      ) : null}
      {checked?.view ? <FormFindings view={checked.view} /> : null}
    </Pane>
  );
}
