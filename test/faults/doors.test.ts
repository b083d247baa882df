/** Bad input at every door: a clear Vietnamese sentence, nothing stored, nothing lost. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobPath } from '../../db/blobs.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { openOffice } from '../../electron/server/open-office.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice, type TestOffice, temporaryFolder } from '../support/make-office.ts';
import { smallDisk } from '../support/small-disk.ts';

const { office, plans, work, receiving } = contract;

/** Vietnamese, a whole sentence, no English, no path of ours, no stack. */
function expectClear(message: string): void {
  expect(message).toMatch(/[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]/i);
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(/error|undefined|null|\bat \/|node_modules|Exception/i);
}

/** Everything the office holds, as one digest: equal means nothing changed. */
function snapshot({ office: { deps }, dataDir }: TestOffice): string {
  const tables = deps.db.sqlite
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'search_index%' order by name`)
    .pluck()
    .all() as string[];
  const hash = createHash('sha256');
  for (const table of tables)
    hash.update(JSON.stringify([table, deps.db.sqlite.prepare(`select * from ${table}`).all()]));
  for (const entry of readdirSync(dataFolder(dataDir).evidence, { recursive: true }).map(String).sort())
    hash.update(entry);
  return hash.digest('hex');
}

async function practice(): Promise<TestOffice & { taskId: string; windowId: string; planId: string }> {
  const made = makeOffice();
  await made.ask(office.practice, { body: {} });
  const state = await made.ask(office.state);
  const planId = state.plans[0]!.id;
  const windowId = state.currentWindowId!;
  const table = await made.ask(plans.table, { params: { id: planId }, query: { window: windowId } });
  return { ...made, taskId: table.tasks[0]!.id, windowId, planId };
}

const foreign: [string, string, Uint8Array][] = [
  ['an empty file', 'rong.docx', new Uint8Array()],
  ['a picture', 'anh.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a cut zip', 'cut.docx', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(300, 7)])],
  ['random bytes', 'la.docx', createHash('sha512').update('x').digest()],
  ['an old .doc', 'cu.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])],
  ['an HTML page of another kind', 'trang.pdf', Buffer.from('%PDF-1.7 khong phai ke hoach')],
];

describe('opening a plan', () => {
  it.each(foreign)('RD1 refuses %s and stores nothing', async (_, name, bytes) => {
    const made = await practice();
    const before = snapshot(made);
    const job = await made.finish(await made.ask(plans.read, { query: { name }, bytes }));
    expect(job.state).toBe('failed');
    expectClear(job.error!.message);
    expect(snapshot(made)).toBe(before);
  });

  it('refuses more than 50 MB at the door', async () => {
    const made = await practice();
    const refused = await made.refusal(plans.read, {
      query: { name: 'to.docx' },
      bytes: new Uint8Array(50 * 1024 * 1024 + 1),
    });
    expect(refused).toMatchObject({ status: 413, code: 'qua-lon' });
    expectClear(refused.message);
  });

  it('keeps nothing of a read that is gone', async () => {
    const made = await practice();
    const read = await made.finish(await made.ask(plans.readSample, { body: {} }));
    const result = await made.ask(plans.readResult, { params: { id: read.id } });
    const refused = await made.refusal(plans.keep, {
      body: { readId: 'khac', year: 2024, header: result.plan!, rows: result.rows },
    });
    expect(refused.code).toBe('khong-tim-thay');
    expectClear(refused.message);
  });
});

describe('receiving a bundle', () => {
  it.each(foreign)('refuses %s and receives nothing', async (_, name, bytes) => {
    const made = await practice();
    const before = snapshot(made);
    const response = await made.raw(receiving.check, { query: { name }, bytes });
    if (response.status === 422) expectClear(((await response.json()) as { error: { message: string } }).error.message);
    else {
      const job = await made.finish((await response.json()) as never);
      expect(job.result).toMatchObject({ standing: 'khong-nhan', report: null });
      expectClear((job.result as { standingText: string }).standingText);
    }
    expect(snapshot(made)).toBe(before);
    expect(readdirSync(dataFolder(made.dataDir).staging)).toEqual([]);
  });
});

describe('adding proof', () => {
  it('refuses an empty file', async () => {
    const made = await practice();
    const before = snapshot(made);
    const refused = await made.refusal(work.addFile, {
      query: { name: 'rong.png', task: made.taskId, window: made.windowId },
      bytes: new Uint8Array(),
    });
    expect(refused.code).toBe('tep-rong');
    expectClear(refused.message);
    expect(snapshot(made)).toBe(before);
  });

  it('says so when a stored file is missing or was changed, and keeps the rest', async () => {
    const made = await practice();
    const { evidence } = await made.ask(work.addFile, {
      query: { name: 'a.txt', task: made.taskId, window: made.windowId },
      bytes: Buffer.from('nội dung'),
    });
    const path = blobPath(dataFolder(made.dataDir), evidence.sha256!);
    truncateSync(path, 3);
    const changed = await made.refusal(work.viewEvidence, { params: { id: evidence.id }, body: { download: true } });
    expect(changed.code).toBe('minh-chung-hong');
    expectClear(changed.message);
    rmSync(path);
    const missing = await made.refusal(work.viewEvidence, { params: { id: evidence.id }, body: { download: true } });
    expect(missing.code).toBe('mat-minh-chung');
    expectClear(missing.message);
    const doctor = await made.ask(office.doctor, { body: {} });
    expect(doctor.ok).toBe(false);
    expect(doctor.lines.find((line) => !line.ok)?.text).toContain('thiếu 1 tệp');
    expect((await made.ask(work.evidence, { query: {} })).evidence.some((each) => each.id === evidence.id)).toBe(true);
    const again = await made.ask(work.addFile, { query: { name: 'a.txt' }, bytes: Buffer.from('nội dung') });
    expect(again.evidence.id).toBe(evidence.id);
    expect((await made.ask(office.doctor, { body: {} })).ok).toBe(true);
  });

  it.each(['../../../etc/passwd', 'C:\\Windows\\x.png', 'a/b\\c.png', 'con\u0000trol.png', '  .  '])(
    'takes %j as a mere name',
    async (name) => {
      const made = await practice();
      const { evidence } = await made.ask(work.addFile, { query: { name }, bytes: Buffer.from(`noi dung ${name}`) });
      expect(evidence.fileName).not.toMatch(/[\\/:\p{Cc}]/u);
      expect(existsSync(blobPath(dataFolder(made.dataDir), evidence.sha256!))).toBe(true);
    },
  );
});

describe('a full disk', () => {
  it('refuses the write, keeps what was there, and works again when there is room', async () => {
    const made = await practice();
    const { sqlite } = made.office.deps.db;
    const before = snapshot(made);
    sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`);
    const body = {
      taskId: made.taskId,
      windowId: made.windowId,
      revision: null,
      state: 'xong' as const,
      doneText: 'x'.repeat(8000),
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: 'y'.repeat(4000),
      proposal: '',
    };
    const known = await made.ask(plans.table, { params: { id: made.planId }, query: { window: made.windowId } });
    const revision = known.tasks.find((task) => task.id === made.taskId)?.progress?.revision ?? null;
    let refused = null;
    for (let attempt = 0; attempt < 40 && refused === null; attempt++)
      refused = await made.refusal(work.saveProgress, { body: { ...body, revision } }).catch(() => null);
    expect(refused).toMatchObject({ status: 507, code: 'dia-day' });
    expectClear(refused!.message);
    expect(snapshot(made)).toBe(before);
    sqlite.pragma('max_page_count = 1000000');
    await made.ask(work.saveProgress, { body: { ...body, revision } });
    expect((await made.ask(office.doctor, { body: {} })).ok).toBe(true);
  });

  it('refuses a proof that does not fit a real small disk, and leaves nothing half', async ({ skip }) => {
    const disk = smallDisk(6);
    if (disk === null) return skip('no right to mount a small file system here');
    const made = makeOffice({ dataDir: join(disk, 'du-lieu') });
    await made.ask(office.practice, { body: {} });
    const refused = await made.refusal(work.addFile, {
      query: { name: 'to.bin' },
      bytes: new Uint8Array(8 * 1024 * 1024).fill(7),
    });
    expect(refused).toMatchObject({ status: 507, code: 'dia-day' });
    expectClear(refused.message);
    expect(readdirSync(dataFolder(made.dataDir).staging)).toEqual([]);
    await made.ask(work.addFile, { query: { name: 'nho.txt' }, bytes: Buffer.from('vừa chỗ') });
    expect((await made.ask(office.doctor, { body: {} })).ok).toBe(true);
    await made.close();
  });
});

