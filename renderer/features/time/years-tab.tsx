/** Working days per year: days off and worked Saturdays, announced or estimated, corrected as plain lists of days. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { WorkingYearView } from '../../../shared/api/contract/time.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData, useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo, tellUndoable } from '../../parts/acts.ts';
import { Form } from '../../ui/field.tsx';
import tableStyles from '../../ui/list-table.module.css';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './time-page.module.css';
import { daysFrom, daysText } from './year-days.ts';

export function YearsTab() {
  const { data, error } = useData(contract.time.workingYears);
  const [editing, setEditing] = useState<number | null>(null);
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return null;
  const all = [...data.years, data.next];
  const year = all.find((each) => each.year === editing);
  return (
    <>
      {data.unsure.length > 0 ? (
        <Note tone="doubt" title="Hạn tính qua năm chưa công bố lịch nghỉ:">
          {data.unsure.map(({ what, date }) => `${what} (${shortDate(date)})`).join('; ')}. Khi có thông báo, hãy sửa
          năm đó.
        </Note>
      ) : null}
      {year ? (
        <YearForm key={year.year} year={year} onClose={() => setEditing(null)} />
      ) : (
        <Pane
          title="Ngày nghỉ và ngày làm bù"
          aside={
            <Button size="compact-sm" onClick={() => setEditing(data.next.year)}>
              Thêm năm {data.next.year}
            </Button>
          }
        >
          <table className={`${tableStyles.table} ${tableStyles.top}`}>
            <thead>
              <tr>
                <th scope="col">Năm</th>
                <th scope="col">Ngày nghỉ (ngoài cuối tuần)</th>
                <th scope="col">Thứ Bảy làm việc</th>
                <th scope="col">Căn cứ</th>
                <th scope="col">
                  <span className="visually-hidden">Sửa</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.years.map((each) => (
                <tr key={each.year}>
                  <td className="numbers">
                    {each.year}
                    <div className={each.confirmed ? 'soft' : styles.open}>
                      {each.confirmed ? 'đã công bố' : 'ước tính'}
                    </div>
                  </td>
                  <td className="numbers">{daysText(each.off)}</td>
                  <td className="numbers">{each.worked.length === 0 ? '–' : daysText(each.worked)}</td>
                  <td>
                    {each.source}
                    {each.own ? <div className="soft">cơ quan đã sửa</div> : null}
                  </td>
                  <td className={tableStyles.end}>
                    <Button size="compact-sm" aria-label={`Sửa năm ${each.year}`} onClick={() => setEditing(each.year)}>
                      Sửa
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Pane>
      )}
    </>
  );
}

function YearForm({ year, onClose }: { year: WorkingYearView; onClose: () => void }) {
  const [off, setOff] = useState(daysText(year.off));
  const [worked, setWorked] = useState(daysText(year.worked));
  const [source, setSource] = useState(year.source);
  const [confirmed, setConfirmed] = useState(year.confirmed);
  const read = { off: daysFrom(off), worked: daysFrom(worked) };
  const wrong = [...read.off.wrong, ...read.worked.wrong];
  const save = useWrite(async () => {
    const body = {
      off: read.off.days,
      worked: read.worked.days,
      confirmed,
      source,
      revision: year.own?.revision ?? null,
    };
    const { batchId } = await call(contract.time.saveWorkingYear, { params: { year: year.year }, body });
    tellUndoable(`Đã ghi lịch năm ${year.year}; các hạn được tính lại.`, batchId);
    onClose();
  });
  const { own } = year;
  const forget = async () => {
    if (!own) return;
    const answer = await attemptWithUndo(`Đã trả lịch năm ${year.year} về bản có sẵn.`, () =>
      call(contract.time.forgetWorkingYear, { params: { year: year.year }, query: { revision: own.revision } }),
    );
    if (answer) onClose();
  };
  return (
    <Pane title={`Lịch làm việc năm ${year.year}`} padded>
      <Form label={`Lịch làm việc năm ${year.year}`} onSubmit={() => wrong.length === 0 && save.mutate(undefined)}>
        <Textarea
          label="Ngày nghỉ (ngoài cuối tuần)"
          description="Viết như 1/1, 30/4, 1/5; cách nhau bằng dấu phẩy."
          autosize
          minRows={2}
          value={off}
          onChange={(event) => setOff(event.currentTarget.value)}
        />
        <TextInput
          label="Thứ Bảy, Chủ nhật làm việc"
          value={worked}
          onChange={(event) => setWorked(event.currentTarget.value)}
        />
        <TextInput
          label="Căn cứ"
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Checkbox
          label="Đã có thông báo chính thức của năm này"
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
        {wrong.length > 0 ? <Note tone="doubt">Không hiểu: {wrong.join(', ')}. Viết như 30/4.</Note> : null}
        {save.error ? (
          <Note tone="problem" announce>
            {save.error.message}
          </Note>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" variant="filled" disabled={wrong.length > 0} loading={save.isPending}>
            Ghi lịch
          </Button>
          {own ? <Button onClick={forget}>Trả về bản có sẵn</Button> : null}
          <Button onClick={onClose}>Thôi</Button>
        </div>
      </Form>
    </Pane>
  );
}
