/** The sections of the text as a tree: number, heading, paragraphs, each linked to its place and corrected where it stands. */
import { IconTextScan2 } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { SectionChangeView } from '../../../shared/api/contract/plans.ts';
import { linesOfBlocks } from '../../../shared/body/body-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { FieldNote } from './change-notes.tsx';
import { changedValue } from './changed-words.tsx';
import { Tag } from './diff-words.tsx';
import { DoubtNote } from './doubt-note.tsx';
import { correctedSection, type SectionEdit, withSectionEdit } from './logic/corrections.ts';
import { type DoubtRef, listDoubts } from './logic/doubts.ts';
import { toText } from './logic/fields.ts';
import { type FlatSection, flatSections } from './logic/sections.ts';
import type { ChangeIndex } from './logic/update.ts';
import { marksOf } from './marks.ts';
import { ReadField } from './read-field.tsx';
import styles from './read-pane.module.css';
import { type Review, useReview } from './review-store.ts';

export function ReadSections({ review, index }: { review: Review; index: ChangeIndex | null }) {
  const { read, selection, doubtKey } = review;
  const box = useRef<HTMLDivElement>(null);
  const sections = flatSections(read);
  const doubts = useMemo(() => listDoubts(read).filter((ref) => ref.tab === 'body'), [read]);
  const path = selection?.target?.tab === 'body' ? selection.target.path : null;
  const follow = selection?.from === 'source';
  useEffect(() => {
    if (path !== null && follow)
      box.current?.querySelector(`[data-path="${path}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [path, follow]);
  useEffect(() => {
    if (doubtKey) box.current?.querySelector(`[data-doubt="${doubtKey}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [doubtKey]);

  if (sections.length === 0)
    return (
      <EmptyState icon={IconTextScan2} size="small" title="Không đọc được mục nào trong phần lời.">
        Tệp có thể chỉ có bảng nhiệm vụ. Phần lời để trống, viết sau cũng được.
      </EmptyState>
    );
  return (
    <div ref={box} className={styles.scroll}>
      <div className={styles.padded}>
        {doubts
          .filter((ref) => ref.path === null)
          .map((ref) => (
            <DoubtNote key={ref.key} review={review} refOf={ref} />
          ))}
        {index?.view.sections
          .filter(({ state }) => state === 'removed')
          .map(({ id, words }) => (
            <Note key={id} tone="doubt">
              Tệp không còn mục “{words || 'không tên'}”. Sẽ bỏ khi cập nhật.
            </Note>
          ))}
        {sections.map((flat, at) => (
          <Section
            key={flat.path}
            flat={flat}
            change={index?.section(at) ?? null}
            review={review}
            selected={flat.path === path}
            doubts={doubts.filter((ref) => ref.path === flat.path)}
          />
        ))}
      </div>
    </div>
  );
}

type SectionProps = {
  flat: FlatSection;
  review: Review;
  /** How it differs from the kept plan's section. */
  change: SectionChangeView | null;
  selected: boolean;
  doubts: readonly DoubtRef[];
};

function Section({ flat, review, change: difference, selected, doubts }: SectionProps) {
  const { path, depth, section } = flat;
  const { read, corrections } = review;
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const now = correctedSection(read, corrections, path, section);
  const edits = corrections.sections[path] ?? {};
  const marks = marksOf(review, doubts);
  const select = () =>
    show({ selection: { target: { tab: 'body', path }, place: section.place ?? null, from: 'read' } });
  /** One part corrected or given back; a section with no correction left is as read again. */
  const change = (part: keyof SectionEdit, value: string | string[] | null) => {
    const { [part]: _, ...others } = edits;
    const next = value === null ? others : { ...others, [part]: value };
    const cleared = withSectionEdit(corrections, path, null);
    decide(Object.keys(next).length === 0 ? cleared : withSectionEdit(cleared, path, next));
  };
  const common = { marks, selected: false, onSelect: select };
  const changed = (field: string) => changedValue(difference?.fields.find((each) => each.field === field));

  return (
    <section
      className={`${styles.section} ${selected ? styles.selectedSection : ''}`}
      style={{ '--depth': depth } as React.CSSProperties}
      data-path={path}
      data-read-selected={selected || undefined}
      tabIndex={-1}
      aria-label={`${now.label} ${now.heading}`.trim() || 'Mục không tên'}
    >
      <div className={styles.sectionHead}>
        <div className={styles.sectionLabel}>
          <ReadField
            {...common}
            label="Số mục"
            changed={changed('label')}
            value={now.label}
            list={false}
            maxLength={20}
            byHand={edits.label !== undefined}
            onChange={(value) => change('label', value === null ? null : toText(value))}
          />
        </div>
        <div className={styles.sectionHeading}>
          {section.heading === '' && edits.heading === undefined ? null : (
            <ReadField
              {...common}
              label="Tên mục"
              changed={changed('heading')}
              value={now.heading}
              list={false}
              byHand={edits.heading !== undefined}
              onChange={(value) => change('heading', value === null ? null : toText(value))}
            />
          )}
          {now.paragraphs.length > 0 ? (
            <div className={styles.paragraphs}>
              <ReadField
                {...common}
                label="Các đoạn"
                changed={changed('paragraphs')}
                value={linesOfBlocks(now.paragraphs)}
                list
                byHand={edits.paragraphs !== undefined}
                onChange={(value) => change('paragraphs', value === null ? null : toText(value).split('\n'))}
              />
            </div>
          ) : null}
        </div>
      </div>
      {difference?.state === 'added' || difference?.moved ? (
        <div>{difference.state === 'added' ? <Tag tone="new">mục mới</Tag> : <Tag tone="plain">chuyển chỗ</Tag>}</div>
      ) : null}
      {difference?.fields.map((each) =>
        difference.id === null ? null : <FieldNote key={each.field} review={review} id={difference.id} change={each} />,
      )}
      {doubts.map((ref) => (
        <DoubtNote key={ref.key} review={review} refOf={ref} />
      ))}
    </section>
  );
}
