import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildNodeBundles, commandLine, desktop } from '../../build/scripts/node-bundles.ts';
import { hang } from '../support/patience.ts';

/** Stands in for Electron inside the bundle: says that it is ready, keeps the protocol's handler, opens nothing. */
const standIn = `
const { EventEmitter } = require('node:events');
const nothing = () => undefined;
const session = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: nothing, setPermissionCheckHandler: nothing, setDevicePermissionHandler: nothing,
  setDisplayMediaRequestHandler: nothing, setSpellCheckerEnabled: nothing, webRequest: { onBeforeRequest: nothing },
  protocol: { handle: (scheme, handler) => { globalThis.ask = handler; } },
});
class BrowserWindow extends EventEmitter {
  webContents = new EventEmitter();
  loadURL = async () => globalThis.opened();
}
module.exports = {
  app: Object.assign(new EventEmitter(), {
    isPackaged: true, commandLine: { appendSwitch: nothing }, setPath: nothing, setAppUserModelId: nothing, enableSandbox: nothing,
    requestSingleInstanceLock: () => true, whenReady: async () => undefined, quit: nothing, exit: (code) => process.exit(code),
  }),
  dialog: { showErrorBox: (title, text) => console.error(title, text) },
  session: { defaultSession: session },
  protocol: { registerSchemesAsPrivileged: nothing },
  ipcMain: { handle: nothing },
  Menu: { buildFromTemplate: nothing, setApplicationMenu: nothing },
  Notification: class {}, shell: {}, BrowserWindow,
};
`;

/** Plays the window: asks for the page, has the sample plan made and read in work threads, then quits as Electron does. */
const windowScript = `
const api = (path, init) => ask(new Request('app://so-viec/api' + path, init)).then((answer) => answer.json());
globalThis.opened = async () => {
  const page = await ask(new Request('app://so-viec/'));
  let job = await api('/reads/sample', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    job = await api('/jobs/' + job.id);
  }
  console.log(JSON.stringify({ page: await page.text(), job: job.state, error: job.error }));
  const { app } = require('electron');
  app.quit = () => process.exit(0);
  app.emit('will-quit', { preventDefault: () => undefined });
};
require('./main.cjs');
`;

let folder: string;
let out: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-viec bundles ạ-'));
  out = join(folder, 'out');
  mkdirSync(join(out, 'renderer'), { recursive: true });
  writeFileSync(join(out, 'renderer', 'index.html'), 'Sổ Việc');
  mkdirSync(join(folder, 'node_modules', 'electron'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', 'electron', 'index.js'), standIn);
  writeFileSync(join(out, 'window.cjs'), windowScript);
  await buildNodeBundles([...new Set([...desktop, ...commandLine])], out);
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: hang });

/** The modules a bundle loads by name when it starts. */
const loads = (file: string) =>
  [
    ...readFileSync(join(out, file), 'utf8').matchAll(
      /^(?:import .*? from|import|(?:let|const|var) .*? = require\() ?"([^"]+)"/gm,
    ),
  ].map((match) => match[1] ?? '');

describe('bundles in a folder of their own, under a name with blanks and Vietnamese letters', () => {
  it('load nothing but Node and, on the desktop, Electron', () => {
    for (const file of ['main.cjs', 'preload.cjs', 'cli.js', 'worker.js']) {
      const foreign = loads(file).filter(
        (name) => !/^(node:.*|electron|module|url|fs|path|util|os|crypto|events|stream|buffer)$/.test(name),
      );
      expect(foreign, file).toEqual([]);
    }
    expect(loads('preload.cjs')).toEqual(['electron']);
    expect(loads('cli.js')).not.toContain('electron');
  });

  it('carry SQLite for every machine the program is shipped for', () => {
    expect(readdirSync(join(out, 'native')).sort()).toEqual([
      'darwin-arm64.node',
      'darwin-x64.node',
      'linux-arm64.node',
      'linux-x64.node',
      'win32-arm64.node',
      'win32-x64.node',
    ]);
  });

  it('run the desktop program, its database and its work threads', () => {
    const ran = run(join(out, 'window.cjs'), '--data', join(folder, 'dữ liệu'));
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toEqual({ page: 'Sổ Việc', job: 'done', error: null });
    expect(ran.status).toBe(0);
  });

  it('run the command line with nothing but Node', () => {
    const ran = run(join(out, 'cli.js'), 'doctor', '--data', join(folder, 'dữ liệu'), '--json');
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
  });

  it('refuse a Node that is too old for SQLite with a sentence, where it would end without a word', () => {
    const older = join(folder, 'older.cjs');
    writeFileSync(
      older,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.13.1', napi: '9' } });",
    );
    const ran = run('--require', older, join(out, 'cli.js'), 'doctor', '--data', folder, '--json');
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      error: { code: 'node-cu', message: expect.stringContaining('22.13.1') },
    });
    expect(run('--require', older, join(out, 'cli.js')).stderr).toContain('cần Node.js 22.14 trở lên');
  });
});
