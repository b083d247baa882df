import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../electron/headless.ts', import.meta.url));

let dataDir: string;
const running: { readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'so-viec-headless-'));
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.child.kill('SIGKILL');
    await program.ended;
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** The program as its own process; `line` waits for the first line of stdout, `ended` for the end. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) resolve(stdout.trim());
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    void ended.then(() => reject(new Error(`ended without an address: ${stderr}`)));
  });
  line.catch(() => undefined);
  const program = { child, line, ended };
  running.push(program);
  return program;
}

describe('the program without a window', () => {
  it('prints the address, answers there, and ends cleanly when told', async () => {
    const program = start('--data', dataDir, '--json');
    const { address, origin, token } = JSON.parse(await program.line) as Record<string, string>;
    expect(address).toBe(`${origin}/#k=${token}`);
    const refused = await fetch(`${origin}/api/profiles`);
    expect(refused.status).toBe(403);
    const asked = await fetch(`${origin}/api/profiles`, { headers: { Authorization: `Bearer ${token}` } });
    expect(asked.status).not.toBe(403);
    await asked.arrayBuffer();
    // As from a terminal and from npm at once: both together are one wish.
    program.child.kill('SIGINT');
    program.child.kill('SIGTERM');
    const { code } = await program.ended;
    // Windows has no polite signal between processes: there the end is always abrupt.
    if (process.platform !== 'win32') expect(code).toBe(0);

    // Nothing of the first run stands in the way of the next.
    const again = start('--data', dataDir);
    expect(await again.line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/);
  });

  it('refuses a second start on the same data with a sentence, and the first goes on', async () => {
    const first = start('--data', dataDir, '--json');
    const { origin } = JSON.parse(await first.line) as Record<string, string>;
    const second = await start('--data', dataDir).ended;
    expect(second.code).toBe(1);
    expect(second.stdout).toBe('');
    expect(second.stderr).toContain('đang được mở');
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect((await fetch(`${origin}/api/profiles`)).status).toBe(403);
  });

  it('HO10 refuses a port that is taken, and leaves the data closed', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.on('listening', resolve));
    const taken = other.address();
    if (taken === null || typeof taken === 'string') throw new Error('no port');
    const refused = await start('--data', dataDir, '--port', String(taken.port)).ended;
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`Cổng ${taken.port}`);
    expect(await start('--data', dataDir).line).toMatch(/^http/);
  });

  it('says how it is used', async () => {
    const wrong = await start('--dta', dataDir).ended;
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('Cách dùng');
  });
});
