/**
 * A busy machine for a while: threads that do nothing but turn, beside a command or beside `npm test` (`SO_VIEC_BUSY=4 npm test`).
 *
 *   node build/scripts/busy.ts 4 npm run test:unit -- test/api      ends with the command's exit code
 */
import { spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';

/** Starts `count` threads that keep a processor busy each until this process ends. */
export function keepBusy(count: number): void {
  for (let at = 0; at < count; at++) new Worker('for (;;);', { eval: true }).unref();
}

/** `SO_VIEC_BUSY=4`: four; none where it is not set. Throws where it is no number of threads. */
export function askedBusy(asked = process.env.SO_VIEC_BUSY): number {
  const count = Number(asked ?? 0);
  if (!Number.isInteger(count) || count < 0) throw new Error(`SO_VIEC_BUSY is a number as 4; found ${asked}`);
  return count;
}

if (import.meta.main) {
  const [count, command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('node build/scripts/busy.ts COUNT COMMAND …');
  keepBusy(askedBusy(count));
  // Windows starts npm only through a shell.
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
