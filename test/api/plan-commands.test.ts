/** The commands review and document on files and on an office's data. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, CommandRefused, WrongUsage } from '../../electron/commands/command.ts';
import { document } from '../../electron/commands/document.ts';
import { review } from '../../electron/commands/review.ts';
import { partsOfStored } from '../../electron/documents/plan-parts.ts';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { samplePlan } from '../../electron/server/plan/sample-plan.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReviewFinding } from '../../shared/review/input.ts';
import { sampleOffice } from '../../shared/sample/sample-plan.ts';
import { makeOffice, type TestOffice, temporaryFolder } from '../support/make-office.ts';

type Values = Record<string, string | boolean>;

async function run(command: Command, values: Values, ...positionals: string[]) {
  let value: unknown;
  let lines: readonly string[] = [];
  await command.run(
    { values, positionals },
    {
      say: () => undefined,
      result: (given, text) => {
        [value, lines] = [given, text];
      },
    },
  );
  return { value, lines };
}

/** The refusal of a call that must be refused. */
const refusal = async (command: Command, values: Values, ...positionals: string[]): Promise<Error> =>
  run(command, values, ...positionals).then(
    () => Promise.reject(new Error('was not refused')),
    (error: Error) => error,
  );

async function planFile(folder: string, name = 'ke-hoach.docx'): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await samplePlan(2026));
  return path;
}

/** An office with the practice plan kept, still open. */
async function officeWithPlan(): Promise<{ office: TestOffice; planId: string }> {
  const office = makeOffice();
  office.at('2026-04-02T02:00:00Z');
  const { ask, finish } = office;
  const { kind, name, superiorKind, superiorName, place, chairTitle, chairName } = sampleOffice;
  await ask(contract.office.setUp, { body: { kind, name, superiorKind, superiorName, place, chairTitle, chairName } });
  const job = await finish(await ask(contract.plans.readSample, { body: {} }));
  const read = await ask(contract.plans.readResult, { params: { id: job.id } });
  const { planId } = await ask(contract.plans.keep, {
    body: { readId: job.id, year: 2026, header: read.plan!, rows: read.rows },
  });
  return { office, planId };
}

const wordText = (path: string): string => {
  const read = readDocument(new Uint8Array(readFileSync(path)), 'doc-lai.docx');
  if (!read.ok) throw new Error(read.error.message);
  return read.value.source.blocks
    .map((block) => (block.type === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join('\n')))
    .join('\n');
};

describe('review', () => {
  it('is silent on the practice plan as a file', async () => {
    const file = await planFile(temporaryFolder());
    expect(await run(review, {}, file)).toEqual({
      value: { findings: [] },
      lines: ['Không thấy chỗ nào cần xem lại.'],
    });
  });

  it('tells rule, place, words, reason and fix', async () => {
    const file = join(temporaryFolder(), 'ke-hoach.txt');
    writeFileSync(
      file,
      'ỦY BAN NHÂN DÂN\nXÃ AN THỊNH\nSố: 15/KH-UBND\nAn Thịnh, ngày 20 tháng 01 năm 2026\nKẾ HOẠCH\nNâng cao Chỉ số PAPI xã An Thịnh năm 2026\n\nI. MỤC ĐÍCH\nHoàn thành các nhiệm vụ trong năm 2025.\nI. TỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi.\n',
    );
    const { value, lines } = await run(review, {}, file);
    const { findings } = value as { findings: ReviewFinding[] };
    expect(findings).toMatchObject([
      { rule: 'stale-year', where: 'Mục I', text: 'trong năm 2025', fix: 'trong năm 2026' },
      { rule: 'numbering', where: 'Mục I (TỔ CHỨC THỰC HIỆN)', text: 'I.', fix: 'II.' },
    ]);
    for (const finding of findings) expect(finding.why).toMatch(/\.$/);
    expect(lines.at(-1)).toBe('2 chỗ cần xem lại.');
  });

  it('reads a kept plan, and sees what was changed in it', async () => {
    const { office, planId } = await officeWithPlan();
    const table = await office.ask(contract.plans.table, { params: { id: planId }, query: {} });
    const task = table.tasks[0]!;
    await office.ask(contract.plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, time: 'Trong năm 2025' },
    });
    await office.close();
    const { value } = await run(review, { data: office.dataDir, id: planId });
    expect(value).toMatchObject({ findings: [{ rule: 'stale-year', text: 'Trong năm 2025', fix: 'Trong năm 2026' }] });
  });

  it('refuses what is not there and what is called wrongly', async () => {
    const folder = temporaryFolder();
    expect(await refusal(review, {}, join(folder, 'khong-co.docx'))).toMatchObject({ code: 'khong-tim-thay' });
    expect(await refusal(review, {}, folder)).toMatchObject({ code: 'khong-tim-thay' });
    expect(await refusal(review, { data: folder, id: 'x' })).toMatchObject({ code: 'khong-tim-thay' });
    expect(readdirSync(folder)).toEqual([]);
    expect(await refusal(review, {})).toBeInstanceOf(WrongUsage);
    expect(await refusal(review, { data: folder }, 'a.docx')).toBeInstanceOf(WrongUsage);
    const broken = join(folder, 'hong.docx');
    writeFileSync(broken, 'PK\u0003\u0004 hong');
    expect(await refusal(review, {}, broken)).toBeInstanceOf(CommandRefused);
  });
});

