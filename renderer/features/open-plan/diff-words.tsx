/** Old and new words of one cell in one line of reading: what goes is struck through, what comes is underlined, both said aloud. */
import { useMemo } from 'react';
import { wordDiff } from '../../../shared/compare/word-diff.ts';
import styles from './diff.module.css';
import type { FieldValue } from './logic/fields.ts';
import { toText } from './logic/fields.ts';

export function DiffWords({ before, after }: { before: FieldValue; after: FieldValue }) {
  const pieces = useMemo(() => wordDiff(toText(before), toText(after)), [before, after]);
  return (
    <>
      {pieces.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'old' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the cell
          <OldWords key={index} text={text} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the cell
          <NewWords key={index} text={text} />
        ),
      )}
    </>
  );
}

export function OldWords({ text }: { text: string }) {
  return (
    <>
      <del className={styles.old}>
        <span className="visually-hidden">bỏ: </span>
        {text.trimEnd()}
      </del>
      {trailing(text)}
    </>
  );
}

export function NewWords({ text }: { text: string }) {
  return (
    <>
      <ins className={styles.new}>
        <span className="visually-hidden">thêm: </span>
        {text.trimEnd()}
      </ins>
      {trailing(text)}
    </>
  );
}

/** A word of state beside what it is about: "mới", "chuyển chỗ". */
export function Tag({ tone, children }: { tone: 'new' | 'old' | 'plain'; children: string }) {
  return <span className={`${styles.tag} ${styles[`${tone}Tag`]}`}>{children}</span>;
}

/** The space between two pieces is no part of the mark. A replaced last word has none, so one is put. */
const trailing = (text: string): string => /\s+$/.exec(text)?.[0] ?? ' ';
