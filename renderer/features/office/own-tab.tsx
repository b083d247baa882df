/** The office's own names: the form of the first run, saved with one button, with the paper beside it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView } from '../../../shared/api/contract/office.ts';
import { useWrite } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { DocumentHead } from '../../parts/office-form/document-head.tsx';
import { OfficeFields } from '../../parts/office-form/office-fields.tsx';
import { missingFields, type OfficeValues, officeBody, valuesOf } from '../../parts/office-form/values.ts';
import { Note } from '../../ui/note.tsx';
import styles from './office-page.module.css';

export function OwnTab({ office }: { office: OfficeView }) {
  const kept = valuesOf(office);
  const [changes, setChanges] = useState<Partial<OfficeValues>>({});
  const values = { ...kept, ...changes };
  const missing = missingFields(values);
  const dirty = JSON.stringify(officeBody(values)) !== JSON.stringify(officeBody(kept));
  const save = useWrite(async () => {
    const body = { ...officeBody(values), revision: office.revision };
    const { batchId } = await call(contract.office.change, { body });
    tellUndoable('Đã lưu tên cơ quan.', batchId);
  });
  const submit = () => {
    // The typed values stay until the saved ones have been read again, so that nothing flickers back for a moment.
    if (dirty && Object.keys(missing).length === 0)
      save.mutateAsync(undefined).then(() => setChanges({}), onlyRefusals);
  };

  return (
    <div className={styles.own}>
      <form
        className={styles.form}
        aria-label="Tên cơ quan"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <OfficeFields
          values={values}
          missing={missing}
          onChange={(change) => setChanges((before) => ({ ...before, ...change }))}
        />
        {save.error ? (
          <Note tone="problem" announce title="Chưa lưu.">
            {save.error.message}
          </Note>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" variant="filled" disabled={!dirty} loading={save.isPending}>
            Lưu
          </Button>
          {dirty ? <Button onClick={() => setChanges({})}>Bỏ sửa</Button> : null}
          <span className="soft" role="status">
            {dirty ? 'Có chỗ sửa chưa lưu.' : 'Đã lưu.'}
          </span>
        </div>
        <p className="soft">Kế hoạch đã mở và báo cáo đã chốt giữ nguyên tên cũ trong văn bản của nó.</p>
      </form>
      <DocumentHead values={values} />
    </div>
  );
}

/** A refusal is shown from the write's own state. */
function onlyRefusals(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
