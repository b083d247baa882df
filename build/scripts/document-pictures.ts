/**
 * Makes the pictures of printed pages that the README shows: the first page of a plan, a page of its annex, a page of a report. Run it
 * again after a change of layout: node build/scripts/document-pictures.ts (needs a browser and poppler's pdftoppm).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toPdf } from '../../electron/documents/write/to-pdf.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import { toPrintHtml } from '../../shared/document/to-html.ts';
import { practicePlan, quarterReport } from '../../test/golden/document/measured-documents.ts';

const pictures = fileURLToPath(new URL('../pictures/', import.meta.url));

/** Dots to the inch: a page about 600 wide, readable and small. */
const dots = 72;

const plan = practicePlan();
const wanted: readonly { name: string; document: OfficialDocument; page: number }[] = [
  { name: 'page-plan', document: plan, page: 1 },
  { name: 'page-annex', document: { ...plan, sections: plan.sections.slice(1) }, page: 2 },
  { name: 'page-report', document: quarterReport(), page: 1 },
];

const folder = mkdtempSync(join(tmpdir(), 'so-viec-pictures-'));
try {
  for (const { name, document, page } of wanted) {
    const pdf = await toPdf(toPrintHtml(document));
    if (!pdf.ok) throw new Error(pdf.error.message);
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, pdf.value);
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    execFileSync('pdftoppm', ['-r', String(dots), '-gray', '-png', ...only, file, join(pictures, name)]);
    console.log(`${name}.png: ${Math.round(statSync(join(pictures, `${name}.png`)).size / 1024)} kB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
