/**
 * Runs in: main process. Sticks and cards that are plugged in now. Each system has its own list: Windows is asked through its
 * own PowerShell (Node cannot tell a stick from a disk), Linux and macOS by where they mount them.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** `label` is for showing; `freeBytes` is null where the system does not say. */
export type Drive = { readonly path: string; readonly label: string; readonly freeBytes: number | null };

const disk = z.object({
  DeviceID: z.string().regex(/^[A-Z]:$/),
  VolumeName: z.string().nullish(),
  FreeSpace: z.number().nullish(),
});

/** Reads PowerShell's JSON: one object for one disk, a list for several, nothing for none. Other shapes give no drives. */
export function windowsDrives(json: string): Drive[] {
  if (json.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : [value]).flatMap((entry) => {
    const read = disk.safeParse(entry);
    if (!read.success) return [];
    const { DeviceID, VolumeName, FreeSpace } = read.data;
    const label = VolumeName ? `${VolumeName} (${DeviceID})` : `Ổ ${DeviceID}`;
    return [{ path: `${DeviceID}\\`, label, freeBytes: FreeSpace ?? null }];
  });
}

/** The places below /media and /run/media in Linux's table of mounts, where desktops put what is plugged in. */
export function linuxMounts(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const place = line.split(' ')[1];
    if (place === undefined) return [];
    // The table writes blanks and other awkward bytes of a name in octal; bytes, because names are UTF-8.
    const bytes = place.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const path = bytes === place ? place : Buffer.from(bytes, 'latin1').toString('utf8');
    return /^\/(run\/)?media\/./.test(path) ? [path] : [];
  });
}

async function withFreeSpace(path: string): Promise<Drive[]> {
  try {
    const space = await statfs(path);
    return [{ path, label: basename(path), freeBytes: space.bavail * space.bsize }];
  } catch {
    // Pulled out between the list and the question.
    return [];
  }
}

const query =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
  "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType = 2' | Where-Object { $_.Size } | " +
  'Select-Object DeviceID, VolumeName, FreeSpace | ConvertTo-Json -Compress';

async function askWindows(): Promise<Drive[]> {
  // By its full path: a program of the same name in the working folder must not be taken for it.
  const shell = join(
    process.env.SystemRoot ?? 'C:\\Windows',
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  );
  const { stdout } = await promisify(execFile)(shell, ['-NoProfile', '-NonInteractive', '-Command', query], {
    encoding: 'utf8',
    // PowerShell alone takes an old, busy computer some ten seconds to start.
    timeout: 60_000,
    windowsHide: true,
  });
  return windowsDrives(stdout);
}

/** The drives plugged in now. An empty list where there are none; throws when the system cannot be asked. */
export async function removableDrives(platform: NodeJS.Platform = process.platform): Promise<readonly Drive[]> {
  if (platform === 'win32') return askWindows();
  if (platform === 'darwin') {
    const volumes = await readdir('/Volumes', { withFileTypes: true });
    // The system's own disk appears there as a link.
    const places = volumes.filter((entry) => entry.isDirectory()).map((entry) => join('/Volumes', entry.name));
    return (await Promise.all(places.map(withFreeSpace))).flat();
  }
  const table = await readFile('/proc/self/mounts', 'latin1');
  return (await Promise.all(linuxMounts(table).map(withFreeSpace))).flat();
}
