/** An export from the office's side: the program killed while it writes, the place full or gone. SPEC BN42 to BN47, BN32. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../electron/bundles/verify.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { type Commune, commune, communeOf, superior } from '../support/exchange.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';
import { smallDisk } from '../support/small-disk.ts';
import { until } from '../support/until.ts';

const { plans, work, sending, office, trust } = contract;

const cli = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

async function withProof(from: Commune, megabytes: number): Promise<string> {
  const { tasks } = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  await from.made.ask(work.addFile, {
    query: { name: 'Ảnh.bin', task: tasks[0]?.id ?? '', window: from.windowId },
    bytes: new Uint8Array(megabytes * 1024 * 1024).fill(7),
  });
  return from.freeze();
}

const finished = (folder: string) => readdirSync(folder).filter((name) => !name.endsWith('.dang-ghi'));

/** Runs `cli export` and kills it as soon as `when` holds; answers whether it was killed before its own end. */
function killedExport(from: Commune, out: string, key: string, when: () => boolean): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [cli, 'export', '--data', from.made.dataDir, '--window', key, '--to', out, '--json'],
    {
      stdio: 'ignore',
    },
  );
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (when()) child.kill('SIGKILL');
    }, 1);
    child.once('exit', (_, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL');
    });
  });
}

describe('the program is killed while it sends', () => {
  const moments: [string, (out: string, dataDir: string) => boolean][] = [
    ['once its number is held', (_, dataDir) => existsSync(join(dataDir, 'khoa-ky', 'so-goi-gui.json'))],
    ['while the file is written', (out) => existsSync(out) && readdirSync(out).length > 0],
    ['as the file gets its name', (out) => existsSync(out) && finished(out).length > 0],
  ];
  it.each(moments)('%s: no half file under the final name, no number twice, the next try works', async (_, when) => {
    const from = await commune();
    await withProof(from, 10);
    const { windows, currentWindowId } = await from.made.ask(office.state);
    const key = windows.find(({ id }) => id === currentWindowId)?.key ?? '';
    await from.made.close();
    const out = join(temporaryFolder(), 'usb');
    const killed = await killedExport(from, out, key, () => when(out, from.made.dataDir));
    expect(killed).toBe(true);
    mkdirSync(out, { recursive: true });
    for (const name of finished(out)) expect(await verifyBundle(join(out, name))).toMatchObject({ ok: true });
    const left = new Set(finished(out));
    const again = await communeOf(makeOffice({ dataDir: from.made.dataDir, exportDirs: [out] }), out);
    const report = await again.open();
    const { sent } = await again.send(report.id);
    expect(sent.sequence).toBe(1);
    expect(await verifyBundle(join(out, sent.fileName))).toMatchObject({ ok: true });
    // What the killed run left finished is the same bundle, so the superior sees one report and no fork.
    const to = await superior();
    for (const name of [...left, sent.fileName]) await to.take(readFileSync(join(out, name)));
    const next = await again.send(await again.nextVersion('Sau khi mất điện'));
    expect(next.sent.sequence).toBe(2);
    expect((await to.take(next.bytes)).check).toMatchObject({ standing: 'thay-the', warnings: [] });
    expect(await to.wall()).toMatchObject([{ sequence: 2 }]);
    expect((await to.made.ask(trust.view)).forks).toEqual([]);
    expect((await again.made.ask(office.doctor, { body: {} })).ok).toBe(true);
  });

  it('something else sent after a kill does not give the held number again', async () => {
    const from = await commune();
    await withProof(from, 10);
    const { windows, currentWindowId } = await from.made.ask(office.state);
    const key = windows.find(({ id }) => id === currentWindowId)?.key ?? '';
    await from.made.close();
    const out = join(temporaryFolder(), 'usb');
    await killedExport(from, out, key, () => existsSync(out) && finished(out).length > 0);
    const [first = ''] = finished(out);
    const again = await communeOf(makeOffice({ dataDir: from.made.dataDir, exportDirs: [out] }), out);
    const { sent, bytes } = await again.send(await again.nextVersion('Bản khác'));
    // The ledger may have known the first one before the kill; either way the second is the next.
    expect(sent.sequence).toBe(2);
    const to = await superior();
    await to.take(readFileSync(join(out, first)));
    expect((await to.take(bytes)).check.warnings).toEqual([]);
  });
});

describe('the place', () => {
  it.each([
    ['in one file', null],
    ['in parts', 2_000_000],
  ])('is full, %s: said in words, nothing left, nothing in the ledger; another place works', async (_, splitBytes) => {
    const disk = smallDisk(8);
    if (disk === null) {
      console.warn('no small disk can be mounted here: a full target is tried in test/faults/bundles alone');
      return;
    }
    const stick = temporaryFolder();
    const from = await communeOf((await practiceOn([disk, stick])).made, stick);
    const reportId = await withProof(from, 12);
    const body = { reportId, placeId: 'them-0', ticket: null, splitBytes };
    const job = await from.made.finish(await from.made.ask(sending.exportBundle, { body }));
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'dia-day', message: expect.stringContaining('đã đầy') },
    });
    expect(readdirSync(disk)).toEqual([]);
    expect((await from.made.ask(sending.ledger)).entries).toEqual([]);
    const good = await from.made.finish(
      await from.made.ask(sending.exportBundle, { body: { ...body, placeId: 'them-1' } }),
    );
    expect(good.state).toBe('done');
    expect(good.result).toMatchObject({ sequence: 1 });
  });

  it('is pulled out while it is written: said in words, the ledger knows nothing of it, the next try works', async () => {
    const usb = join(temporaryFolder(), 'usb');
    mkdirSync(usb);
    const from = await communeOf((await practiceOn([usb])).made, usb);
    const reportId = await withProof(from, 40);
    const job = await from.made.ask(sending.exportBundle, { body: { reportId, placeId: 'them-0', ticket: null } });
    await until(() => readdirSync(usb).length > 0);
    rmSync(usb, { recursive: true, force: true });
    const ended = await from.made.finish(job);
    expect(ended).toMatchObject({ state: 'failed', error: { code: 'khong-co-noi' } });
    expect((await from.made.ask(sending.ledger)).entries).toEqual([]);
    mkdirSync(usb);
    expect((await from.send(reportId)).sent.sequence).toBe(1);
    expect((await from.made.ask(office.doctor, { body: {} })).ok).toBe(true);
  });
});

async function practiceOn(exportDirs: string[]) {
  const made = makeOffice({ exportDirs });
  await made.ask(office.practice, { body: {} });
  return { made };
}
