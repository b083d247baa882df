/** What stands before and after the body as fields: name, number, day, place, basis; closing words, recipients, signing form. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WrittenHead } from '../../../shared/api/contract/writing.ts';
import type { Signing } from '../../../shared/document/model.ts';
import { readSigning } from '../../../shared/document/wording.ts';
import { usualTitle } from '../../../shared/plan/annex-title.ts';
import { isCalendarDate, shortDate } from '../../../shared/text/dates.ts';
import { parseTypedDate } from '../../ui/typed-date.ts';
import { inForm, type SigningForm, signerTexts, signingForms } from './signing-form.ts';
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
  const signing = readSigning(head.signer.authority, head.signer.title);
  const sign = (next: Signing) => onChange({ signer: { ...head.signer, ...signerTexts(next) } });
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
      <div className={styles.row}>
        <Select
          label="Hình thức ký"
          data={signingForms.map(({ value, label }) => ({ value, label }))}
          value={signing.form}
          allowDeselect={false}
          onChange={(form) => form && sign(inForm(signing, form as SigningForm))}
        />
        <TextInput
          label="Họ và tên người ký"
          value={head.signer.name}
          maxLength={100}
          onChange={(event) => onChange({ signer: { ...head.signer, name: event.currentTarget.value } })}
        />
      </div>
      <SigningFields signing={signing} onChange={sign} />
    </section>
  );
}

function SigningFields({ signing, onChange }: { signing: Signing; onChange: (signing: Signing) => void }) {
  if (signing.form === 'asWritten')
    return (
      <Lines label="Các dòng trên chữ ký" lines={signing.lines} onChange={(lines) => onChange({ ...signing, lines })} />
    );
  return (
    <div className={styles.row}>
      {'body' in signing ? (
        <TextInput
          label="Thay mặt"
          value={signing.body ?? ''}
          onChange={(event) => onChange({ ...signing, body: event.currentTarget.value } as Signing)}
        />
      ) : null}
      {'head' in signing ? (
        <TextInput
          label={signing.form === 'KT' ? 'Ký thay' : 'Theo lệnh, ủy quyền của'}
          value={signing.head}
          onChange={(event) => onChange({ ...signing, head: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label="Chức vụ người ký"
        value={signing.position}
        onChange={(event) => onChange({ ...signing, position: event.currentTarget.value })}
      />
    </div>
  );
}

type LinesProps = { label: string; hint?: string; lines: readonly string[]; onChange: (lines: string[]) => void };

function Lines({ label, hint, lines, onChange }: LinesProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={1}
      maxRows={10}
      value={lines.join('\n')}
      onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
    />
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
