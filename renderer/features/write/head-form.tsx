/** What stands before and after the body as fields: name, number, day, place, basis; closing words, recipients, signing form. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WrittenHead } from '../../../shared/api/contract/writing.ts';
import { usualTitle } from '../../../shared/plan/annex-title.ts';
import { isCalendarDate, shortDate } from '../../../shared/text/dates.ts';
import { Lines } from '../../parts/signing/lines-field.tsx';
import { SignerForm } from '../../parts/signing/signer-form.tsx';
import { parseTypedDate } from '../../ui/typed-date.ts';
import styles from './write-page.module.css';
import { annexTitleLines } from './written-plan.ts';

export type HeadProps = { head: WrittenHead; year: number; onChange: (change: Partial<WrittenHead>) => void };

export function OpeningForm({ head, year, onChange }: HeadProps) {
  return (
    <section className={styles.fields} aria-label="Đầu văn bản">
      <Textarea
        label="Tên kế hoạch (trích yếu)"
        autosize
        minRows={1}
        value={head.title}
        maxLength={500}
        error={head.title.trim() === '' ? 'Tên kế hoạch không để trống được.' : null}
        onChange={(event) => onChange({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <div className={styles.row}>
        <TextInput
          label="Số, ký hiệu"
          placeholder="Chưa có"
          value={head.number}
          maxLength={60}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <IssueDate key={head.date} date={head.date} year={year} onChange={(date) => onChange({ date })} />
        <TextInput
          label="Địa danh"
          value={head.place}
          maxLength={100}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      </div>
      <Lines label="Căn cứ" hint="Mỗi căn cứ một dòng." lines={head.basis} onChange={(basis) => onChange({ basis })} />
      <Lines label="Lời mở đầu" lines={head.preamble} onChange={(preamble) => onChange({ preamble })} />
    </section>
  );
}

export function EndingForm({ head, year, onChange }: HeadProps) {
  return (
    <section className={styles.fields} aria-label="Cuối văn bản">
      <Lines label="Lời kết" lines={head.closing} onChange={(closing) => onChange({ closing })} />
      <Lines
        label="Tên phụ lục"
        hint={`In trên bảng nhiệm vụ; để trống thì in “${usualTitle(year)}”.`}
        lines={head.annexTitle ?? []}
        onChange={(lines) => onChange({ annexTitle: lines.slice(0, annexTitleLines) })}
      />
      <Lines
        label="Nơi nhận"
        hint="Mỗi nơi một dòng; dòng cuối là lưu."
        lines={head.recipients}
        onChange={(recipients) => onChange({ recipients })}
      />
      <SignerForm signer={head.signer} onChange={(signer) => onChange({ signer })} />
    </section>
  );
}

function IssueDate({ date, year, onChange }: { date: string; year: number; onChange: (date: string) => void }) {
  const [typed, setTyped] = useState(isCalendarDate(date) ? shortDate(date) : '');
  const read = parseTypedDate(typed, year);
  return (
    <TextInput
      label="Ngày ban hành"
      placeholder="Chưa có"
      value={typed}
      maxLength={20}
      error={read === undefined ? `Không có ngày này trong lịch. Viết như 14/6/${year}.` : null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => read !== undefined && (read ?? '') !== date && onChange(read ?? '')}
    />
  );
}
