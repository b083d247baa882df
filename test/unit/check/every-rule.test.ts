/** Every rule of the table has a planted fault that it finds, and is silent on the right documents it looks at. */
import { describe, expect, it } from 'vitest';
import { inspectDocx } from '../../../electron/documents/inspect/inspect-docx.ts';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { checkLayout, rules } from '../../../shared/check/check.ts';
import type { Line } from '../../../shared/check/structure/flatten.ts';
import type {
  LaidOutBlock,
  LaidOutDocument,
  LaidOutParagraph,
  LaidOutRun,
} from '../../../shared/check/structure/laid-out.ts';
import { linesOf, recognise } from '../../../shared/check/structure/recognise.ts';
import { decree30, type LayoutElement } from '../../../shared/document/decree30.ts';
import type { DocumentNode } from '../../../shared/document/model.ts';
import { documentOf, head, signature } from '../document/samples-of-nodes.ts';
import { planted } from './planted.ts';
import { edited, planFile, report } from './right-document.ts';

const laidOut = (file: Uint8Array): LaidOutDocument => {
  const inspected = inspectDocx(file);
  if (!inspected.ok) throw new Error(inspected.error.message);
  return inspected.value;
};
const found = (document: LaidOutDocument): string[] => checkLayout(document).findings.map(({ rule }) => rule);

const closing: DocumentNode = { type: 'paragraph', runs: [{ text: 'Thực hiện theo quy định./.' }] };
const named: DocumentNode = { type: 'typeTitle', typeName: 'Báo cáo', subject: ['Kết quả'] };
const plain = (text: string): DocumentNode => ({ type: 'paragraph', runs: [{ text }] });

/** Right documents that together have something for every rule. */
const bases = {
  plan: await planFile,
  report: await toDocx(report),
  department: await toDocx(
    documentOf([
      { ...head, superior: 'UBND xã An Bình', issuer: ['Phòng Văn hóa - Xã hội'], symbol: 'BC-VHXH' } as DocumentNode,
      named,
      { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
      { type: 'heading', level: 2, label: '1.', text: 'Chung' },
      { type: 'heading', level: 3, label: 'a)', text: 'Việc thứ nhất' },
      plain('Đã thực hiện đầy đủ các việc được giao trong kỳ.'),
      { type: 'heading', level: 3, label: 'b)', text: 'Việc thứ hai' },
      plain('Đã thực hiện đầy đủ các việc được giao trong kỳ.'),
      closing,
      signature,
    ]),
  ),
  decimals: await toDocx(
    documentOf([
      head,
      named,
      { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
      { type: 'heading', level: 2, label: '1.', text: 'Chung' },
      { type: 'heading', level: 3, label: '1.1.', text: 'Nội dung' },
      { type: 'heading', level: 3, label: '1.2.', text: 'Nội dung' },
      closing,
      signature,
    ]),
  ),
} as const;

/** A document in which every paragraph was looked at once more. */
function changed(
  document: LaidOutDocument,
  change: (paragraph: LaidOutParagraph) => LaidOutParagraph,
): LaidOutDocument {
  const walk = (blocks: readonly LaidOutBlock[]): LaidOutBlock[] =>
    blocks.map((block) =>
      block.type === 'paragraph'
        ? change(block)
        : { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: walk(cell.blocks) }))) },
    );
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: walk(section.blocks) })) };
}

const onLines = (
  document: LaidOutDocument,
  lines: readonly Line[],
  change: (paragraph: LaidOutParagraph) => LaidOutParagraph,
): LaidOutDocument => {
  const wanted = new Set(lines.map((line) => line.paragraph.index));
  return changed(document, (paragraph) => (wanted.has(paragraph.index) ? change(paragraph) : paragraph));
};

const runs =
  (change: Partial<LaidOutRun>) =>
  (paragraph: LaidOutParagraph): LaidOutParagraph => ({
    ...paragraph,
    runs: paragraph.runs.map((run) => ({ ...run, ...change })),
  });

const words =
  (change: (text: string) => string) =>
  (paragraph: LaidOutParagraph): LaidOutParagraph => ({
    ...paragraph,
    text: change(paragraph.text),
    runs: paragraph.runs.map((run) => ({ ...run, text: change(run.text) })),
  });

type Base = keyof typeof bases;
/** Elements the plan does not have. */
const otherBase: Partial<Record<LayoutElement, Base>> = {
  superiorAgency: 'department',
  heading3: 'department',
  heading4: 'decimals',
  addressees: 'report',
};

