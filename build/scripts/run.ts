import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './freshness.ts';

/** The script behind a package's command, to be run with this Node: `.cmd` files, which Windows needs a shell for, are not used. */
const commands = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

/** Where a tool's output goes: at once, or in one piece at its end under a heading, for one that runs beside others (all of it on stdout). */
export type Output = 'at once' | { readonly atEndUnder: string };

/** Runs a tool in the repository; gives its exit code. */
export function runTool(
  tool: keyof typeof commands,
  args: readonly string[],
  output: Output = 'at once',
): Promise<number> {
  return runNode([join(root, 'node_modules', commands[tool]), ...args], output);
}

/** Runs a script with this Node in the repository; gives its exit code. */
export function runNode(args: readonly string[], output: Output = 'at once'): Promise<number> {
  return new Promise((resolve, reject) => {
    const isKept = output !== 'at once';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: isKept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: isKept && process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
    });
    const kept: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => kept.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      if (isKept) process.stdout.write(Buffer.concat([Buffer.from(`\n${output.atEndUnder}\n`), ...kept]));
      resolve(code ?? 1);
    });
  });
}
