/** A person's words against freshly generated text: theirs always stay, everything else follows the facts. */
import { type BodyBlock, isRich } from '../body/body-blocks.ts';
import { linesOfBlocks, withLines } from '../body/body-text.ts';
import { isOwn, placeOwn, withOwnNumbers } from './own-sections.ts';
import type { ReportSection, SavedSection } from './report.ts';

/** A section on the screen. `auto` is what the facts say now; `stale` means they changed after the person wrote. */
export type MergedSection = ReportSection & {
  auto: string;
  basedOn: string;
  edited: boolean;
  stale: boolean;
  /** The heading as a person worded it; `heading` is the same then. */
  titled?: string;
};

/** Whether anything of a person's is in it. */
export const isKept = ({ edited, titled }: SavedSection): boolean => edited || titled !== undefined;

/** What a person's section has beside its text, where it has it. */
const extras = ({ blocks, level, titled }: Pick<SavedSection, 'blocks' | 'level' | 'titled'>) => ({
  ...(blocks ? { blocks } : {}),
  ...(level ? { level } : {}),
  ...(titled === undefined ? {} : { titled }),
});

/**
 * Generated sections in their order, with saved words where a person edited. Edited sections that are no longer generated
 * (an area left the plan) stay, stale, after the section that came before them when they were saved: words are never dropped.
 * Sections that a person added stand behind the one they followed, and all numbers count them (RE18, RE19).
 */
export function mergeDraft(auto: readonly ReportSection[], saved: readonly SavedSection[]): MergedSection[] {
  const edits = new Map(saved.filter((each) => each.edited).map((each) => [each.key, each]));
  const titles = new Map(saved.flatMap(({ key, titled }) => (titled === undefined ? [] : [[key, titled] as const])));
  const merged = auto.map((generated): MergedSection => {
    const titled = titles.get(generated.key);
    const section = titled === undefined ? generated : { ...generated, heading: titled, titled };
    const edit = edits.get(section.key);
    if (!edit) return { ...section, auto: section.text, basedOn: section.text, edited: false, stale: false };
    const stale = edit.basedOn !== section.text;
    const { text, basedOn } = edit;
    return { ...section, text, auto: section.text, basedOn, edited: true, stale, ...extras(edit) };
  });
  for (const [at, orphan] of saved.entries()) {
    if (!orphan.edited || isOwn(orphan.key) || merged.some((section) => section.key === orphan.key)) continue;
    const { key, label, heading, text, basedOn } = orphan;
    const before = new Set(saved.slice(0, at).map((each) => each.key));
    const place = merged.findLastIndex((section) => before.has(section.key));
    const closing = merged.findIndex((section) => section.key === 'closing');
    const end = closing < 0 ? merged.length : closing;
    const kept = { key, label, heading, text, auto: '', basedOn, edited: true, stale: true, ...extras(orphan) };
    merged.splice(place < 0 ? end : place + 1, 0, kept);
  }
  const own = saved
    .filter((each) => isOwn(each.key))
    .map((each) => ({
      after: each.after ?? '',
      section: {
        key: each.key,
        label: each.label,
        heading: each.heading,
        text: each.text,
        auto: '',
        basedOn: '',
        edited: true,
        stale: false,
        ...extras(each),
      },
    }));
  return withOwnNumbers(placeOwn(merged, own));
}

/** What to store after a person wrote into one section. Writing exactly the generated text gives it back to the program. */
export const savedAfterEdit = (sections: readonly MergedSection[], key: string, text: string): SavedSection[] =>
  savedAfterEdits(sections, new Map([[key, text]]));

/** What to store after several sections were worded at once, `texts` by key. Tables and bold words stay where their lines stay. */
export const savedAfterEdits = (
  sections: readonly MergedSection[],
  texts: ReadonlyMap<string, string>,
): SavedSection[] =>
  stored(sections, (section) => {
    const text = texts.get(section.key);
    if (text === undefined) return section;
    const { blocks, ...rest } = section;
    const edited = isOwn(section.key) || text !== section.auto;
    const kept = blocks && edited ? { blocks: withLines(blocks, text.split('\n')) } : {};
    return { ...rest, ...kept, text, basedOn: section.auto, edited };
  });

/** What to store after headings were worded anew, `headings` by key. Own sections have no other heading. */
export const withHeadings = (saved: readonly SavedSection[], headings: ReadonlyMap<string, string>): SavedSection[] =>
  saved.map((section) => {
    const heading = headings.get(section.key);
    if (heading === undefined) return section;
    return isOwn(section.key) ? { ...section, heading } : { ...section, heading, titled: heading };
  });

/** What to store after a person looked at the new facts and keeps the own words. */
export const savedAfterReview = (sections: readonly MergedSection[], key: string): SavedSection[] =>
  stored(sections, (section) => (section.key === key ? { ...section, basedOn: section.auto } : section));

/** A section as it came from the editor: `blocks` null where nobody touched it; heading and level are heard of own ones only. */
export type WrittenReportSection = {
  key: string;
  heading: string;
  level: 1 | 2 | 3;
  blocks: BodyBlock[] | null;
};

/**
 * What to store after the whole report was written as one document. Own sections stand where they were written and go when they are
 * not there any more; generated ones can neither go nor move. Words that a person had written before keep their stale mark (RE6).
 */
export function savedAfterWriting(
  sections: readonly MergedSection[],
  written: readonly WrittenReportSection[],
): SavedSection[] {
  const now = new Map(written.map((each) => [each.key, each]));
  const known = new Map(sections.map((section) => [section.key, section]));
  const generated = sections
    .filter(({ key }) => !isOwn(key))
    .map((section): MergedSection => {
      const blocks = now.get(section.key)?.blocks ?? null;
      if (blocks === null) return section;
      const { blocks: _before, ...rest } = section;
      const text = linesOfBlocks(blocks).join('\n');
      const isAuto = !isRich(blocks) && text === linesOfBlocks(section.auto.split('\n')).join('\n');
      if (isAuto) return { ...rest, text: section.auto, basedOn: section.auto, edited: false };
      const basedOn = section.edited ? section.basedOn : section.auto;
      return { ...rest, ...(isRich(blocks) ? { blocks: [...blocks] } : {}), text, basedOn, edited: true };
    });
  let after = '';
  const own = written.flatMap((each) => {
    const place = after;
    after = each.key;
    if (!isOwn(each.key)) return [];
    const before = known.get(each.key);
    const blocks = each.blocks ?? before?.blocks ?? (before?.text ?? '').split('\n');
    const section: MergedSection = {
      key: each.key,
      label: '',
      heading: each.heading,
      level: each.level,
      text: linesOfBlocks(blocks).join('\n'),
      ...(isRich(blocks) ? { blocks: [...blocks] } : {}),
      auto: '',
      basedOn: '',
      edited: true,
      stale: false,
    };
    return [{ section, after: place }];
  });
  return stored(placeOwn(generated, own), (section) => section);
}

const stored = (
  sections: readonly MergedSection[],
  change: (section: MergedSection) => MergedSection,
): SavedSection[] =>
  sections.map((each, at): SavedSection => {
    const { key, label, heading, text, basedOn, edited, blocks, level, titled } = change(each);
    const place = isOwn(key) ? { after: sections[at - 1]?.key ?? '' } : {};
    return {
      key,
      label,
      heading,
      text,
      basedOn,
      edited,
      ...extras({ blocks, level, ...(titled === undefined ? {} : { titled }) }),
      ...place,
    };
  });
