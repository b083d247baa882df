/** Runs in: main process. The desktop program's entry: gives the shell the real Electron and the real program. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as electron from 'electron';
import { defaultDataDir, rendererDir, thisMachine, windowProfileDir } from './hosts/places.ts';
import { openAppHost } from './server/open-app-host.ts';
import { startDesktop } from './shell/desktop.ts';
import { removableDrives } from './shell/drives.ts';

/** Electron puts words of its own among the arguments, so only ours is looked for. */
function chosenDataDir(): string | undefined {
  const at = process.argv.indexOf('--data');
  const given = at === -1 ? undefined : process.argv[at + 1];
  return given === undefined ? undefined : resolve(given);
}

const dataDir = chosenDataDir() ?? defaultDataDir(thisMachine());
const profile = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);

startDesktop(electron, {
  profileDir: windowProfileDir(thisMachine(), profile),
  rendererDir: rendererDir(),
  preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
  open: (tickets, printPdf) =>
    openAppHost({ dataDir, tickets: { redeem: (ticket) => tickets.redeem(ticket, 'save-folder') }, printPdf }),
  drives: () => removableDrives(),
  onDefect: (error) => console.error(error),
}).catch((error: unknown) => {
  console.error(error);
  electron.dialog.showErrorBox(
    'Sổ Việc gặp lỗi',
    'Sổ Việc chưa mở được. Dữ liệu đã lưu vẫn nguyên. Hãy mở lại; nếu vẫn lỗi, hãy cài lại Sổ Việc.',
  );
  electron.app.exit(1);
});
