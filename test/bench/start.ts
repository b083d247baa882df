/** The shipped program until it answers, against Node merely opening the same database; and the memory of the idle server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLargeOffice } from './large-office.ts';
import { check, inTurn, ratio, round, type Suite } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'out', 'cli.js');

export const start: Suite = async (say) => {
  if (!existsSync(program)) throw new Error('out/cli.js is missing: run npm run build first');
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const { office } = openLargeOffice(folder, 500);
  await office.close();
  const checked: string[] = [];
  const memory: number[] = [];
  try {
    const opening = `const D = require('better-sqlite3'); const db = new D(process.argv[1]); db.pragma('journal_mode = WAL');
      console.log(db.prepare('select count(*) from task').pluck().get())`;
    say('start: the shipped program against a bare opening …');
    const times = await inTurn(7, {
      program: () =>
        untilLine([program, 'start', '--data', folder, '--port', '0', '--json'], async (line, child) => {
          const { origin } = JSON.parse(line) as { origin: string };
          check((await fetch(origin)).ok, 'the page answers', checked);
          memory.push(residentMegabytes(child));
        }),
      floor: () =>
        untilLine(['-e', opening, join(folder, 'so-viec.db')], async (line) =>
          check(line === '500', 'the floor reads the same data', checked),
        ),
    });
    const idle = memory.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    return {
      suite: 'start',
      measured: { ...times, 'idle server, MB resident': idle[Math.floor(idle.length / 2)] ?? Number.NaN },
      ratios: { 'start / bare opening': ratio(times.program, times.floor) },
      checked: [...new Set(checked)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Milliseconds from spawning until the first line; then `then` looks, and the process is ended. */
function untilLine(
  args: readonly string[],
  then: (line: string, child: ChildProcess) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let text = '';
    let took: number | null = null;
    child.stdout.on('data', async (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (took !== null || !text.includes('\n')) return;
      took = performance.now() - started;
      try {
        await then(text.slice(0, text.indexOf('\n')).trim(), child);
      } catch (error) {
        reject(error);
      }
      child.kill('SIGTERM');
    });
    child.on('close', () => (took === null ? reject(new Error('the process ended without a line')) : resolve(took)));
  });
}

/** Resident memory of a process; not a number where the system does not say. */
function residentMegabytes(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
