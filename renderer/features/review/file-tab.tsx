/** Any Word file, ours or not: dropped, checked against the official layout, forgotten. */
import { Button, Loader } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { FormView, MendedView } from '../../../shared/api/contract/review.ts';
import { problems } from '../../../shared/api/problems.ts';
import { call, callForBytes, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { attempt } from '../../parts/acts.ts';
import listStyles from '../../parts/form-check/form-check.module.css';
import { FormFindings } from '../../parts/form-check/form-findings.tsx';
import { resultOf } from '../../parts/form-check/use-form-check.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './review.module.css';

type Checked = { name: string; file: File; view: FormView | null; refusal: string | null; mended: MendedView | null };

export function FileTab() {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [mending, setMending] = useState(false);
  const check = async (file: File | undefined) => {
    if (!file) return;
    const blank: Checked = { name: file.name, file, view: null, refusal: null, mended: null };
    setChecked(blank);
    try {
      if (file.size > contract.review.checkFile.body.rawBytes)
        throw new Refusal('qua-lon', problems['qua-lon'].message);
      const view = await resultOf(await call(contract.review.checkFile, { query: { name: file.name }, bytes: file }));
      setChecked({ ...blank, view });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setChecked({ ...blank, refusal: error.message });
    }
  };
  const mend = async (of: Checked) => {
    setMending(true);
    const done = await attempt(async () => {
      const last = await followJob(
        await call(contract.review.mendFile, { query: { name: of.name }, bytes: of.file }),
        () => undefined,
      );
      if (last.state !== 'done')
        throw new Refusal(last.error?.code ?? '', last.error?.message ?? problems['khong-doc-duoc'].message);
      const mended = last.result as MendedView;
      return { mended, bytes: await callForBytes(contract.review.mended, { params: { id: mended.file } }) };
    });
    setMending(false);
    if (!done) return;
    saveBlob(done.bytes, mendedName(of.name));
    setChecked({ ...of, mended: done.mended });
  };
  const canMend = checked?.view?.findings.some((each) => each.mendable) ?? false;
  return (
    <Pane
      title={checked ? checked.name : 'Tệp Word bất kỳ'}
      aside={
        checked && canMend ? (
          <Button variant="filled" loading={mending} onClick={() => void mend(checked)}>
            Sửa các lỗi an toàn
          </Button>
        ) : null
      }
    >
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
              theo Nghị định 30/2020/NĐ-CP. Tệp chỉ được đọc, không lưu lại; lỗi sửa được thì ghi vào một bản khác.
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
      {checked?.mended ? <Mended name={checked.name} mended={checked.mended} /> : null}
      {checked?.view ? <FormFindings view={checked.view} onSilence={() => void check(checked.file)} /> : null}
    </Pane>
  );
}

const mendedName = (name: string): string => name.replace(/(\.docx)?$/i, ' (đã sửa thể thức).docx');

/** What was changed in the copy; the findings below are those of the file as it was dropped. */
function Mended({ name, mended }: { name: string; mended: MendedView }) {
  return (
    <div className={styles.mended}>
      <Note tone="done" announce title={`Đã sửa ${mended.changed.length} điểm vào bản “${mendedName(name)}”.`}>
        Tệp gốc giữ nguyên.{' '}
        {mended.left === 0
          ? 'Bản đã sửa không còn điểm nào.'
          : `Bản đã sửa còn ${mended.left} điểm cần người xem; thả bản đó vào đây để xem.`}
      </Note>
      <ul className={styles.changed}>
        {mended.changed.map(({ where, found, done }) => (
          <li key={`${where}/${found}`}>
            {where}: <del>{found}</del> → {done}
          </li>
        ))}
      </ul>
      <h3 className={listStyles.groupName}>Đã thấy trong tệp gốc</h3>
    </div>
  );
}
