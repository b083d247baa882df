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

/** Runs a tool in the repository with its output on ours; gives its exit code. */
export function runTool(tool: keyof typeof commands, args: readonly string[]): Promise<number> {
  return runNode([join(root, 'node_modules', commands[tool]), ...args]);
}

/** Runs a script with this Node in the repository; gives its exit code. */
export function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