/** A fault of one aspect of an element, from the table of the decree itself; null for rules of another kind. */
function faultOfAspect(id: string): LaidOutDocument[] | null {
  const [name = '', aspect] = id.split('.');
  const rule = decree30.elements[name as LayoutElement];
  if (!rule || id.split('.').length !== 2) return null;
  const element = name as LayoutElement;
  const base = laidOut(bases[otherBase[element] ?? 'plan']);
  const [line] = linesOf(recognise(base), element).filter((each) => /\p{L}/u.test(each.text));
  if (!line) return null;
  const to = (change: (paragraph: LaidOutParagraph) => LaidOutParagraph) => onLines(base, [line], change);
  switch (aspect) {
    case 'size':
      return [to(runs({ size: rule.size.min - 0.5 })), to(runs({ size: rule.size.max + 0.5 }))];
    case 'bold':
      // Of the text only a whole sentence counts, so the fault is planted in all of it.
      if (element === 'body') return [onLines(base, linesOf(recognise(base), element), runs({ bold: true }))];
      return [to(runs({ bold: !rule.bold }))];
    case 'italic':
      return [to(runs({ italic: !rule.italic }))];
    case 'align':
      return [to((paragraph) => ({ ...paragraph, align: rule.align === 'center' ? 'left' : 'right' }))];
    case 'letters':
      return [to(words((text) => (rule.letters === 'upper' ? text.toLowerCase() : text.toUpperCase())))];
    case 'present': {
      // Without its authority the name would be taken for it.
      const name = element === 'signingAuthority' ? linesOf(recognise(base), 'signerName') : [];
      return [
        onLines(
          base,
          [...linesOf(recognise(base), element), ...name],
          words(() => ''),
        ),
      ];
    }
    default:
      return null;
  }
}

/** Rules whose fault is planted, both ways and in its own document, by the file named. */
const elsewhere: Readonly<Record<string, string>> = {
  'page.orientation': 'planted-places',
  'nationalName.place': 'planted-places',
  'issuingAgency.place': 'planted-places',
  'number.place': 'planted-places',
  'placeAndDate.place': 'planted-places',
  'signingAuthority.place': 'planted-places',
  'head.sideBySide': 'planted-places',
  'letterSubject.look': 'planted-places',
  'issuingAgency.line': 'planted-places',
  'subject.line': 'planted-places',
  'line.drawn': 'planted-places',
  'addressees.form': 'planted-places',
  'table.header': 'planted-places',
  'numbering.decimal': 'planted-places',
  'numbering.decimal.used': 'planted-places',
  'division.bold': 'decisions',
  'divisionTitle.bold': 'decisions',
  'division.size': 'decisions',
  'division.align': 'decisions',
  'division.letters': 'decisions',
  'division.number': 'decisions',
  'article.bold': 'decisions',
  'article.form': 'decisions',
  'numbering.article': 'decisions',
};

const sources = Object.fromEntries(
  await Promise.all(
    ['planted-places', 'decisions'].map(async (name) => {
      const { readFile } = await import('node:fs/promises');
      return [name, await readFile(new URL(`./${name}.test.ts`, import.meta.url), 'utf8')] as const;
    }),
  ),
);

describe('TT4–TT21, TT26 every rule', () => {
  const right = Object.values(bases).map((file) => new Set(found(laidOut(file))));

  it.each(rules.map(({ id }) => id))('%s finds a planted fault', async (id) => {
    const margin = /^page\.margin\.(top|bottom|left|right)(\.landscape)?$/.exec(id);
    if (margin) {
      const side = margin[1] as 'top' | 'bottom' | 'left' | 'right';
      const wanted = margin[2] ? 'landscape' : 'portrait';
      const plan = laidOut(bases.plan);
      const { min, max } = decree30.margins[side];
      const set = (value: number): LaidOutDocument => ({
        ...plan,
        sections: plan.sections.map((section) =>
          section.orientation === wanted ? { ...section, margins: { ...section.margins, [side]: value } } : section,
        ),
      });
      for (const wrong of [min - 0.5, max + 0.5]) expect(found(set(wrong))).toEqual([id]);
      // One twentieth of a point is no fault: files round to it.
      for (const near of [min - 0.018, min, max, max + 0.018]) expect(found(set(near))).toEqual([]);
      return;
    }
    const edits = planted.filter(([rule]) => rule === id);
    const faults = edits.length > 0 ? [] : (faultOfAspect(id) ?? []);
    for (const [, , ...edit] of edits) expect(found(laidOut(edited(bases.plan, ...edit)))).toContain(id);
    for (const fault of faults) expect(found(fault)).toContain(id);
    if (edits.length + faults.length > 0) return;
    const file = elsewhere[id];
    expect(file, `no fault is planted for ${id}`).toBeDefined();
    expect(sources[file ?? '']).toContain(`'${id}'`);
  });

  it('is silent on the right documents but for the blanks and the decimal numbers of two of them', () => {
    const said = new Set(right.flatMap((each) => [...each]));
    expect([...said].sort()).toEqual(['date.blank', 'number.blank', 'numbering.decimal.used']);
  });
});
