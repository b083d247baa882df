/** A person's words against freshly generated text: theirs always stay, everything else follows the facts. */
import type { ReportSection, SavedSection } from './report.ts';

/** A section on the screen. `auto` is what the facts say now; `stale` means they changed after the person wrote. */
export type MergedSection = ReportSection & { auto: string; basedOn: string; edited: boolean; stale: boolean };

/**
 * Generated sections in their order, with saved words where a person edited. Edited sections that are no longer generated
 * (an area left the plan) stay, stale, after the section that came before them when they were saved: words are never dropped.
 */
export function mergeDraft(auto: readonly ReportSection[], saved: readonly SavedSection[]): MergedSection[] {
  const edits = new Map(saved.filter((each) => each.edited).map((each) => [each.key, each]));
  const merged = auto.map((section): MergedSection => {
    const edit = edits.get(section.key);
    if (!edit) return { ...section, auto: section.text, basedOn: section.text, edited: false, stale: false };
    const stale = edit.basedOn !== section.text;
    return { ...section, text: edit.text, auto: section.text, basedOn: edit.basedOn, edited: true, stale };
  });
  for (const [at, orphan] of saved.entries()) {
    if (!orphan.edited || merged.some((section) => section.key === orphan.key)) continue;
    const { key, label, heading, text, basedOn } = orphan;
    const before = new Set(saved.slice(0, at).map((each) => each.key));
    const place = merged.findLastIndex((section) => before.has(section.key));
    const closing = merged.findIndex((section) => section.key === 'closing');
    const end = closing < 0 ? merged.length : closing;
    const kept = { key, label, heading, text, auto: '', basedOn, edited: true, stale: true };
    merged.splice(place < 0 ? end : place + 1, 0, kept);
  }
  return merged;
}

/** What to store after a person wrote into one section. Writing exactly the generated text gives it back to the program. */
export const savedAfterEdit = (sections: readonly MergedSection[], key: string, text: string): SavedSection[] =>
  sections.map((section) =>
    section.key === key
      ? toSaved({ ...section, text, basedOn: section.auto, edited: text !== section.auto })
      : toSaved(section),
  );

/** What to store after several sections were worded at once, `texts` by key. */
export const savedAfterEdits = (
  sections: readonly MergedSection[],
  texts: ReadonlyMap<string, string>,
): SavedSection[] =>
  sections.map((section) => {
    const text = texts.get(section.key);
    if (text === undefined) return toSaved(section);
    return toSaved({ ...section, text, basedOn: section.auto, edited: text !== section.auto });
  });

/** What to store after a person looked at the new facts and keeps the own words. */
export const savedAfterReview = (sections: readonly MergedSection[], key: string): SavedSection[] =>
  sections.map((section) => toSaved(section.key === key ? { ...section, basedOn: section.auto } : section));

const toSaved = ({ key, label, heading, text, basedOn, edited }: MergedSection): SavedSection => ({
  key,
  label,
  heading,
  text,
  basedOn,
  edited,
});
