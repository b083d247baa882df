/** The head and the end of the document as read: number, date, title, basis, recipients, signer. */
import { useRef } from 'react';
import type { FieldChangeView } from '../../../shared/api/contract/plans.ts';
import { isCalendarDate, shortDate } from '../../../shared/text/dates.ts';
import { KeyValues } from '../../ui/key-values.tsx';
import { parseTypedDate } from '../../ui/typed-date.ts';
import { FieldNote } from './change-notes.tsx';
import { changedValue } from './changed-words.tsx';
import { DoubtNote } from './doubt-note.tsx';
import { headerFieldValue, withHeaderEdit } from './logic/corrections.ts';
import { listDoubts } from './logic/doubts.ts';
import {
  type HeaderField,
  headerFieldNamed,
  headerFields,
  headerFieldWords,
  isListField,
  toText,
} from './logic/fields.ts';
import { type ChangeIndex, headFieldChange } from './logic/update.ts';
import { marksOf } from './marks.ts';
import { editField, ReadField } from './read-field.tsx';
import styles from './read-pane.module.css';
import { type Review, useReview } from './review-store.ts';

const longest: Partial<Record<HeaderField, number>> = { number: 60, place: 100, issuer: 200, title: 500 };

export function ReadHead({ review, index }: { review: Review; index: ChangeIndex | null }) {
  const { read } = review;
  const box = useRef<HTMLDivElement>(null);
  const doubts = listDoubts(read).filter((ref) => ref.tab === 'head');
  return (
    <div className={styles.scroll}>
      <div ref={box} className={styles.padded}>
        {doubts.map((ref) => {
          const field = headerFieldNamed(ref.doubt.field);
          return (
            <DoubtNote
              key={ref.key}
              review={review}
              refOf={ref}
              onEdit={field ? () => editField(box.current, headerFieldWords[field]) : undefined}
            />
          );
        })}
        <KeyValues
          items={headerFields
            .filter((field) => isWorthShowing(review, field))
            .map((field) => ({
              id: field,
              name: headerFieldWords[field],
              value: (
                <>
                  {field === 'date' ? (
                    <IssueDate review={review} index={index} />
                  ) : (
                    <HeaderValue review={review} field={field} index={index} />
                  )}
                  <HeadNote review={review} field={field} index={index} />
                </>
              ),
            }))}
        />
      </div>
    </div>
  );
}

/** Preamble, closing and annex title are shown only where the file has them. */
const isWorthShowing = ({ read, corrections }: Review, field: HeaderField): boolean =>
  (field !== 'preamble' && field !== 'closing' && field !== 'annexTitle') ||
  headerFieldValue(read, corrections, field).length > 0;

type HeadProps = { review: Review; index: ChangeIndex | null };

/** A conflict about the signer is one, though the signer is shown as three lines. */
function HeadNote({ review, field, index }: HeadProps & { field: HeaderField }) {
  const change = index && headFieldChange(index, field);
  const planId = review.corrections.update?.planId;
  if (!change || planId === undefined) return null;
  return <FieldNote review={review} id={planId} change={change} />;
}

function HeaderValue({ review, field, index }: HeadProps & { field: HeaderField }) {
  const { read, corrections } = review;
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const refs = listDoubts(read).filter((ref) => ref.row === null && headerFieldNamed(ref.doubt.field) === field);
  const place = refs.find((ref) => ref.doubt.place)?.doubt.place ?? null;
  return (
    <ReadField
      label={headerFieldWords[field]}
      value={headerFieldValue(read, corrections, field)}
      list={isListField(field)}
      marks={marksOf(review, refs)}
      changed={index && changedValue(headFieldChange(index, field))}
      byHand={corrections.header[field] !== undefined}
      selected={false}
      maxLength={longest[field] ?? 200}
      onSelect={() => show({ selection: { target: { tab: 'head' }, place, from: 'read' } })}
      onChange={(value) => decide(withHeaderEdit(corrections, field, value))}
    />
  );
}

const asShort = (value: FieldChangeView['stored']): string => {
  const date = String(value);
  return isCalendarDate(date) ? shortDate(date) : date;
};

const withShortDates = (change: FieldChangeView | null): FieldChangeView | null =>
  change && { ...change, stored: asShort(change.stored), file: asShort(change.file) };

/** The date as clerks write it; kept as a calendar date, or empty where the file leaves it blank. */
function IssueDate({ review, index }: HeadProps) {
  const { read, corrections } = review;
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const refs = listDoubts(read).filter((ref) => ref.row === null && ref.doubt.field === 'date');
  const value = String(headerFieldValue(read, corrections, 'date'));
  const year = corrections.year ?? 0;
  return (
    <ReadField
      label={headerFieldWords.date}
      value={isCalendarDate(value) ? shortDate(value) : value}
      list={false}
      marks={[]}
      changed={index && changedValue(withShortDates(headFieldChange(index, 'date')))}
      byHand={corrections.header.date !== undefined}
      selected={false}
      maxLength={30}
      check={(text) =>
        parseTypedDate(text, year) === undefined ? `“${text}” không phải ngày có trong lịch. Viết như 14/6/2024.` : null
      }
      onSelect={() =>
        show({ selection: { target: { tab: 'head' }, place: refs[0]?.doubt.place ?? null, from: 'read' } })
      }
      onChange={(typed) =>
        decide(withHeaderEdit(corrections, 'date', typed === null ? null : (parseTypedDate(toText(typed), year) ?? '')))
      }
    />
  );
}
