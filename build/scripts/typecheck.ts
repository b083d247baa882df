/** npm run typecheck: every folder against its own rules (`shared` sees neither DOM nor Node, `renderer` no Node, …). */
import { runTool } from './run.ts';

/** The five projects; each is checked alone, because each has other types in reach. */
export const projects = ['shared', 'db', 'electron', 'renderer', 'test'] as const;

/** The projects that do not type-check; their errors are printed by the compiler. */
export async function typecheck(): Promise<string[]> {
  const failed: string[] = [];
  for (const project of projects) {
    if ((await runTool('tsc', ['--project', project, '--pretty', 'false'])) !== 0) failed.push(project);
  }
  return failed;
}

if (import.meta.main) {
  const failed = await typecheck();
  console.log(failed.length === 0 ? 'types: right' : `types: wrong in ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
