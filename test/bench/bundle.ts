/**
 * Bundles: export (digests, zip, sync, read-back), encrypted export, verify and receive, against what people would do by hand with the
 * same files on the same disk: `cp -r`, `zip -0` with `sha256sum`, the bare cipher. 256 MB in 500 files; `--mb=1024` for a
 * full gigabyte, `--mb=100 --files=20000` for very many small ones.
 */
import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEncryptionKeys } from '../../electron/bundles/encryption/locks.ts';
import type { WriteBundleInput, WrittenBundle } from '../../electron/bundles/write-bundle.ts';
import type { ReportBundle } from '../../shared/bundle/manifest-v1.ts';
import { sampleCard, sampleData, sampleKeys, sha256Of } from '../unit/bundles/bundle-sample.ts';
import type { StepResult } from './bundle-run.ts';
import { check, inTurn, ratio, round, type Suite, timed } from './measure.ts';

const runs = 3;
/** The memory a work thread of the program gets (`electron/work`): 6 MB of young memory are two halves of 2 MB and a reserve. */
const asInItsThread = ['--max-old-space-size=1024', '--max-semi-space-size=2'];
const option = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual);
const megabytes = option('mb', 256);
const files = option('files', 500);

export const bundle: Suite = async (say) => {
  const root = mkdtempSync(join(tmpdir(), 'so-viec-bench-goi-'));
  const folder = (name: string): string => {
    const path = join(root, name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return path;
  };
  const run = (step: string, given: object): StepResult =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [...asInItsThread, fileURLToPath(new URL('bundle-run.ts', import.meta.url)), step, JSON.stringify(given)],
        {
          encoding: 'utf8',
        },
      ),
    );
  try {
    say(`bundle: ${files} files, ${megabytes} MB`);
    const keys = await createEncryptionKeys();
    const store = folder('kho');
    const plain = makeInput(store, join(root, 'usb'), megabytes);
    const inputFile = join(root, 'plain.json');
    const lockedFile = join(root, 'locked.json');
    writeFileSync(inputFile, JSON.stringify(plain));
    writeFileSync(lockedFile, JSON.stringify({ ...plain, lock: { recipients: [keys.recipient] } }));
    const out = plain.folder;
    const memory: Record<string, number> = {};
    const step = (name: string, step: string, given: object) => {
      const result = run(step, { ...given, identity: keys.identity });
      memory[name] = Math.max(memory[name] ?? 0, round(result.memoryMb));
      return result;
    };

    // Right before fast.
    folder('usb');
    const checked: string[] = [];
    const written = step('export', 'export', { inputFile }).answer as WrittenBundle;
    const locked = step('encrypted export', 'export', { inputFile: lockedFile }).answer as WrittenBundle;
    execFileSync('unzip', ['-tqq', written.path]);
    check(true, 'unzip finds no fault in the bundle', checked);
    check(written.contentDigest === locked.contentDigest, 'plain and encrypted hold the same content', checked);
    check(
      step('verify', 'verify', { path: written.path }).answer === 'nhu-quynh',
      'verified, signed by the unit',
      checked,
    );
    check(
      step('verify encrypted', 'verify', { path: locked.path }).answer === 'nhu-quynh',
      'so is the encrypted one',
      checked,
    );
    const staged = step('receive', 'receive', { path: locked.path, staging: folder('tam') }).answer;
    check(staged === files, 'every file received', checked);
    const sums = execFileSync('sh', ['-c', 'cd "$1" && sha256sum *', 'sh', join(root, 'tam')], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    check(
      sums
        .trim()
        .split('\n')
        .every((line) => line.slice(0, 64) === line.slice(66)),
      'and every received file has its digest by sha256sum',
      checked,
    );
    const kept = { written: join(root, 'ro.zip'), locked: join(root, 'khoa.age') };
    execFileSync('mv', [written.path, kept.written]);
    execFileSync('mv', [locked.path, kept.locked]);

    const shell = (command: string) => () =>
      timed(() => execFileSync('sh', ['-c', command, 'sh', store, out, kept.written]));
    const fresh = <T>(act: () => T): T => {
      folder('usb');
      return act();
    };
    const times = await inTurn(runs, {
      export: async () => fresh(() => step('export', 'export', { inputFile }).ms),
      'cp -r, sync': async () => fresh(shell('cp -r "$1" "$2/ban-sao" && sync -f "$2"')),
      'zip -0, sha256sum, sync': async () =>
        fresh(shell('cd "$1" && zip -0 -q -r "$2/a.zip" . && sha256sum * > "$2/sums" && sync -f "$2"')),
      'encrypted export': async () => fresh(() => step('encrypted export', 'export', { inputFile: lockedFile }).ms),
      'bare cipher, synced, read back': async () =>
        fresh(() => step('bare cipher', 'cipher', { inputFile, target: join(out, 'x') }).ms),
      verify: async () => step('verify', 'verify', { path: kept.written }).ms,
      'verify encrypted': async () => step('verify encrypted', 'verify', { path: kept.locked }).ms,
      sha256sum: shell('sha256sum "$3"'),
      receive: async () => step('receive', 'receive', { path: kept.written, staging: folder('tam') }).ms,
    });
    const named = Object.entries(memory).map(([name, value]) => [`memory of ${name}, MB`, value] as const);
    return {
      suite: `bundle, ${megabytes} MB in ${files} files`,
      measured: { ...times, ...Object.fromEntries(named) },
      ratios: {
        'export / cp -r': ratio(times.export, times['cp -r, sync']),
        'export / zip -0 with sha256sum': ratio(times.export, times['zip -0, sha256sum, sync']),
        'encrypted export / cp -r': ratio(times['encrypted export'], times['cp -r, sync']),
        'encrypted export / bare cipher': ratio(times['encrypted export'], times['bare cipher, synced, read back']),
        'verify / sha256sum': ratio(times.verify, times.sha256sum),
        'verify encrypted / sha256sum': ratio(times['verify encrypted'], times.sha256sum),
        'receive / cp -r': ratio(times.receive, times['cp -r, sync']),
      },
      checked,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** A report with this many files of random bytes in a store, from a few KB to some MB. */
function makeInput(store: string, folder: string, totalMegabytes: number): WriteBundleInput & { data: ReportBundle } {
  const data = sampleData();
  const [first] = data.evidence;
  const [row] = data.rows;
  if (!first || !row) throw new Error('the sample has evidence');
  const average = (totalMegabytes * 1_000_000) / files;
  data.evidence = Array.from({ length: files }, (_, index) => {
    const bytes = Math.round(average * (0.1 + (1.8 * index) / (files - 1)));
    const content = randomFillSync(Buffer.allocUnsafe(bytes));
    const sha256 = sha256Of(content);
    writeFileSync(join(store, sha256), content);
    const path = `data/minh-chung/tep-${index + 1}.bin`;
    return { ...first, id: `mc-${index + 1}`, fileName: `Tệp ${index + 1}.bin`, path, sha256, bytes };
  });
  // A row names 5,000 proofs at most (BN38).
  const ids = data.evidence.map(({ id }) => id);
  data.rows = Array.from({ length: Math.ceil(files / 5000) }, (_, at) => ({
    ...row,
    taskId: `${row.taskId}-${at}`,
    evidenceIds: ids.slice(at * 5000, (at + 1) * 5000),
  }));
  data.report.docx = null;
  return {
    folder,
    fileName: 'bao-cao.zip',
    data,
    files: data.evidence.map(({ path, sha256, bytes }) => ({
      path: path ?? '',
      sha256: sha256 ?? '',
      bytes: bytes ?? 0,
      source: join(store, sha256 ?? ''),
    })),
    documents: [],
    keys: sampleKeys,
    card: sampleCard,
  };
}
