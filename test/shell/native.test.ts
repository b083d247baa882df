import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTickets, type Tickets } from '../../electron/hosts/tickets.ts';
import { proposedFileName } from '../../electron/shell/file-names.ts';
import { connectBridge } from '../../electron/shell/native.ts';
import {
  type BridgeProblem,
  bridgeChannels,
  type ChosenFile,
  type ChosenPlace,
  type RemovableDrive,
} from '../../shared/api/bridge.ts';
import type { Result } from '../../shared/core/result.ts';
import { type FakeFrame, FakeWindow, type Recorder, recorder } from './recorder.ts';

let seen: Recorder;
let window: FakeWindow | null;
let tickets: Tickets;
let folder: string;
let defects: unknown[];
let brokenDrives: boolean;

beforeEach(() => {
  seen = recorder();
  window = new FakeWindow({});
  tickets = createTickets(() => 0);
  folder = mkdtempSync(join(tmpdir(), 'so-viec-shell-'));
  defects = [];
  brokenDrives = false;
  connectBridge({
    electron: seen.electron,
    tickets,
    window: () => window as unknown as Electron.BrowserWindow | null,
    drives: async () => {
      if (brokenDrives) throw new Error('/media/secret is gone');
      return [{ path: folder, label: 'USB VAN THU', freeBytes: 1024 }];
    },
    onDefect: (error) => defects.push(error),
  });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sends a message as the page would, or as `frame` or another sender would. */
async function send<T>(
  channel: string,
  given: unknown[],
  from: { frame?: FakeFrame | null; sender?: unknown } = {},
): Promise<Result<T, BridgeProblem>> {
  const handler = seen.handlers.get(channel);
  if (handler === undefined) throw new Error(`nobody listens on ${channel}`);
  const contents = window?.webContents;
  const event = {
    sender: from.sender ?? contents,
    senderFrame: from.frame === undefined ? contents?.mainFrame : from.frame,
  };
  // What crosses between processes is a copy, as the browser makes it.
  return handler(event, ...structuredClone(given));
}

async function value<T>(channel: string, ...given: unknown[]): Promise<T> {
  const answer = await send<T>(channel, given);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const refused = (answer: Result<unknown, BridgeProblem>) => (answer.ok ? 'answered' : answer.error.code);

describe('SH7 who may ask', () => {
  const page: FakeFrame = { url: 'app://so-viec/', parent: null };

  it('SH7 listens on the channels of the bridge and no other', () => {
    expect([...seen.handlers.keys()].sort()).toEqual(Object.values(bridgeChannels).sort());
  });

  it.each<[string, FakeFrame | null]>([
    ['a frame that has gone', null],
    ['evidence shown in the page', { url: 'app://minh-chung/e/abc', parent: page }],
    ['evidence as the main page', { url: 'app://minh-chung/e/abc', parent: null }],
    ['a frame of our own address inside the page', { url: 'app://so-viec/in', parent: page }],
    ['a foreign page', { url: 'https://evil.example/', parent: null }],
    ['a page that looks alike', { url: 'app://so-viec.evil.example/', parent: null }],
    ['a page with a name before the host', { url: 'app://so-viec@evil.example/', parent: null }],
    ['no address', { url: '', parent: null }],
  ])('SH7 refuses %s', async (_name, frame) => {
    for (const channel of Object.values(bridgeChannels)) {
      expect(refused(await send(channel, [], { frame })), channel).toBe('khong-duoc-phep');
    }
    expect(seen.dialog.asked).toEqual([]);
    expect(window?.webContents.prints).toEqual([]);
  });

  it('SH7 refuses another window, and everybody while there is none', async () => {
    expect(refused(await send(bridgeChannels.print, [], { sender: {} }))).toBe('khong-duoc-phep');
    window = null;
    expect(refused(await send(bridgeChannels.print, [], { frame: page }))).toBe('khong-duoc-phep');
  });
});

describe('SH7 what may be asked', () => {
  const hostile: [keyof typeof bridgeChannels, unknown[]][] = [
    ['chooseFiles', []],
    ['chooseFiles', [null]],
    ['chooseFiles', ['plan']],
    ['chooseFiles', [{ use: 'plan' }]],
    ['chooseFiles', [{ use: '__proto__', several: true }]],
    ['chooseFiles', [{ use: 'plan', several: 'yes' }]],
    ['chooseFiles', [{ use: 'plan', several: true, defaultPath: '/etc/passwd' }]],
    ['chooseFiles', [{ use: 'plan', several: true }, { defaultPath: '/etc' }]],
    ['chooseFolder', [{ defaultPath: 'C:\\' }]],
    ['chooseFolder', ['C:\\']],
    ['saveAs', [{ use: 'word', suggestedName: '' }]],
    ['saveAs', [{ use: 'word', suggestedName: 'x'.repeat(301) }]],
    ['saveAs', [{ use: 'exe', suggestedName: 'a.exe' }]],
    ['saveAs', [{ use: 'word', suggestedName: ['a'] }]],
    ['print', [{ silent: true, deviceName: 'x' }]],
    ['removableDrives', [0]],
    ['notify', [{ title: '', body: '' }]],
    ['notify', [{ title: 'a', body: 'x'.repeat(401) }]],
    ['notify', [{ title: 'a', body: 'b', icon: '/etc/passwd' }]],
    ['notify', [new Map([['title', 'a']])]],
    ['notify', [JSON.parse('{"title":"a","body":"b","__proto__":{"x":1},"constructor":1}')]],
  ];

  it.each(hostile)('SH7 %s refuses %j', async (name, given) => {
    const answer = await send(bridgeChannels[name], given);
    expect(refused(answer)).toBe('yeu-cau-sai');
    expect(seen.dialog.asked).toEqual([]);
    expect(seen.notices).toEqual([]);
    expect(window?.webContents.prints).toEqual([]);
  });

  it('SH7 answers a failure with a sentence and keeps its text inside', async () => {
    brokenDrives = true;
    const answer = await send(bridgeChannels.removableDrives, []);
    expect(refused(answer)).toBe('khong-lam-duoc');
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(defects).toHaveLength(1);
  });
});

describe('SH8 places are tickets', () => {
  it('SH8 gives files as name, size and a ticket for reading', async () => {
    const path = join(folder, 'Kế hoạch 2024.docx');
    writeFileSync(path, 'abcde');
    seen.dialog.open = { canceled: false, filePaths: [path] };
    const [file] = await value<ChosenFile[]>(bridgeChannels.chooseFiles, { use: 'plan', several: false });
    expect(file).toMatchObject({ name: 'Kế hoạch 2024.docx', size: 5 });
    expect(JSON.stringify(file)).not.toContain(folder);
    expect(seen.dialog.asked[0]?.properties).toEqual(['openFile']);
    expect(tickets.redeem(file?.ticket ?? '', 'open-file')).toBe(path);
  });

  it('SH8 lets several files be chosen only when asked', async () => {
    await value(bridgeChannels.chooseFiles, { use: 'evidence', several: true });
    expect(seen.dialog.asked[0]?.properties).toEqual(['openFile', 'multiSelections']);
  });

  it('SH8 gives a folder for writing, and nothing when the person cancels', async () => {
    expect(await value(bridgeChannels.chooseFolder)).toBeNull();
    expect(await value(bridgeChannels.chooseFiles, { use: 'plan', several: true })).toEqual([]);
    expect(await value(bridgeChannels.saveAs, { use: 'word', suggestedName: 'Báo cáo' })).toBeNull();
    seen.dialog.open = { canceled: false, filePaths: [folder] };
    const place = await value<ChosenPlace>(bridgeChannels.chooseFolder);
    expect(tickets.redeem(place.ticket, 'open-file')).toBeNull();
    const again = await value<ChosenPlace>(bridgeChannels.chooseFolder);
    expect(tickets.redeem(again.ticket, 'save-folder')).toBe(folder);
  });

  it('SH8 gives a place to save, under a proposed name', async () => {
    const path = join(folder, 'Báo cáo quý I.docx');
    seen.dialog.save = { canceled: false, filePath: path };
    const place = await value<ChosenPlace>(bridgeChannels.saveAs, {
      use: 'word',
      suggestedName: '../../Báo cáo quý I.docx',
    });
    expect(place.name).toBe('Báo cáo quý I.docx');
    expect(seen.dialog.asked[0]?.defaultPath).toBe('Báo cáo quý I.docx');
    expect(tickets.redeem(place.ticket, 'save-file')).toBe(path);
  });

  it('SH8 gives sticks by their label', async () => {
    const [drive] = await value<RemovableDrive[]>(bridgeChannels.removableDrives);
    expect(drive).toMatchObject({ name: 'USB VAN THU', freeBytes: 1024 });
    expect(JSON.stringify(drive)).not.toContain(folder);
    expect(tickets.redeem(drive?.ticket ?? '', 'save-folder')).toBe(folder);
  });
});

describe('printing and notices', () => {
  it('opens the print dialog, and tells a cancel from a failure', async () => {
    expect(await value(bridgeChannels.print)).toBe(true);
    expect(window?.webContents.prints).toEqual([{ silent: false, printBackground: true }]);
    if (window !== null) window.webContents.printAnswer = { printed: false, reason: 'Print job canceled' };
    expect(await value(bridgeChannels.print)).toBe(false);
    if (window !== null) window.webContents.printAnswer = { printed: false, reason: 'Invalid printer settings' };
    expect(refused(await send(bridgeChannels.print, []))).toBe('khong-lam-duoc');
  });

  it('shows a notice', async () => {
    expect(
      await value(bridgeChannels.notify, { title: 'Đã xuất gói', body: 'Gói báo cáo quý I đã ghi xong.' }),
    ).toBeNull();
    expect(seen.notices).toEqual([{ title: 'Đã xuất gói', body: 'Gói báo cáo quý I đã ghi xong.', silent: true }]);
  });
});

describe('SH9 proposed names', () => {
  it.each([
    ['Báo cáo quý I/2024.docx', 'Báo cáo quý I 2024.docx'],
    ['..\\..\\Windows\\x.docx', 'Windows x.docx'],
    ['  . ', 'So Viec'],
    ['con.docx', '_con.docx'],
    ['LPT1', '_LPT1'],
    ['a\u202Excod.exe', 'axcod.exe'],
    ['tên\u0000\n.docx', 'tên.docx'],
    ['e\u0302'.repeat(1), 'ê'],
  ])('SH9 makes %j into %j', (given, proposed) => {
    expect(proposedFileName(given)).toBe(proposed);
  });

  it('SH9 keeps names short enough for old disks', () => {
    expect(proposedFileName('ậ'.repeat(300)).length).toBe(120);
  });
});
