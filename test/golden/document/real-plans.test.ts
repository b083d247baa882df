/**
 * Every sample plan read, kept in a real database and printed again: its words, in their order, in Word and in PDF, and a layout in
 * which our own check finds nothing but what the office wrote. What may be missing is listed here word by word with its reason.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toPdf } from '../../../electron/documents/write/to-pdf.ts';
import { checkDocumentFile } from '../../../electron/work/tasks.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { annexTitleOf, ownTitle } from '../../../shared/plan/annex-title.ts';
import { emptyHeader, type ReadPlan } from '../../../shared/plan/read-plan.ts';
import { sampleOffice } from '../../../shared/sample/sample-plan.ts';
import { makeOffice, temporaryFolder } from '../../support/make-office.ts';
import { needs } from '../../support/needs.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { readWord, wordsOfWord } from '../../unit/document/read-word.ts';
import { readPages } from './read-pages.ts';

type Sample = {
  name: string;
  year: number;
  /** Words of the source that are not printed, and how often: all of them, with their reason. */
  missing: Record<string, number>;
  /** Rules of the check that the office's own words break. */
  findings: string[];
};

const needed = needs('Chromium', 'poppler', 'Times New Roman');

const drafts = ['number.blank', 'date.blank'];

/** The list marks 1. to 9. of one cell become dashes. */
const listMarks = { '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1 };

const samples: Sample[] = [
  {
    name: 'nhu-quynh-2024.docx',
    year: 2024,
    // "VHXH và Đài truyền thanh" names two units: each is printed on a line of its own.
    missing: { ...listMarks, và: 7 },
    findings: ['numbering.roman', 'numbering.decimal.used'],
  },
  {
    name: 'luc-ba-2024.docx',
    year: 2024,
    missing: {},
    findings: ['numbering.alphabet', 'numbering.form', 'recipients.archive', 'signing.collective'],
  },
  { name: 'minh-tien-2024.docx', year: 2024, missing: {}, findings: drafts },
  { name: 'nhu-quynh-annex.xlsx', year: 2024, missing: { ...listMarks, và: 7 }, findings: [] },
  {
    name: 'seeds/di-su-2024.txt',
    year: 2024,
    // Page number 5; the month of a date without a day: day and month are written in at issue.
    missing: { '5': 1, '02': 1 },
    findings: [...drafts, 'numbering.alphabet'],
  },
  {
    name: 'seeds/luc-ba-2024.txt',
    year: 2024,
    missing: {},
    findings: ['numbering.alphabet', 'numbering.form', 'recipients.archive', 'signing.collective'],
  },
  // Page number 2.
  { name: 'seeds/minh-tien-2024.txt', year: 2024, missing: { '2': 1 }, findings: drafts },
  { name: 'seeds/hung-yen-2023.txt', year: 2023, missing: {}, findings: drafts },
];

/** Words without their marks, in small letters. */
const fold = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The words of the source by another way than our reader's, where there is one. */
function sourceWords(name: string, bytes: Uint8Array, read: ReadPlan): string[] {
  if (name.endsWith('.docx')) return fold(wordsOfWord(readWord(bytes)).join(' '));
  if (name.endsWith('.txt')) return fold(new TextDecoder().decode(bytes));
  return fold(
    read.source.blocks
      .map((block) => (block.type === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' ')))
      .join(' '),
  );
}

