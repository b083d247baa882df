/** Words typed into a part of a report and not yet saved, with the words they were typed over. Pure. */
import { z } from 'zod';

const sectionDraft = z.object({ text: z.string(), base: z.string() });
export type SectionDraft = z.infer<typeof sectionDraft>;

export const draftToText = (draft: SectionDraft): string => JSON.stringify(draft);

/** A stored draft; null when there is none, or when it is not one. */
export function draftFromText(text: string | undefined): SectionDraft | null {
  if (text === undefined) return null;
  try {
    const read = sectionDraft.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
