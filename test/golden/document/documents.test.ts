/**
 * Whole documents against what was looked at on paper and found right. After a wanted change run with `-u`, print the
 * document, look at it, and keep the new text only when the page is right.
 */
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { bodyHtml } from '../../../shared/document/to-html.ts';
import { buildPlan, type PlanDocumentInput } from '../../../shared/plan/build-plan.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { halfYear } from '../../unit/document/facts-of-reports.ts';
import { readWord, type WordBlock, wordsOfWord } from '../../unit/document/read-word.ts';
import { everyNode } from '../../unit/document/samples-of-nodes.ts';
import { reportOf } from './measured-documents.ts';

const report = reportOf(halfYear, '2024-07-02');

/** Facts of a Word file as lines a person can read and compare. */
const lines = (blocks: readonly WordBlock[]): string =>
  blocks
    .flatMap((block) => {
      if ('section' in block) return [`— section ${JSON.stringify(block.section)}`];
      if ('text' in block) return [`${block.style || '(none)'}: ${block.text}`];
      const rows = block.table.map((row) => {
        const cells = row.cells.map(({ paragraphs, columnSpan, merge }) => {
          const marks = `${columnSpan > 1 ? `↔${columnSpan}` : ''}${merge === 'none' ? '' : merge === 'start' ? '↓' : '↑'}`;
          return `${marks}[${paragraphs.join(' ¶ ')}]`;
        });
        return `  ${row.header ? 'header ' : ''}${cells.join(' ')}`;
      });
      return [`${block.ruled ? 'ruled' : 'plain'} table`, ...rows];
    })
    .join('\n');

/** Words of the HTML in reading order, as the eye meets them. */
function wordsOfHtml(html: string): string[] {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<\/(p|h\d|td|th|tr|div)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (_whole, name: string) => named[name] ?? '?')
    .split(/\s+/)
    .filter((word) => word !== '');
}

describe.each([
  ['every-node', everyNode],
  ['report', report],
] as const)('golden: %s', (name, document) => {
  it('print HTML', async () => {
    await expect(`${bodyHtml(document)}\n`).toMatchFileSnapshot(`./${name}.html.txt`);
  });

  it('Word', async () => {
    await expect(`${lines(readWord(await toDocx(document)))}\n`).toMatchFileSnapshot(`./${name}.word.txt`);
  });

  it('DC13: print and Word say the same words in the same order', async () => {
    const word = wordsOfWord(readWord(await toDocx(document)));
    expect(word).toEqual(wordsOfHtml(bodyHtml(document)));
    expect(word.length).toBeGreaterThan(80);
  });
});

/** Words that do not follow, in order, from the first one's place where most of them do. */
function missingInOrder(wanted: readonly string[], text: readonly string[]): string[] {
  let best = [...wanted];
  for (let start = text.indexOf(wanted[0] ?? ''); start >= 0; start = text.indexOf(wanted[0] ?? '', start + 1)) {
    let at = start;
    const missing = wanted.filter((word) => {
      const found = text.indexOf(word, at);
      if (found < 0 || found - at > longestLabels) return true;
      at = found + 1;
      return false;
    });
    if (missing.length < best.length) best = missing;
  }
  return best;
}

/** Words that labels and the other cells of its row may put between two parts of a torn cell. */
const longestLabels = 300;

type AnnexRow = {
  id: string;
  no: string;
  dimension: string;
  sub: string;
  tasks: string[];
  results: string[];
  lead: string | null;
  implementers: string[];
  time: string | null;
  cells_shared_with?: string | null;
};

describeWithSamples('a real task table', () => {
  it('every word of its rows is on paper and in Word, in order', async () => {
    const { rows } = JSON.parse(new TextDecoder().decode(sample('nhu-quynh-annex.json'))) as { rows: AnnexRow[] };
    const ids = rows.map((row) => row.id);
    const input: PlanDocumentInput = {
      office: {
        issuer: ['Ủy ban nhân dân', 'thị trấn Như Quỳnh'],
        name: 'UBND thị trấn Như Quỳnh',
        place: 'Như Quỳnh',
      },
      year: 2024,
      title: 'Nâng cao Chỉ số PAPI năm 2024',
      sections: [],
      rows: rows.map((row) => ({
        no: row.no,
        area: row.dimension,
        component: row.sub,
        tasks: row.tasks,
        results: row.results,
        lead: row.lead ?? '',
        executors: row.implementers,
        time: row.time ?? '',
        sharesWith: row.cells_shared_with ? ids.indexOf(row.cells_shared_with) : null,
      })),
      recipients: [],
      signer: { authority: '', title: 'CHỦ TỊCH', name: '' },
    };
    const document = buildPlan(input);
    const annex: OfficialDocument = { ...document, sections: document.sections.slice(1) };
    // A row torn at the end of a page has its labels between its words: they stand in order, not in one stretch.
    const texts = [wordsOfHtml(bodyHtml(annex)), wordsOfWord(readWord(await toDocx(annex)))];
    for (const row of rows.filter((each) => !each.cells_shared_with)) {
      const tasks = row.tasks
        .flatMap((text) => text.replace(/^[-–]\s*/, '').split(/\s+/))
        .filter((word) => word !== '');
      for (const text of texts) expect(missingInOrder(tasks, text), row.id).toEqual([]);
    }
    expect(rows.length).toBeGreaterThan(30);
  });
});
