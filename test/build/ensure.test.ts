import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../build/scripts/ensure.cjs', import.meta.url));
const platform = process.platform === 'win32' ? 'win' : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

/**
 * Plays npm: writes down what it was asked and which lock was held, then does what the test says. A real Node is put
 * where the package would bring it.
 */
const fakeNpm = `
const fs = require('node:fs'), path = require('node:path'), os = require('node:os');
const plan = JSON.parse(fs.readFileSync('plan.json', 'utf8'));
const calls = fs.existsSync('calls.json') ? JSON.parse(fs.readFileSync('calls.json', 'utf8')) : [];
calls.push({ args: process.argv.slice(2), locks: fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('so-viec-ensure')) });
fs.writeFileSync('calls.json', JSON.stringify(calls));
console.log('npm speaks on stdout');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/.bin', { recursive: true });
const step = plan[Math.min(calls.length, plan.length) - 1];
if (step === 'fail') process.exit(1);
if (step === 'without-node') process.exit(0);
const bin = path.join('node_modules', ${JSON.stringify(nodePackage)}, 'bin');
fs.mkdirSync(bin, { recursive: true });
if (process.platform === 'win32') fs.copyFileSync(process.execPath, path.join(bin, 'node.exe'));
else fs.symlinkSync(process.execPath, path.join(bin, 'node'));
`;

let folder: string;
let temp: string;

beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'so-viec-build-'));
  folder = join(base, 'repository');
  temp = join(base, 'temp');
  mkdirSync(join(folder, 'build', 'scripts'), { recursive: true });
  mkdirSync(temp);
  for (const name of ['ensure.cjs', 'test-tools.cjs'])
    cpSync(join(dirname(script), name), join(folder, 'build', 'scripts', name));
  writeFileSync(join(folder, 'package.json'), '{"name":"x"}');
  writeFileSync(
    join(folder, 'package-lock.json'),
    '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"},"node_modules/b":{"version":"1.0.0","optional":true}}}',
  );
  writeFileSync(join(folder, 'npm-cli.js'), fakeNpm);
  plan('install');
});

afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const plan = (...steps: ('install' | 'fail' | 'without-node')[]) =>
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(steps));

function calls(): { args: string[]; locks: string[] }[] {
  const file = join(folder, 'calls.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

type Ran = { code: number | null; stdout: string; stderr: string };

/** Runs the script as npm would; `onWords` hears its stderr while it runs. */
function ensure(args: string[] = [], onWords?: (words: string) => void): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'build', 'scripts', 'ensure.cjs'), ...args], {
      cwd: folder,
      env: {
        ...process.env,
        npm_execpath: join(folder, 'npm-cli.js'),
        npm_node_execpath: process.execPath,
        TMPDIR: temp,
        TEMP: temp,
        TMP: temp,
      },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onWords?.(stderr);
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('a fresh machine', () => {
  it('installs once, then has nothing to do until the lockfile changes', async () => {
    expect((await ensure()).code).toBe(0);
    expect(calls()[0]?.args).toEqual(
      expect.arrayContaining(['ci', '--ignore-scripts', '--include=optional', '--prefer-offline']),
    );
    expect((await ensure()).stderr).toBe('');
    expect(calls()).toHaveLength(1);
    writeFileSync(join(folder, 'package-lock.json'), '{"packages":{"":{},"node_modules/c":{"version":"2.0.0"}}}');
    await ensure();
    expect(calls()).toHaveLength(2);
  });

  it('gives the scripts their Node although npm left the command out', async () => {
    await ensure();
    expect(existsSync(join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))).toBe(
      true,
    );
  });

  it('keeps stdout for the script that follows', async () => {
    const first = await ensure(['--quiet']);
    expect(first.stdout).toBe('');
    expect(first.stderr).not.toContain('Đang cài');
    expect((await ensure()).stdout).toBe('');
  });

  it('tries again without the cache', async () => {
    plan('fail', 'install');
    expect((await ensure()).code).toBe(0);
    expect(calls().map(({ args }) => args.includes('--prefer-offline'))).toEqual([true, false]);
  });

  it('says what to do when it cannot install, and starts over next time', async () => {
    plan('fail', 'fail', 'install');
    const refused = await ensure();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Không cài được các thành phần cần thiết');
    expect(readdirSync(temp)).toEqual([]);
    expect((await ensure()).code).toBe(0);
    expect(calls()).toHaveLength(3);
  });

  it('takes an installation made by hand as it is, when nothing is missing', async () => {
    const put = (name: string) => {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}');
    };
    put('a');
    const bin = join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    mkdirSync(dirname(bin), { recursive: true });
    cpSync(process.execPath, bin);
    writeFileSync(
      join(folder, 'node_modules', '.package-lock.json'),
      '{"packages":{"node_modules/a":{"version":"1.0.0"}}}',
    );
    await ensure();
    expect(calls()).toEqual([]);
    writeFileSync(join(folder, 'package.json'), '{"name":"y"}');
    writeFileSync(
      join(folder, 'node_modules', '.package-lock.json'),
      '{"packages":{"node_modules/a":{"version":"0.9.0"}}}',
    );
    await ensure();
    expect(calls()).toHaveLength(1);
  });
});

describe('two commands at once', () => {
  it('waits for the other one, and takes over from a dead one', async () => {
    await ensure();
    const [lock] = calls()[0]?.locks ?? [];
    expect(lock).toBeDefined();
    const file = join(temp, lock ?? '');

    rmSync(join(folder, 'node_modules'), { recursive: true });
    // This test lives, so it counts as the other command; it ends when the script says that it waits.
    writeFileSync(file, String(process.pid));
    const waited = await ensure([], (words) => words.includes('xin đợi') && rmSync(file, { force: true }));
    expect(waited.stderr).toContain('Một lệnh khác đang cài đặt');
    expect(calls()).toHaveLength(2);

    rmSync(join(folder, 'node_modules'), { recursive: true });
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.on('close', resolve));
    writeFileSync(file, String(dead.pid));
    expect((await ensure()).code).toBe(0);
    expect(calls()).toHaveLength(3);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the browser', () => {
  it('is the one CHROME_PATH names, and asking installs nothing', () => {
    const { findBrowser } = createRequire(import.meta.url)(script) as { findBrowser(): string | null };
    const before = process.env.CHROME_PATH;
    process.env.CHROME_PATH = process.execPath;
    try {
      expect(findBrowser()).toBe(process.execPath);
    } finally {
      if (before === undefined) delete process.env.CHROME_PATH;
      else process.env.CHROME_PATH = before;
    }
  });
});
