/** Number, date and title of the report. Văn thư gives number and date at issue, so both may stay blank. */
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { IssuePanel } from '../../parts/issue/issue-panel.tsx';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/field.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './report-page.module.css';
import { type ReportHead, saveHead } from './report-saver.ts';
import { SettingForm } from './setting-form.tsx';

export function HeadForm({ report }: { report: ReportView }) {
  return report.status === 'frozen' ? <FrozenHead report={report} /> : <DraftHead report={report} />;
}

const FrozenHead = ({ report }: { report: ReportView }) => (
  <div className={styles.tab}>
    <KeyValues
      narrow
      items={[
        { name: 'Số', value: report.number || 'chưa ghi' },
        { name: 'Ngày ký', value: report.date ? typedDate(report.date) : 'chưa ghi' },
        { name: 'Tên báo cáo', value: report.title },
      ]}
    />
    <IssuePanel
      owner={{
        kind: 'report',
        id: report.id,
        revision: report.revision,
        number: report.number,
        date: report.date,
        year: report.window.year,
        notYet: null,
      }}
    />
  </div>
);

function DraftHead({ report }: { report: ReportView }) {
  const profileId = useSession((session) => session.profileId);
  const draftPlace = `office:${profileId ?? 'chinh'}/report-head/${report.id}`;
  const number = useDraft(`${draftPlace}/number`, report.number);
  const title = useDraft(`${draftPlace}/title`, report.title);
  const [said, setSaid] = useState<{ words: string; wrong: boolean }>({ words: '', wrong: false });

  const save = async (patch: Partial<ReportHead>, typed?: typeof number) => {
    const changed = (Object.keys(patch) as (keyof ReportHead)[]).some((name) => patch[name] !== report[name]);
    if (patch.title === '') return setSaid({ words: 'Tên báo cáo không được để trống.', wrong: true });
    if (!changed) return typed?.clear();
    setSaid({ words: 'Đang lưu…', wrong: false });
    const place = { planId: report.planId, windowId: report.window.id, reportId: report.id };
    const refusal = await saveHead(place, patch);
    if (refusal === null) typed?.acknowledge(typed.text);
    setSaid(refusal === null ? { words: 'Đã lưu.', wrong: false } : { words: refusal, wrong: true });
  };

  const unsaved = useRef(() => {});
  unsaved.current = () => {
    if (number.restored) void save({ number: number.text.trim() }, number);
    if (title.restored) void save({ title: oneLine(title.text) }, title);
  };
  // What was typed and not left yet is saved when the form goes.
  useEffect(() => () => unsaved.current(), []);

  return (
    <div className={styles.tab}>
      <TextInput
        label="Số"
        description="Chỉ phần số, ký hiệu /BC-UBND tự in. Để trống thì in chỗ trống cho Văn thư ghi."
        classNames={{ wrapper: styles.short }}
        maxLength={60}
        value={number.text}
        onChange={(event) => number.setText(event.currentTarget.value)}
        onBlur={() => void save({ number: number.text.trim() }, number)}
      />
      <DateField
        label="Ngày ký"
        description="Để trống thì in chỗ trống."
        year={report.window.year}
        value={report.date || null}
        onChange={(date) => void save({ date: date ?? '' })}
      />
      <Textarea
        label="Tên báo cáo"
        autosize
        minRows={2}
        maxLength={500}
        value={title.text}
        onChange={(event) => title.setText(event.currentTarget.value)}
        onBlur={() => void save({ title: oneLine(title.text) }, title)}
      />
      <SettingForm report={report} />
      <div className={said.wrong ? styles.wrong : 'soft'} role="status">
        {said.words}
      </div>
    </div>
  );
}
