/** The parts of the report, each to be worded by hand where the generated words do not serve. */
import { Button, Textarea } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import type { ReportSection, ReportView } from '../../../shared/api/contract/reports.ts';
import { type SavedField, useSavedField } from '../../data/saver/saving.ts';
import { attempt } from '../../parts/acts.ts';
import { TwoTexts } from '../../parts/two-texts.tsx';
import { Note, TextAction } from '../../ui/note.tsx';
import { hasBlank, sectionName } from './fields/missing-words.ts';
import { sectionField, writeSection } from './fields/report-fields.ts';
import styles from './report-page.module.css';

export function SectionList({ report, onGoTo }: { report: ReportView; onGoTo: (heading: string) => void }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (section: ReportSection) => {
    const isOpen = open.includes(section.key);
    setOpen(isOpen ? open.filter((key) => key !== section.key) : [...open, section.key]);
    if (!isOpen) onGoTo(section.key === 'closing' ? 'end' : `${section.label} ${section.heading}`.trim());
  };
  return (
    <div className={styles.sections}>
      {report.sections.map((section) => (
        <Section
          key={section.key}
          section={section}
          report={report}
          open={open.includes(section.key)}
          onToggle={() => toggle(section)}
        />
      ))}
    </div>
  );
}

type SectionProps = {
  section: ReportSection;
  report: ReportView;
  open: boolean;
  onToggle: () => void;
};

function Section({ section, report, open, onToggle }: SectionProps) {
  const place = sectionField(report, section.key, sectionName(section), section.text);
  const field = useSavedField(place.key, place.about, place.now);
  const frozen = report.status === 'frozen';
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} style={{ '--level': Math.max(0, section.level - 1) } as React.CSSProperties}>
      <h2 className={styles.sectionHead}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <Chevron size="1rem" aria-hidden />
          <span className={styles.sectionName}>{sectionName(section)}</span>
          <Marks section={section} unsaved={field.unsaved} blank={hasBlank(field.text)} />
        </button>
      </h2>
      {open && frozen ? <p className={styles.frozenText}>{section.text || 'Mục này chỉ có đầu đề.'}</p> : null}
      {open && !frozen && section.blocks !== null ? <RichText section={section} /> : null}
      {open && !frozen && section.blocks === null ? <Editor section={section} report={report} field={field} /> : null}
    </section>
  );
}

function Marks({ section, unsaved, blank }: { section: ReportSection; unsaved: boolean; blank: boolean }) {
  return (
    <span className={styles.marks}>
      {unsaved ? <span className={styles.markDue}>chưa lưu</span> : null}
      {blank ? <span className={styles.markDue}>còn chỗ trống</span> : null}
      {section.stale ? <span className={styles.markDue}>số liệu đã đổi</span> : null}
      {section.edited ? <span className={styles.markEdited}>đã sửa tay</span> : null}
    </span>
  );
}

/** Tables and bold words are worded where they can be seen. */
const RichText = ({ section }: { section: ReportSection }) => (
  <>
    <p className={styles.frozenText}>{section.text}</p>
    <p className={styles.frozenText}>
      Mục này có bảng hoặc chữ đậm, nghiêng. <Link href="/bao-cao/soan">Sửa ở Soạn báo cáo</Link>
    </p>
  </>
);

type EditorProps = { section: ReportSection; report: ReportView; field: SavedField };

function Editor({ section, report, field }: EditorProps) {
  const { status } = field;
  const write = (text: string | null) => void attempt(() => writeSection(report, section.key, text));
  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 's' && key !== 'enter')) return;
    event.preventDefault();
    void field.save();
  };
  return (
    <div className={styles.editor}>
      <Textarea
        aria-label={`Chữ của ${sectionName(section)}`}
        value={field.text}
        autosize
        minRows={2}
        maxLength={40_000}
        placeholder="Mục này chỉ có đầu đề."
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={() => void field.save()}
        onKeyDown={keys}
      />
      <TwoTexts field={field} saved={section.text} />
      {status.state === 'refused' ? (
        <Note tone="problem" announce actions={<Button onClick={() => void field.save()}>Lưu lại</Button>}>
          {status.sentence}
        </Note>
      ) : null}
      {section.stale ? (
        <Note
          tone="doubt"
          title="Số liệu đã đổi sau khi sửa tay."
          actions={
            <>
              <TextAction onClick={() => write(null)}>Lấy chữ mới</TextAction>
              {section.auto === '' ? null : <TextAction onClick={() => write(section.text)}>Giữ chữ đã sửa</TextAction>}
            </>
          }
        >
          {section.auto === '' ? 'Mục này không còn trong số liệu của kỳ.' : 'Chữ tự động bây giờ là:'}
          {section.auto === '' ? null : <span className={styles.otherText}>{section.auto}</span>}
        </Note>
      ) : null}
      <div className={styles.editorFoot} role="status">
        {status.state === 'saving' ? 'Đang lưu…' : status.state === 'saved' && !field.unsaved ? 'Đã lưu.' : ''}
        {section.edited && !section.stale ? (
          <TextAction onClick={() => write(null)}>Lấy lại chữ tự động</TextAction>
        ) : null}
      </div>
    </div>
  );
}