describe('starting', () => {
  it('refuses a second start on the same data, and says since when', async () => {
    const made = await practice();
    const second = openOffice({ dataDir: made.dataDir, tickets: null });
    expect(second).toMatchObject({ ok: false, error: { refused: 'dang-mo' } });
    if (!second.ok) expectClear(second.error.message);
    expect((await made.ask(office.state)).plans).toHaveLength(1);
  });

  it('refuses data of a newer program and data that are no data, untouched', async () => {
    const made = await practice();
    made.office.deps.db.sqlite.exec(`insert into schema_step values (9990, 'later', 'x', 1)`);
    await made.close();
    const path = dataFolder(made.dataDir).database;
    const before = readFileSync(path);
    const newer = openOffice({ dataDir: made.dataDir, tickets: null });
    expect(newer).toMatchObject({ ok: false, error: { refused: 'tu-ban-moi' } });
    if (!newer.ok) expectClear(newer.error.message);
    expect(readFileSync(path).equals(before)).toBe(true);
    writeFileSync(path, 'khong phai co so du lieu'.repeat(999));
    const broken = openOffice({ dataDir: made.dataDir, tickets: null });
    expect(broken).toMatchObject({ ok: false, error: { refused: 'du-lieu-hong' } });
    if (!broken.ok) expectClear(broken.error.message);
  });

  it('refuses a place it cannot write to', () => {
    const file = join(temporaryFolder(), 'tep');
    writeFileSync(file, 'x');
    const refused = openOffice({ dataDir: join(file, 'du-lieu'), tickets: null });
    expect(refused).toMatchObject({ ok: false, error: { refused: 'khong-ghi-duoc' } });
  });
});