describe('document', () => {
  it('writes a plan as Word and as a page, with all its words', async () => {
    const folder = temporaryFolder();
    const plan = await planFile(folder);
    const [word, page] = [join(folder, 'ra.docx'), join(folder, 'ra.html')];
    expect((await run(document, { plan, to: word })).value).toMatchObject({ path: word });
    expect(wordText(word)).toBe(wordText(plan));
    await run(document, { plan, to: page });
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*15\/KH-UBND[\s\S]*Tri thức công dân/);
    expect(readdirSync(folder).sort()).toEqual(['ke-hoach.docx', 'ra.docx', 'ra.html']);
  });

  it('keeps a file that is there, unless told otherwise', async () => {
    const folder = temporaryFolder();
    const plan = await planFile(folder);
    const to = join(folder, 'ra.html');
    writeFileSync(to, 'cũ');
    expect(await refusal(document, { plan, to })).toMatchObject({ code: 'da-co' });
    expect(readFileSync(to, 'utf8')).toBe('cũ');
    await run(document, { plan, to, force: true });
    expect(readFileSync(to, 'utf8')).toContain('KẾ HOẠCH');
    mkdirSync(join(folder, 'thu-muc.pdf'));
    expect(await refusal(document, { plan, to: join(folder, 'thu-muc.pdf'), force: true })).toMatchObject({
      code: 'da-co',
    });
    expect(await refusal(document, { plan, to: join(folder, 'khong-co', 'ra.html') })).toMatchObject({
      code: 'khong-tim-thay',
    });
  });

  it('says when it cannot write, and leaves nothing half done', async () => {
    const folder = temporaryFolder();
    const plan = await planFile(folder);
    // Room for the name itself, none for the temporary one beside it.
    const to = join(folder, `${'a'.repeat(250)}.html`);
    expect(await refusal(document, { plan, to })).toMatchObject({ code: 'khong-ghi-duoc' });
    expect(readdirSync(folder)).toEqual(['ke-hoach.docx']);
  });

  it('is told wrongly: no ending it knows, both sources, none', async () => {
    const folder = temporaryFolder();
    expect(await refusal(document, { plan: 'a.docx', to: join(folder, 'ra.odt') })).toBeInstanceOf(WrongUsage);
    expect(await refusal(document, { plan: 'a.docx', data: folder, to: join(folder, 'ra.pdf') })).toBeInstanceOf(
      WrongUsage,
    );
    expect(await refusal(document, { to: join(folder, 'ra.pdf') })).toBeInstanceOf(WrongUsage);
    expect(await refusal(document, { plan: join(folder, 'khong-co.docx'), to: join(folder, 'ra.pdf') })).toMatchObject({
      code: 'khong-tim-thay',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file that holds no plan', async () => {
    const folder = temporaryFolder();
    const plan = join(folder, 'bang.csv');
    writeFileSync(plan, 'Họ tên,Số\nNguyễn Văn A,1\nTrần Thị B,2\n');
    expect(await refusal(document, { plan, to: join(folder, 'ra.docx') })).toMatchObject({ code: 'khong-doc-duoc' });
    expect(readdirSync(folder)).toEqual(['bang.csv']);
  });

  it('writes a kept plan: groups, shared cells, and tasks with a lead or time of their own', async () => {
    const { office, planId } = await officeWithPlan();
    const table = await office.ask(contract.plans.table, { params: { id: planId }, query: {} });
    const task = table.tasks[1]!;
    await office.ask(contract.plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, lead: 'Công an xã' },
    });
    const parts = partsOfStored(office.office.deps.db, planId)!;
    expect(parts).toMatchObject({ hasTable: true, year: 2026, emptyAreas: [] });
    expect(parts.rows.flatMap((row) => row.tasks).sort()).toEqual(table.tasks.map(({ text }) => text).sort());
    expect(parts.rows.filter((row) => row.lead === 'Công an xã').map((row) => row.tasks)).toEqual([[task.text]]);
    expect(partsOfStored(office.office.deps.db, 'khong-co')).toBeNull();
    await office.close();
    const to = join(temporaryFolder(), 'ra.docx');
    await run(document, { data: office.dataDir, id: planId, to });
    const text = wordText(to);
    for (const each of table.tasks) expect(text).toContain(each.text);
    for (const each of [...parts.preamble, ...parts.closing]) expect(text).toContain(each.replace(/\W+$/, ''));
    expect(text).toContain('Công an xã');
    expect(await refusal(document, { data: office.dataDir, id: 'khong-co', to, force: true })).toMatchObject({
      code: 'khong-tim-thay',
    });
  });

  it('writes a report as it stands, and a frozen one byte for byte as it was stored', async () => {
    const { office, planId } = await officeWithPlan();
    const report = await office.ask(contract.reports.open, { body: { planId, windowId: '2026-Q1' } });
    const data = office.dataDir;
    await office.close();
    const folder = temporaryFolder();
    await run(document, { data, id: report.id, to: join(folder, 'nhap.html') });
    expect(readFileSync(join(folder, 'nhap.html'), 'utf8')).toContain('BÁO CÁO');

    const again = makeOffice({ dataDir: data });
    await again.ask(contract.reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
    const stored = await again.raw(contract.reports.word, { params: { id: report.id } });
    const bytes = Buffer.from(await stored.arrayBuffer());
    await again.close();
    await run(document, { data, id: report.id, to: join(folder, 'chot.docx') });
    expect(readFileSync(join(folder, 'chot.docx')).equals(bytes)).toBe(true);
  });
});
