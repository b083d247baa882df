import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { smallPlan } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/reading/${name}`, import.meta.url))));

describe('files saved by LibreOffice', () => {
  for (const name of ['two-levels.docx', 'two-levels.html', 'sheet.xlsx', 'sheet.xls', 'sheet.html', 'sheet.csv']) {
    it(`reads ${name}`, () => {
      const plan = readBytes(fixture(name));
      const rows = plan.rows.map(({ no, dimension, component, tasks, results, lead, executors, time }) => ({
        no,
        dimension,
        component,
        tasks,
        results,
        lead,
        executors,
        time,
      }));
      expect(rows).toEqual(smallPlan);
      expect(plan.kind).toBe('annex');
    });
  }

  it('RD1 says what to do with the kinds it does not read', () => {
    for (const [name, code] of [
      ['old-word.doc', 'doc'],
      ['sheet.ods', 'opendocument'],
    ] as const) {
      const result = readDocument(fixture(name), name);
      expect(result.ok ? null : result.error.code).toBe(code);
      expect(result.ok ? '' : result.error.message).toMatch(/Chưa lưu gì\..*Lưu thành/);
    }
  });
});
