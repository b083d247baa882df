/**
 * npm start -- [--data DIR] [--port N] [--no-open]
 * Opens the desktop window where Electron can run; otherwise, or with --port, the same program in the browser.
 */
import { spawn } from 'node:child_process';
import { defaultDataDir, rendererDir, thisMachine } from '../../electron/hosts/places.ts';
import { runLoopback } from '../../electron/hosts/run-loopback.ts';
import { readStartArguments, type StartArguments } from '../../electron/hosts/start-arguments.ts';
import { openAppHost } from '../../electron/server/open-app-host.ts';
import { type Desktop, findDesktop } from './desktop-program.ts';
import { root } from './freshness.ts';
import { buildDesktopIfNeeded } from './node-bundles.ts';
import { openBrowser } from './open-browser.ts';
import { buildRenderer, rendererIsCurrent } from './renderer-build.ts';

const hasScreen = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Runs the window until it is closed; gives its exit code. */
function runWindow(program: string, dataDir: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [root, '--data', dataDir], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
    // Ctrl+C reaches the window as well; this process waits for it to close cleanly.
    process.on('SIGINT', () => undefined);
  });
}

async function start({ dataDir = defaultDataDir(thisMachine()), port, open }: StartArguments): Promise<number> {
  if (!rendererIsCurrent()) {
    console.error('Đang dựng giao diện …');
    await buildRenderer();
  }
  const desktop: Desktop =
    port === undefined
      ? findDesktop({ platform: process.platform, env: process.env, user: process.getuid?.() })
      : { program: null, why: 'đã chọn --port' };
  if (desktop.program !== null) {
    await buildDesktopIfNeeded();
    return runWindow(desktop.program, dataDir);
  }
  return runLoopback({
    port: port ?? 0,
    rendererDir: rendererDir(),
    open: () => openAppHost({ dataDir, tickets: null }),
    onReady: ({ address }) => {
      console.log(`Sổ Việc chạy trong trình duyệt, vì ${desktop.why}: ${address}`);
      if (open && hasScreen()) openBrowser(address);
    },
    onRefused: (message) => console.error(message),
  });
}

const read = readStartArguments(process.argv.slice(2));
if (read.ok) {
  process.exitCode = await start(read.value);
} else {
  console.error(read.error.message);
  process.exitCode = 2;
}
