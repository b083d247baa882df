import { expect, it } from 'vitest';
import { blocksOf, sectionsOf } from '../../../shared/body/written-blocks.ts';
import { planFromTemplate, type TemplateKey, templates } from '../../../shared/templates/templates.ts';

const unit = {
  kind: 'phuong',
  name: 'Đông Hà',
  superior: { kind: 'tinh', name: 'Sông Lam' },
  place: 'Đông Hà',
  chairTitle: 'CHỦ TỊCH',
  chairName: 'Nguyễn Văn Bình',
} as const;

it.each(Object.keys(templates) as TemplateKey[])('%s: names, year and numbers are filled in', (key) => {
  const { header, rows } = planFromTemplate(key, { unit, year: 2027 });
  expect(header).toMatchObject({ number: '', date: '', year: 2027, issuer: 'UBND phường Đông Hà', place: 'Đông Hà' });
  expect(header.title).toContain('2027');
  const text = JSON.stringify([header, rows]);
  expect(text).toContain('UBND tỉnh Sông Lam');
  expect(text).toContain('tổ dân phố');
  expect(text).not.toMatch(/undefined|thôn\b|2024|2025/);
  expect(
    rows.every((row) => row.lead !== '' && row.time !== '' && row.tasks.length > 0 && row.results.length > 0),
  ).toBe(true);
  expect(header.sections.map((section) => section.label)).toEqual(
    ['I.', 'II.', 'III.', 'IV.', 'V.'].slice(0, header.sections.length),
  );
  expect(header.closing?.at(-1)).toMatch(/\.\/\.$/);
});

it('WR1: a template opens in the editor with automatic numbers only', () => {
  for (const key of Object.keys(templates) as TemplateKey[]) {
    const { header } = planFromTemplate(key, { unit, year: 2027 });
    const sections = JSON.parse(JSON.stringify(header.sections), (_, value) =>
      value !== null && typeof value === 'object' && 'heading' in value ? { id: 's', ...value } : value,
    );
    const { blocks, style } = blocksOf(sections);
    expect(blocks.filter((block) => block.type === 'numbered' && block.typed !== null)).toEqual([]);
    expect(sectionsOf(blocks, style)).toEqual(sections);
  }
});
