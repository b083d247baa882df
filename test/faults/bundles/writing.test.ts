/** SPEC BN42 to BN47: the place written to fails at every single step, the export is cancelled or killed at any moment. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../../electron/bundles/files/disk.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, sampleInput, sha256Of, type Workplace } from '../../unit/bundles/bundle-sample.ts';
import { type Fault, failingDisk, sweep } from './failing-disk.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const digests = () => readdirSync(place.store).map((name) => sha256Of(readFileSync(join(place.store, name))));
const finished = () => readdirSync(place.out).filter((name) => !name.endsWith('.dang-ghi'));
const noWait = async () => undefined;

async function exportWith(fault: Fault | null) {
  const failing = failingDisk(fault);
  const answer = await writeBundle(sampleInput(place), undefined, undefined, { disk: failing.disk, wait: noWait });
  return { failing, answer };
}

async function clear(): Promise<void> {
  for (const name of readdirSync(place.out)) nodeDisk.unlinkSync(join(place.out, name));
}

const onTarget = (path: string) => path.startsWith(place.out);

const expected: Record<string, string[]> = {
  ENOSPC: ['dia-day'],
  EDQUOT: ['dia-day'],
  EFBIG: ['o-khong-nhan-tep-lon'],
  EACCES: ['khong-ghi-duoc'],
  EROFS: ['khong-ghi-duoc'],
  EIO: ['khong-co-noi'],
  ENOENT: ['khong-co-noi'],
  ENOTCONN: ['khong-co-noi'],
  EBUSY: ['tep-dang-ban'],
};

describe('every call on the target fails in turn', () => {
  test.each(Object.keys(expected))('%s once: an answer in words, nothing left, the next try works', async (code) => {
    sampleInput(place);
    const before = digests();
    expect(before).toHaveLength(2);
    await sweep(async (at) => {
      const { failing, answer } = await exportWith({ at, code, concerns: onTarget });
      if (answer.ok) expect(finished()).toEqual([answer.value.fileName]);
      else {
        expect([...(expected[code] ?? []), 'khong-co-noi'], `call ${at}`).toContain(answer.error.code);
        expect(answer.error.message).toMatch(/^\p{Lu}.*\.$/u);
        expect(finished()).toEqual([]);
      }
      for (const name of finished()) expect(await verifyBundle(join(place.out, name))).toMatchObject({ ok: true });
      expect(failing.open()).toBe(0);
      await clear();
      return failing;
    });
    expect(digests()).toEqual(before);
    expect((await exportWith(null)).answer.ok).toBe(true);
  });

  test.each(['ENOSPC', 'EIO'])(
    '%s from then on, tidying up included: never a final name that does not verify',
    async (code) => {
      let failed = 0;
      await sweep(async (at) => {
        const { failing, answer } = await exportWith({ at, code, forEver: true, concerns: onTarget });
        if (!answer.ok) failed++;
        for (const name of finished()) expect(await verifyBundle(join(place.out, name))).toMatchObject({ ok: true });
        expect((await exportWith(null)).answer.ok).toBe(true);
        await clear();
        return failing;
      });
      expect(failed).toBeGreaterThan(20);
    },
  );

  test('the final name appears in one step, and only after the file verifies under its temporary one', async () => {
    const seen: string[] = [];
    const { disk } = failingDisk(null, (call) => {
      if (finished().length > 0) seen.push(call);
    });
    await writeBundle(sampleInput(place), undefined, undefined, { disk, wait: noWait });
    expect(seen[0]).toBe('unlinkSync');
    expect(seen.filter((call) => call === 'writeSync' || call === 'readSync')).toEqual([]);
  });
});

describe('the store fails', () => {
  test.each([
    ['ENOENT', 'mat-minh-chung'],
    ['EIO', 'minh-chung-khong-doc'],
    ['EACCES', 'tep-dang-ban'],
  ])('%s on any call: the evidence is named, nothing is left', async (code, answerCode) => {
    await sweep(async (at) => {
      const { failing, answer } = await exportWith({ at, code, concerns: (path) => path.startsWith(place.store) });
      if (!answer.ok) {
        expect(answer.error.code).toBe(answerCode);
        expect(answer.error.path).toMatch(/^(Ảnh họp thôn\.jpg|Biên bản \(ký\)\.pdf)$/);
        expect(readdirSync(place.out)).toEqual([]);
      }
      await clear();
      return failing;
    });
  });
});

describe('a place with little room, a disk without links, a held file', () => {
  const statfs = (values: object) => ({
    ...nodeDisk,
    statfsSync: ((path: string) => ({ ...nodeDisk.statfsSync(path), ...values })) as typeof nodeDisk.statfsSync,
  });

  test('BN42: too little room is refused before the first byte', async () => {
    const disk = { ...statfs({ blocks: 10, bavail: 2, bsize: 4096 }), openSync: () => expect.unreachable() as never };
    const answer = await writeBundle(sampleInput(place), undefined, undefined, { disk });
    expect(answer).toMatchObject({ ok: false, error: { code: 'dia-day' } });
  });

  test('a place that does not tell its size is tried', async () => {
    const answer = await writeBundle(sampleInput(place), undefined, undefined, {
      disk: statfs({ blocks: 0, bavail: 0 }),
    });
    expect(answer.ok).toBe(true);
  });

  test.each(['EPERM', 'ENOTSUP'])(
    'BN45: without links (%s) the file is renamed, still never over another',
    async (code) => {
      const linkSync = () => {
        throw Object.assign(new Error('no links'), { code, syscall: 'link' });
      };
      const disk = { ...nodeDisk, linkSync };
      const [one, other] = [
        await writeBundle(sampleInput(place), undefined, undefined, { disk }),
        await writeBundle(sampleInput(place), undefined, undefined, { disk }),
      ];
      expect(one.ok && other.ok && one.value.fileName !== other.value.fileName).toBe(true);
      expect(readdirSync(place.out)).toHaveLength(2);
    },
  );

  test('BN45: a file of that name that appears at the last moment is not replaced', async () => {
    const input = sampleInput(place);
    let first = true;
    const linkSync: typeof nodeDisk.linkSync = (from, to) => {
      if (first) writeFileSync(to as string, 'vừa có');
      first = false;
      nodeDisk.linkSync(from, to);
    };
    const answer = await writeBundle(input, undefined, undefined, { disk: { ...nodeDisk, linkSync } });
    expect(answer.ok && answer.value.fileName).toBe(input.fileName.replace('.zip', '-2.zip'));
    expect(readFileSync(join(place.out, input.fileName), 'utf8')).toBe('vừa có');
  });

  test.each([
    [5, 'ok'],
    [10_000, 'tep-dang-ban'],
  ])('BN47: evidence held by another program %i times', async (times, end) => {
    let left = times;
    let waited = 0;
    const openSync: typeof nodeDisk.openSync = (path, ...rest) => {
      if (String(path).startsWith(place.store) && left-- > 0)
        throw Object.assign(new Error('held'), { code: 'EBUSY', syscall: 'open' });
      return nodeDisk.openSync(path, ...rest);
    };
    const wait = async (milliseconds: number) => {
      waited += milliseconds;
    };
    const answer = await writeBundle(sampleInput(place), undefined, undefined, {
      disk: { ...nodeDisk, openSync },
      wait,
    });
    expect(answer.ok ? 'ok' : answer.error.code).toBe(end);
    expect(waited).toBeLessThanOrEqual(60_000);
    expect(waited).toBeGreaterThan(0);
  });

  test('BN44: a disk that keeps other bytes than it was given is found out', async () => {
    let damaged = false;
    const fsyncSync: typeof nodeDisk.fsyncSync = (fd) => {
      nodeDisk.fsyncSync(fd);
      if (!damaged) nodeDisk.writeSync(fd, Buffer.from('?'), 0, 1, 4000);
      damaged = true;
    };
    const answer = await writeBundle(sampleInput(place), undefined, undefined, { disk: { ...nodeDisk, fsyncSync } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'doc-lai-sai' } });
    expect(readdirSync(place.out)).toEqual([]);
  });
});

describe('BN46: cancelled or killed', () => {
  test('a cancel at every question leaves nothing', async () => {
    for (let after = 0; ; after++) {
      let asked = 0;
      const answer = await writeBundle(sampleInput(place), undefined, () => asked++ >= after);
      if (answer.ok) {
        expect(after).toBeGreaterThan(20);
        return;
      }
      expect(answer.error.code).toBe('da-huy');
      expect(readdirSync(place.out)).toEqual([]);
    }
  });

  test('a cancel at every progress call leaves nothing', async () => {
    for (let stop = 0; stop < 4; stop++) {
      let calls = 0;
      let cancelled = false;
      const answer = await writeBundle(
        sampleInput(place),
        () => {
          cancelled ||= calls++ === stop;
        },
        () => cancelled,
      );
      if (stop < 3) expect(answer).toMatchObject({ ok: false, error: { code: 'da-huy' } });
      expect(finished()).toEqual(answer.ok ? [answer.value.fileName] : []);
      expect(readdirSync(place.out)).toHaveLength(finished().length);
    }
  });

  const program = `
    import { makeWorkplace, sampleInput, sha256Of } from ${JSON.stringify(new URL('../../unit/bundles/bundle-sample.ts', import.meta.url).href)};
    import { writeBundle } from ${JSON.stringify(new URL('../../../electron/bundles/write-bundle.ts', import.meta.url).href)};
    import { writeFileSync } from 'node:fs';
    const place = JSON.parse(process.argv[1]);
    const input = sampleInput(place);
    const large = Buffer.alloc(30 * 1024 * 1024, 'x');
    writeFileSync(place.store + '/large', large);
    const change = { sha256: sha256Of(large), bytes: large.length };
    Object.assign(input.data.evidence[0], change);
    Object.assign(input.files[0], change, { source: place.store + '/large' });
    let calls = 0;
    await writeBundle(input, () => { if (++calls === Number(process.argv[2])) process.kill(process.pid, 'SIGKILL'); });
  `;

  test.each([1, 3, 40, 140, 230, 245])(
    'killed for real at progress call %i: no final name, or a good bundle; the next export tidies up',
    async (call) => {
      const child = spawn(
        process.execPath,
        ['--input-type=module', '-e', program, JSON.stringify(place), String(call)],
        { stdio: 'inherit' },
      );
      const [, signal] = await once(child, 'exit');
      for (const name of finished()) expect(await verifyBundle(join(place.out, name))).toMatchObject({ ok: true });
      const leftovers = readdirSync(place.out).filter((name) => name.endsWith('.dang-ghi'));
      if (signal === 'SIGKILL') expect(leftovers).toHaveLength(1);
      for (const name of leftovers) utimesSync(join(place.out, name), 1, 1);
      const other = join(place.out, '.cua-nguoi-khac.dang-ghi');
      writeFileSync(other, 'x');
      utimesSync(other, 1, 1);
      expect((await exportWith(null)).answer.ok).toBe(true);
      expect(readdirSync(place.out).filter((name) => name.endsWith('.dang-ghi'))).toEqual(['.cua-nguoi-khac.dang-ghi']);
    },
  );

  test('a leftover that may belong to an export running now is left alone', async () => {
    const young = `.${sampleInput(place).fileName}.0123456789ab.dang-ghi`;
    writeFileSync(join(place.out, young), 'x');
    await exportWith(null);
    expect(existsSync(join(place.out, young))).toBe(true);
  });
});

test('a file size limit of the system (like FAT32) is an answer, not a crash', async () => {
  if (process.platform === 'win32') return;
  const script = `
    import { sampleInput } from ${JSON.stringify(new URL('../../unit/bundles/bundle-sample.ts', import.meta.url).href)};
    import { writeBundle } from ${JSON.stringify(new URL('../../../electron/bundles/write-bundle.ts', import.meta.url).href)};
    const answer = await writeBundle(sampleInput(JSON.parse(process.argv[1])));
    console.log(answer.ok ? 'ok' : answer.error.code);
  `;
  const command = 'trap "" XFSZ; ulimit -f 10; exec "$0" --input-type=module -e "$1" "$2"';
  const told = execFileSync('bash', ['-c', command, process.execPath, script, JSON.stringify(place)], {
    encoding: 'utf8',
  });
  expect(told.trim()).toBe('o-khong-nhan-tep-lon');
  expect(readdirSync(place.out)).toEqual([]);
});
