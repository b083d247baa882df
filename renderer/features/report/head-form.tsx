/** Number, date and title of the report. Văn thư gives number and date at issue, so both may stay blank. */
import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { useOpenField } from '../../data/saver/open-fields.ts';
import { useSavedField } from '../../data/saver/saving.ts';
import { attempt } from '../../parts/acts.ts';
import { IssuePanel } from '../../parts/issue/issue-panel.tsx';
import { TwoTexts } from '../../parts/two-texts.tsx';
import { DateField } from '../../ui/field.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { headField, recordOfReport, writeChoice } from './fields/report-fields.ts';
import styles from './report-page.module.css';
import { SaidOf } from './said-of.tsx';
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
  const numberPlace = headField(report, 'number');
  const titlePlace = headField(report, 'title');
  const number = useSavedField(numberPlace.key, numberPlace.about, numberPlace.now);
  const title = useSavedField(titlePlace.key, titlePlace.about, titlePlace.now);
  return (
    <div className={styles.tab}>
      <TextInput
        label="Số"
        description="Chỉ phần số, ký hiệu /BC-UBND tự in. Để trống thì in chỗ trống cho Văn thư ghi."
        classNames={{ wrapper: styles.short }}
        maxLength={60}
        value={number.text}
        onChange={(event) => number.type(event.currentTarget.value)}
        onBlur={() => void number.save()}
      />
      <TwoTexts field={number} saved={report.number} />
      <DateOfReport report={report} />
      <Textarea
        label="Tên báo cáo"
        autosize
        minRows={2}
        maxLength={500}
        value={title.text}
        onChange={(event) => title.type(event.currentTarget.value)}
        onBlur={() => void title.save()}
      />
      <TwoTexts field={title} saved={report.title} />
      <SettingForm report={report} />
      <SaidOf statuses={[number.status, title.status]} />
    </div>
  );
}

/** The date is a choice, not words: it is written as soon as it is one, and named where what was typed is none. */
function DateOfReport({ report }: { report: ReportView }) {
  const label = 'Ngày ký của báo cáo';
  const [saving, setSaving] = useState(false);
  const wrong = useRef<string | null>(null);
  useOpenField({ owners: [recordOfReport(report.id)], label, takeIn: () => wrong.current });
  const write = async (date: string | null) => {
    setSaving(true);
    await attempt(() => writeChoice(report, label, { date: date ?? '' })).finally(() => setSaving(false));
  };
  return (
    <DateField
      label="Ngày ký"
      description={saving ? 'Đang lưu…' : 'Để trống thì in chỗ trống.'}
      year={report.window.year}
      value={report.date || null}
      onChange={(date) => void write(date)}
      onWrong={(sentence) => {
        wrong.current = sentence;
      }}
    />
  );
}
