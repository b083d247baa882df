/**
 * Fields on the screen whose words are no draft: a form that saves when it is closed, an editor with changes it has not read, a form with
 * a button that was not pressed. Each says how to take its words in, or why that cannot be.
 */
import { useEffect, useRef } from 'react';
import { takeInTyped } from '../../ui/take-in.ts';
import type { FieldAbout, NotSaved, Whose } from './types.ts';

type OpenField = FieldAbout & {
  /** A form with a button of its own: an act that reads its words is told of them, walking away is not. */
  readonly hasButton?: boolean;
  /** Sends what is typed, or gives the sentence why it is not saved; null when nothing is left. */
  takeIn: () => string | null | Promise<string | null>;
};

const fields = new Set<() => OpenField>();

/** While the calling component is mounted, acts that read the words of `owners` take this field in first. */
export function useOpenField(field: OpenField): void {
  const now = useRef(field);
  now.current = field;
  useEffect(() => {
    const current = () => now.current;
    fields.add(current);
    return () => void fields.delete(current);
  }, []);
}

/** Whether a field on the screen may still have to send something when it is left. */
export const anySavesOnLeaving = (): boolean => [...fields].some((current) => current().hasButton !== true);

/** Begins at once, in the same turn as the act that asks; the answer comes when the fields have sent theirs. */
export async function takeIn(whose: Whose): Promise<readonly NotSaved[]> {
  takeInTyped();
  const asked = [...fields]
    .map((current) => current())
    .filter(({ owners, hasButton }) =>
      whose === 'everything' ? hasButton !== true : owners.some((owner) => whose.includes(owner)),
    );
  const answers = await Promise.all(asked.map(async ({ label, takeIn }) => ({ label, sentence: await takeIn() })));
  return answers.flatMap(({ label, sentence }) => (sentence === null ? [] : [{ label, sentence }]));
}
