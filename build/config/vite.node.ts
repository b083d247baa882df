import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type NodeBundle = {
  /** Source file, relative to the repository. */
  readonly entry: string;
  /** File made in `out/`; `.cjs` gives CommonJS, `.js` an ES module. */
  readonly file: string;
};

/**
 * SQLite's native part is built for Node-API 10 and brings an older Node down without a word, so this is asked before anything
 * else: plain JavaScript that every Node still understands.
 */
const refuseOldNode = `if (!(Number(process.versions.napi) >= 10)) {
  const message = 'Sổ Việc cần Node.js 22.14 trở lên, máy này có Node.js ' + process.versions.node +
    '. Chưa mở và chưa đổi gì. Hãy cài Node.js mới hơn rồi chạy lại.';
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code: 'node-cu', message } }));
  else console.error(message);
  process.exit(1);
}`;

/**
 * One entry becomes one file that needs no node_modules: only Node's own modules and Electron stay outside. SQLite's native
 * part cannot be inside a script, so it lies beside it in `out/native` (see `db/native-binding.ts`).
 */
export function nodeBundle({ entry, file }: NodeBundle, outDir: string): InlineConfig {
  const commonJs = file.endsWith('.cjs');
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${root}${entry}`,
        external: ['electron', ...builtinModules, /^node:/],
        output: {
          format: commonJs ? 'cjs' : 'esm',
          entryFileNames: file,
          codeSplitting: false,
          banner: commonJs ? '' : refuseOldNode,
        },
      },
    },
  };
}
