/** Sections of a report ↔ one document of the editor. Rules RE18–RE20 of shared/report/SPEC.md. Pure. */
import type { JSONContent } from '@tiptap/react';
import type { ReportSection } from '../../../../shared/api/contract/reports.ts';
import type { BodyBlock } from '../../../../shared/body/body-blocks.ts';
import { blocksOfLines, linesOfSection, type WrittenBlock } from '../../../../shared/body/written-blocks.ts';
import type { WrittenReportSection } from '../../../../shared/report/merge.ts';
import { blocksOfDocument, nodeOf } from '../../../parts/editor/editor-document.ts';
import { sectionName } from '../missing-words.ts';

const levelOf = ({ level }: Pick<ReportSection, 'level'>): 1 | 2 | 3 => (level === 1 || level === 3 ? level : 2);

const headOf = (section: ReportSection): JSONContent =>
  section.own
    ? nodeOf({
        type: 'numbered',
        id: section.key,
        level: levelOf(section),
        titled: true,
        typed: null,
        text: section.heading,
      })
    : {
        type: 'part',
        attrs: { key: section.key, level: section.level, heading: section.heading, name: sectionName(section) },
      };

export function reportDocument(sections: readonly ReportSection[]): JSONContent {
  const content = sections.flatMap((section) => {
    const lines = linesOfSection(section.blocks ?? section.text.split('\n'));
    const needsLine = lines.length === 0 && !section.own;
    return [headOf(section), ...lines.map(nodeOf), ...(needsLine ? [{ type: 'paragraph' }] : [])];
  });
  return { type: 'doc', content };
}

type Written = WrittenReportSection & { blocks: BodyBlock[] };

/** Sections of the document in its order. What stands before the first heading belongs to the first section. */
export function sectionsOfDocument(document: JSONContent): Written[] {
  const found: { key: string; heading: string; level: 1 | 2 | 3; lines: WrittenBlock[] }[] = [];
  const before: WrittenBlock[] = [];
  for (const node of document.content ?? []) {
    if (node.type === 'part') {
      const key = String(node.attrs?.key ?? '');
      found.push({ key, heading: '', level: 1, lines: found.length === 0 ? before : [] });
      continue;
    }
    const [line] = blocksOfDocument({ content: [node] });
    if (!line) continue;
    if (line.type === 'numbered' && line.titled && line.text.trim() !== '' && found.length > 0) {
      const level = Math.min(line.level, 3) as 1 | 2 | 3;
      found.push({ key: ownKeyOf(line.id), heading: line.text.trim(), level, lines: [] });
    } else (found.at(-1)?.lines ?? before).push(line);
  }
  return found.map(({ lines, ...section }) => ({ ...section, blocks: blocksOfLines(lines) }));
}

const ownKeyOf = (id: string): string => (id.startsWith('own:') ? id : `own:${id.replace(/[^A-Za-z0-9-]/g, '-')}`);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is sent: sections that say what the loaded report says go without their words, so that nothing untouched counts as edited. */
export function writtenSince(document: JSONContent, loaded: readonly ReportSection[]): WrittenReportSection[] {
  const before = new Map(sectionsOfDocument(reportDocument(loaded)).map(({ key, blocks }) => [key, blocks]));
  return sectionsOfDocument(document).map((section) => ({
    ...section,
    blocks: same(before.get(section.key), section.blocks) ? null : section.blocks,
  }));
}

/** Whether the document says anything that the loaded report does not. */
export const isWritten = (document: JSONContent, loaded: readonly ReportSection[]): boolean =>
  !same(sectionsOfDocument(document), sectionsOfDocument(reportDocument(loaded)));
