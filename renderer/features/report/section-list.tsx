/** The parts of the report, each to be worded by hand where the generated words do not serve. */
import { Button, Textarea } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ReportSection, ReportView } from '../../../shared/api/contract/reports.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { hasBlank, sectionName } from './missing-words.ts';
import styles from './report-page.module.css';
import {
  dropSection,
  keepTyped,
  type SectionPlace,
  saveSection,
  typeSection,
  useSectionDraft,
  useSectionStatus,
  writeSection,
} from './report-saver.ts';
import type { SectionDraft } from './section-draft.ts';

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
          place={{ planId: report.planId, windowId: report.window.id, reportId: report.id, key: section.key }}
          frozen={report.status === 'frozen'}
          open={open.includes(section.key)}
          onToggle={() => toggle(section)}
        />
      ))}
    </div>
  );
}

type SectionProps = {
  section: ReportSection;
  place: SectionPlace;
  frozen: boolean;
  open: boolean;
  onToggle: () => void;
};

function Section({ section, place, frozen, open, onToggle }: SectionProps) {
  const draft = useSectionDraft(place);
  const text = draft?.text ?? section.text;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} style={{ '--level': Math.max(0, section.level - 1) } as React.CSSProperties}>
      <h2 className={styles.sectionHead}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <Chevron size="1rem" aria-hidden />
          <span className={styles.sectionName}>{sectionName(section)}</span>
          <Marks section={section} unsaved={draft !== null} blank={hasBlank(text)} />
        </button>
      </h2>
      {open && frozen ? <p className={styles.frozenText}>{section.text || 'Mục này chỉ có đầu đề.'}</p> : null}
      {open && !frozen && section.blocks !== null ? <RichText section={section} /> : null}
      {open && !frozen && section.blocks === null ? <Editor section={section} place={place} text={text} /> : null}
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

type EditorProps = { section: ReportSection; place: SectionPlace; text: string };

function Editor({ section, place, text }: EditorProps) {
  const draft = useSectionDraft(place);
  const status = useSectionStatus(place);
  useSaveOnPause(draft, status.state === 'refused' || status.state === 'conflict', () => void saveSection(place));
  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 's' && key !== 'enter')) return;
    event.preventDefault();
    void saveSection(place);
  };
  return (
    <div className={styles.editor}>
      <Textarea
        aria-label={`Chữ của ${sectionName(section)}`}
        value={text}
        autosize
        minRows={2}
        maxLength={40_000}
        placeholder="Mục này chỉ có đầu đề."
        onChange={(event) => typeSection(place, section, draft, event.currentTarget.value)}
        onBlur={() => {
          if (status.state !== 'conflict') void saveSection(place);
        }}
        onKeyDown={keys}
      />
      {status.state === 'conflict' && draft ? (
        <Note
          tone="problem"
          title="Có hai bản."
          announce
          actions={
            <>
              <TextAction onClick={() => void keepTyped(place, section, draft)}>Lưu bản tôi vừa gõ</TextAction>
              <TextAction onClick={() => dropSection(place)}>Lấy bản đã lưu, bỏ chữ vừa gõ</TextAction>
            </>
          }
        >
          {status.sentence}
          <span className={styles.otherText}>{section.text || '(để trống)'}</span>
        </Note>
      ) : null}
      {status.state === 'refused' ? (
        <Note tone="problem" announce actions={<Button onClick={() => void saveSection(place)}>Lưu lại</Button>}>
          {status.sentence}
        </Note>
      ) : null}
      {section.stale ? (
        <Note
          tone="doubt"
          title="Số liệu đã đổi sau khi sửa tay."
          actions={
            <>
              <TextAction onClick={() => void writeSection(place, null)}>Lấy chữ mới</TextAction>
              {section.auto === '' ? null : (
                <TextAction onClick={() => void writeSection(place, section.text)}>Giữ chữ đã sửa</TextAction>
              )}
            </>
          }
        >
          {section.auto === '' ? 'Mục này không còn trong số liệu của kỳ.' : 'Chữ tự động bây giờ là:'}
          {section.auto === '' ? null : <span className={styles.otherText}>{section.auto}</span>}
        </Note>
      ) : null}
      <div className={styles.editorFoot} role="status">
        {status.state === 'saving' ? 'Đang lưu…' : status.state === 'saved' && draft === null ? 'Đã lưu.' : ''}
        {section.edited && !section.stale ? (
          <TextAction onClick={() => void writeSection(place, null)}>Lấy lại chữ tự động</TextAction>
        ) : null}
      </div>
    </div>
  );
}

/** Words that stay untouched this long are saved although the field was not left, in case the power goes first. */
const pause = 5000;

/** Saves after a pause in typing, and when the part leaves the screen. Refused or disputed words wait for the person. */
function useSaveOnPause(draft: SectionDraft | null, waits: boolean, save: () => void) {
  const now = useRef({ draft, waits, save });
  now.current = { draft, waits, save };
  const text = draft?.text;
  useEffect(() => {
    if (text === undefined || waits) return;
    const timer = setTimeout(() => now.current.save(), pause);
    return () => clearTimeout(timer);
  }, [text, waits]);
  useEffect(
    () => () => {
      if (now.current.draft !== null && !now.current.waits) now.current.save();
    },
    [],
  );
}
