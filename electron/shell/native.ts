/**
 * Runs in: main process. The far end of the bridge: dialogs, printing, notices. The page that asks is checked, every argument
 * is checked, and the path a person chose stays here: the page gets a ticket.
 */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import {
  type BridgeProblem,
  bridgeChannels,
  type ChosenFile,
  type ChosenPlace,
  type FileUse,
  type RemovableDrive,
} from '../../shared/api/bridge.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { Tickets } from '../hosts/tickets.ts';
import { isPage } from './addresses.ts';
import type { Drive } from './drives.ts';
import type { ElectronModule } from './electron-module.ts';
import { proposedFileName } from './file-names.ts';

type Invoke = Electron.IpcMainInvokeEvent;

export type NativeParts = {
  readonly electron: Pick<ElectronModule, 'ipcMain' | 'dialog' | 'Notification'>;
  readonly tickets: Tickets;
  /** The open window, or null while there is none. */
  readonly window: () => Electron.BrowserWindow | null;
  readonly drives: () => Promise<readonly Drive[]>;
  readonly onDefect: (error: unknown) => void;
};

/** What each use is called in the dialog, and its endings; the first ending is the one a saved file gets. */
const uses: Readonly<Record<FileUse, { readonly name: string; readonly endings: readonly string[] }>> = {
  plan: { name: 'Kế hoạch (Word, Excel)', endings: ['docx', 'doc', 'xlsx', 'xls', 'txt'] },
  evidence: { name: 'Minh chứng', endings: ['*'] },
  bundle: { name: 'Gói của Sổ Việc', endings: ['zip'] },
  word: { name: 'Tài liệu Word', endings: ['docx'] },
  spreadsheet: { name: 'Bảng tính Excel', endings: ['xlsx'] },
  pdf: { name: 'Tài liệu PDF', endings: ['pdf'] },
};

const use = z.enum(['plan', 'evidence', 'bundle', 'word', 'spreadsheet', 'pdf']);
const chooseFiles = z.strictObject({ use, several: z.boolean() });
const saveAs = z.strictObject({ use, suggestedName: z.string().min(1).max(300) });
const notify = z.strictObject({ title: z.string().min(1).max(100), body: z.string().max(400) });
const nothing = z.undefined();

const notOurs: BridgeProblem = {
  code: 'khong-duoc-phep',
  message: 'Trang này không được phép làm việc đó. Dữ liệu vẫn nguyên. Hãy mở lại Sổ Việc rồi thử lại.',
};
const notUnderstood: BridgeProblem = {
  code: 'yeu-cau-sai',
  message: 'Sổ Việc không hiểu yêu cầu này nên không làm gì. Hãy mở lại cửa sổ rồi thử lại.',
};
const notDone: BridgeProblem = {
  code: 'khong-lam-duoc',
  message: 'Máy chưa làm được việc này. Dữ liệu vẫn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy mở lại Sổ Việc.',
};

/** Our page itself, in its main frame: not evidence shown inside it, and not a frame that has gone. */
function askedByPage(event: Invoke, window: Electron.BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    window !== null &&
    event.sender === window.webContents &&
    frame.parent === null &&
    isPage(frame.url)
  );
}

const filter = (wanted: FileUse) => ({ name: uses[wanted].name, extensions: [...uses[wanted].endings] });
const anyFile = { name: 'Mọi tệp', extensions: ['*'] };

/** Connects the bridge's messages. Each answers a Result; nothing is thrown across. */
export function connectBridge({ electron, tickets, window, drives, onDefect }: NativeParts): void {
  function answer<T, V>(
    channel: string,
    schema: z.ZodType<T>,
    work: (asked: T, over: Electron.BrowserWindow) => Promise<V>,
  ): void {
    electron.ipcMain.handle(channel, async (event, ...given): Promise<Result<V, BridgeProblem>> => {
      const over = window();
      if (over === null || !askedByPage(event, over)) return fail(notOurs);
      const asked = given.length > 1 ? null : schema.safeParse(given[0]);
      if (asked === null || !asked.success) return fail(notUnderstood);
      try {
        return ok(await work(asked.data, over));
      } catch (error) {
        onDefect(error);
        return fail(notDone);
      }
    });
  }

  const place = (path: string, kind: 'save-file' | 'save-folder'): ChosenPlace => ({
    ticket: tickets.issue(path, kind),
    name: basename(path),
  });

  answer(bridgeChannels.chooseFiles, chooseFiles, async ({ use: wanted, several }, over): Promise<ChosenFile[]> => {
    const chosen = await electron.dialog.showOpenDialog(over, {
      properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: wanted === 'evidence' ? [anyFile] : [filter(wanted), anyFile],
    });
    if (chosen.canceled) return [];
    return Promise.all(
      chosen.filePaths.map(async (path) => ({
        size: (await stat(path)).size,
        ticket: tickets.issue(path, 'open-file'),
        name: basename(path),
      })),
    );
  });

  answer(bridgeChannels.chooseFolder, nothing, async (_asked, over): Promise<ChosenPlace | null> => {
    const chosen = await electron.dialog.showOpenDialog(over, { properties: ['openDirectory', 'createDirectory'] });
    const [path] = chosen.filePaths;
    return chosen.canceled || path === undefined ? null : place(path, 'save-folder');
  });

  answer(bridgeChannels.saveAs, saveAs, async ({ use: wanted, suggestedName }, over): Promise<ChosenPlace | null> => {
    const chosen = await electron.dialog.showSaveDialog(over, {
      defaultPath: proposedFileName(suggestedName),
      filters: [filter(wanted)],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return chosen.canceled || chosen.filePath === '' ? null : place(chosen.filePath, 'save-file');
  });

  answer(
    bridgeChannels.print,
    nothing,
    (_asked, over) =>
      new Promise<boolean>((resolve, reject) => {
        over.webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
          if (printed || /cancel/i.test(reason)) resolve(printed);
          else reject(new Error(`printing failed: ${reason}`));
        });
      }),
  );

  answer(bridgeChannels.removableDrives, nothing, async (): Promise<RemovableDrive[]> => {
    const plugged = await drives();
    return plugged.map(({ path, label, freeBytes }) => ({
      ticket: tickets.issue(path, 'save-folder'),
      name: label,
      freeBytes,
    }));
  });

  answer(bridgeChannels.notify, notify, async ({ title, body }): Promise<null> => {
    if (electron.Notification.isSupported()) new electron.Notification({ title, body, silent: true }).show();
    return null;
  });
}
