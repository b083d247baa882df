import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hang } from '../support/patience.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const electronVersion = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  .version as string;

/** How Electron marks the place of its fuses in the program file: a fixed word, version 1, nine fuses, all on. */
const fuseWire = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09111111111', 'latin1');
/** An unsigned Windows program that comes with a packing tool; it stands in for Electron's own. */
const someWindowsProgram = join(root, 'node_modules', 'electron-winstaller', 'vendor', 'rcedit.exe');

/** Stands in for Electron's distribution, so that packing can be tried where it cannot be downloaded. */
function fakeElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'version'), `v${electronVersion}`);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('electron'), fuseWire]));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'electron.exe'), Buffer.concat([readFileSync(someWindowsProgram), fuseWire]));
}

/** A repository with the real configuration and icons, and what the build would have made as short files. */
function fakeRepository(folder: string): void {
  mkdirSync(join(folder, 'out', 'native'), { recursive: true });
  mkdirSync(join(folder, 'out', 'renderer', 'assets'), { recursive: true });
  for (const name of ['package.json', 'electron-builder.yml']) cpSync(join(root, name), join(folder, name));
  cpSync(join(root, 'build', 'icons'), join(folder, 'build', 'icons'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const made = [
    'main.cjs',
    'preload.cjs',
    'worker.js',
    'cli.js',
    'package.json',
    'renderer.stamp',
    'renderer/index.html',
    'renderer/assets/a.js',
  ];
  for (const name of made) writeFileSync(join(folder, 'out', name), name === 'package.json' ? '{}' : `// ${name}`);
  for (const machine of ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64']) {
    writeFileSync(join(folder, 'out', 'native', `${machine}.node`), machine);
  }
}

let base: string;
let repository: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'so-viec-packing-'));
  repository = join(base, 'repository');
  fakeElectron(join(base, 'electron'));
  fakeRepository(repository);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function pack(system: 'linux' | 'win'): { code: number | null; output: string } {
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = [
    cli,
    '--dir',
    `--${system}`,
    '--x64',
    '--projectDir',
    repository,
    `-c.electronDist=${join(base, 'electron')}`,
  ];
  const ran = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8', timeout: hang });
  return { code: ran.status, output: ran.stdout + ran.stderr };
}

/** Packing tools may still want the network for a part of their own; that says nothing about our configuration. */
const wantsNetwork = (output: string) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|cannot (download|resolve)|getaddrinfo/i.test(output);

describe.each([
  { system: 'linux', folder: 'linux-unpacked', program: 'so-viec', native: 'linux-x64.node' },
  { system: 'win', folder: 'win-unpacked', program: 'SoViec.exe', native: 'win32-x64.node' },
] as const)('packing for $system', ({ system, folder, program, native }) => {
  it('ships the bundles and one native part, with the fuses burnt (needs electron-builder to work without network)', async ({
    skip,
  }) => {
    const { code, output } = pack(system);
    if (code !== 0 && wantsNetwork(output)) skip(`electron-builder could not pack for ${system} without network here`);
    expect(output, 'packing failed').not.toContain('⨯');
    expect(code).toBe(0);

    const made = join(repository, 'release', folder);
    const archive = join(made, 'resources', 'app.asar');
    const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    expect(files.sort()).toEqual(
      [
        '/out',
        '/out/main.cjs',
        '/out/native',
        `/out/native/${native}`,
        '/out/package.json',
        '/out/preload.cjs',
        '/out/renderer',
        '/out/renderer/assets',
        '/out/renderer/assets/a.js',
        '/out/renderer/index.html',
        '/out/worker.js',
        '/package.json',
      ].sort(),
    );
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(manifest.main).toBe('out/main.cjs');

    const beside = join(made, 'resources', 'app.asar.unpacked', 'out');
    expect(existsSync(join(beside, 'worker.js'))).toBe(true);
    expect(readFileSync(join(beside, 'native', native), 'utf8')).toBe(native.replace('.node', ''));
    expect(readdirSync(join(made, 'locales')).sort()).toEqual(['en-US.pak', 'vi.pak']);

    const fuses = await getCurrentFuseWire(join(made, program));
    const on = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      fileProtocol: false,
      snapshot: false,
    });
  });
});

describe('the installers', () => {
  it('need no administrator, speak Vietnamese, and leave the office’s data alone', () => {
    const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    for (const line of [
      'perMachine: false',
      'allowElevation: false',
      'deleteAppDataOnUninstall: false',
      'language: "1066"',
    ]) {
      expect(configuration).toContain(line);
    }
    const names = [...configuration.matchAll(/artifactName: (.*)/g)].map((match) => match[1] ?? '');
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^[\x20-\x7e]+$/);
  });

  it('have an icon of every size Windows asks for', () => {
    const icon = readFileSync(join(root, 'build', 'icons', 'icon.ico'));
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, at) => icon.readUInt8(6 + at * 16) || 256);
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    for (let at = 0; at < sizes.length; at++) {
      const offset = icon.readUInt32LE(6 + at * 16 + 12);
      expect(icon.subarray(offset + 1, offset + 4).toString('latin1')).toBe('PNG');
      expect(icon.readUInt32BE(offset + 16)).toBe(sizes[at]);
    }
  });
});