const countsOf = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function missingFrom(source: readonly string[], printed: readonly string[]): Record<string, number> {
  const counts = countsOf(printed);
  return Object.fromEntries(
    [...countsOf(source)]
      .map(([word, count]) => [word, count - (counts.get(word) ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

/** How many words two texts have in common in the same order: length of their longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      return numbers.get(word)!;
    });
  const [left, right] = [numbered(a), numbered(b)];
  const longest = new Int32Array(right.length + 1);
  for (const word of left) {
    let corner = 0;
    for (let at = 0; at < right.length; at++) {
      const above = longest[at + 1]!;
      longest[at + 1] = right[at] === word ? corner + 1 : Math.max(above, longest[at]!);
      corner = above;
    }
  }
  return longest[right.length]!;
}

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

async function printedAgain({ name, year }: Sample) {
  const { ask, finish, raw } = makeOffice();
  await ask(contract.office.setUp, { body: sampleOffice });
  const bytes = new Uint8Array(sample(name));
  const fileName = name.replace(/.*\//, '');
  const job = await finish(await ask(contract.plans.read, { query: { name: fileName }, bytes }));
  const read = await ask(contract.plans.readResult, { params: { id: job.id } });
  // A file that is only the annex gets its head by hand.
  const header = read.plan ?? {
    ...emptyHeader,
    number: '08/KH-UBND',
    date: '2024-01-11',
    title: 'Nâng cao Chỉ số PAPI',
    issuer: 'UBND thị trấn Như Quỳnh',
    place: 'Như Quỳnh',
    annexTitle: ownTitle(annexTitleOf(read)),
    recipients: ['UBND huyện Văn Lâm', 'Lưu: VT'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn An' },
  };
  const { planId } = await ask(contract.plans.keep, { body: { readId: job.id, year, header, rows: read.rows } });
  const params = { id: planId };
  const word = new Uint8Array(await (await raw(contract.writing.word, { params })).arrayBuffer());
  const { html } = await ask(contract.writing.document, { params });
  return { source: sourceWords(name, bytes, read), word, html };
}

describeWithSamples('sample plans kept and printed again', () => {
  it.each(samples)(
    '$name: every word in Word, in its order; the check finds only what the office wrote',
    async (each) => {
      const { source, word } = await printedAgain(each);
      const printed = fold(wordsOfWord(readWord(word)).join(' '));
      const order = inOrder(source, printed);
      const lost = missingFrom(source, printed);
      // A label printed again at the head of a page may stand in for a word that is missing elsewhere: the order counts each.
      for (const [what, count] of Object.entries(lost))
        expect(each.missing[what] ?? 0, what).toBeGreaterThanOrEqual(count);
      expect(source.length - order).toBeLessThanOrEqual(total(each.missing));
      expect(source.length).toBeGreaterThan(1500);
      const checked = await checkDocumentFile({ bytes: word });
      if (!checked.ok) throw new Error(checked.error.message);
      expect(new Set(checked.value.findings.map(({ rule }) => rule))).toEqual(new Set(each.findings));
    },
  );

  it('seeds/nhu-quynh-2024.txt: a scanned text loses its page numbers and repeated header rows, and nothing else', async () => {
    const { source, word } = await printedAgain({
      name: 'seeds/nhu-quynh-2024.txt',
      year: 2024,
      missing: {},
      findings: [],
    });
    const printed = fold(wordsOfWord(readWord(word)).join(' '));
    const headers = new Set(
      fold(
        'TT Chỉ số nội dung, nội dung thành phần, nhiệm vụ, kết quả, đơn vị chủ trì, đơn vị thực hiện, thời gian thực hiện',
      ),
    );
    // As the scan spells them.
    const slips = ['đon', 'yụ', 'thòi'];
    const lost = Object.keys(missingFrom(source, printed)).filter(
      (what) => !headers.has(what) && !slips.includes(what) && !/^\d{1,2}$/.test(what),
    );
    expect(lost).toEqual(['và']);
    expect(printed.length).toBeGreaterThan(10_000);
  });

  it.skipIf(needed.absent)(`in PDF as well, on A4 within its margins ${needed.words}`, async () => {
    for (const each of samples) {
      const { source, html } = await printedAgain(each);
      const made = await toPdf(html);
      if (!made.ok) throw new Error(made.error.message);
      const folder = temporaryFolder();
      const file = join(folder, 'ke-hoach.pdf');
      writeFileSync(file, made.value);
      const pages = readPages(file, folder);
      const printed = fold(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(' '));
      for (const [what, count] of Object.entries(missingFrom(source, printed)))
        expect(each.missing[what] ?? 0, `${each.name}: ${what}`).toBeGreaterThanOrEqual(count);
      for (const [at, { width, height, ink }] of pages.entries()) {
        const where = `${each.name}, page ${at + 1}`;
        expect([width, height].sort((a, b) => a - b).map(Math.round), where).toEqual([210, 297]);
        expect(ink.left, where).toBeGreaterThan(29);
        expect(width - ink.right, where).toBeGreaterThan(14);
        expect(ink.top, where).toBeGreaterThan(19);
        expect(height - ink.bottom, where).toBeGreaterThan(19);
      }
    }
  });
});
