import { expect, it } from 'vitest';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { expectedRows } from './nhu-quynh.ts';
import { readBytes } from './read-bytes.ts';

const read = (name: string): ReadPlan => readBytes(sample(`seeds/${name}.txt`));
const main = (plan: ReadPlan): string[] => plan.plan!.sections.map((section) => `${section.label} ${section.heading}`);

describeWithSamples('texts copied out of PDF files', () => {
  it('Dị Sử: head with a blank number and day, sections, officers', () => {
    const plan = read('di-su-2024');
    expect(plan.kind).toBe('text');
    expect(plan.plan).toMatchObject({ number: '', date: '', place: 'Dị Sử', issuer: 'UBND phường Dị Sử', year: 2024 });
    expect(plan.plan!.title).toBe('Nâng cao chỉ số hiệu quả quản trị hành chính công (PAPI) tại phường Dị Sử năm 2024');
    expect(main(plan)).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG', 'III. TỔ CHỨC THỰC HIỆN']);
    expect(plan.plan!.signer.name).toBe('Phạm Thái Hưng');
    expect(plan.rows.map((row) => row.lead).filter((lead) => lead !== '')).toContain(
      'Công chức Văn hóa- xã hội phường',
    );
  });

  it('Lục Ba: Markdown marks of unequal depth do not disturb the tree', () => {
    const plan = read('luc-ba-2024');
    expect(plan.plan).toMatchObject({ number: '171/KH-UBND', date: '2024-03-25', issuer: 'UBND xã Lục Ba' });
    expect(main(plan)).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NHIỆM VỤ VÀ GIẢI PHÁP', 'III. TỔ CHỨC THỰC HIỆN']);
    expect(plan.plan!.sections[1]!.children.map((child) => child.label)).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
      '7.',
    ]);
    expect(JSON.stringify(plan.plan)).not.toMatch(/\*\*|##/);
  });

  it('Minh Tiến: the same officers and tasks as from the Word file', () => {
    const word = readBytes(sample('minh-tien-2024.docx'));
    const plan = read('minh-tien-2024');
    expect(plan.rows.map((row) => [row.lead, row.tasks.length, row.time])).toEqual(
      word.rows.map((row) => [row.lead, row.tasks.length, row.time]),
    );
    expect(plan.plan!.doubts.map((doubt) => doubt.suggestion)).toEqual(
      expect.arrayContaining(['trực tuyến', 'phổ biến', 'Chỉ số PAPI', 'chủ trì']),
    );
  });

  it('Hưng Yên: no head at all, a deputy signs', () => {
    const plan = read('hung-yen-2023');
    expect(plan.plan).toMatchObject({
      issuer: 'UBND tỉnh Hưng Yên',
      title: 'Nâng cao hiệu quả quản trị và hành chính công năm 2023',
      year: 2023,
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Nguyễn Duy Hưng' },
    });
    expect(plan.plan!.recipients).toHaveLength(8);
    expect(plan.plan!.sections[2]!.children.map((child) => child.label)).toEqual(['1.', '2.', '3.', '4.', '5.']);
  });

  it('RD15 Như Quỳnh: the annex without its lines is put together again, every row marked as a guess', () => {
    const plan = read('nhu-quynh-2024');
    const key = (text: string) =>
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replace(/^([a-z])\1(?=g)/, '$1');
    const wanted = expectedRows();
    const alike = (field: (row: { lead: string; time: string; dimension: string }) => string) =>
      wanted.filter((row) =>
        plan.rows.some((read) => key(read.component) === key(row.sub) && key(field(read)) === key(field(row))),
      ).length;
    expect(plan.rows.length).toBeGreaterThanOrEqual(30);
    expect(alike((row) => row.dimension)).toBeGreaterThanOrEqual(29);
    expect(alike((row) => row.lead)).toBeGreaterThanOrEqual(26);
    expect(alike((row) => row.time)).toBeGreaterThanOrEqual(26);
    expect(
      plan.rows.every((row) => row.doubts.some((doubt) => doubt.field === 'row' && doubt.why.includes('đoán'))),
    ).toBe(true);
    expect(main(plan)).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', 'II. NỘI DUNG', 'I. TỔ CHỨC THỰC HIỆN']);
  });
});
