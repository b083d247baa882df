/**
 * Where a bundle may be written without a native dialog: well-known folders and drives of this computer, as opaque ids. The page never
 * names a path; it picks one of these or hands over a ticket that the window's folder dialog issued.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { homedir, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import type { DataFolder } from '../../../db/data-folder.ts';

export type Place = { readonly id: string; readonly label: string; readonly path: string; readonly removable: boolean };

export type Places = {
  list(): Place[];
  /** The folder behind an id or a dialog's ticket; null when it is gone or was never offered. */
  find(given: { placeId: string | null; ticket: string | null }): Place | null;
};

export type FolderTickets = { redeem(id: string): string | null };

/** `extra` adds folders named at start (tests, a shared folder of the office). */
export function createPlaces(folder: DataFolder, tickets: FolderTickets | null, extra: readonly string[] = []): Places {
  const list = (): Place[] => [
    ...drives(),
    ...extra.filter(isFolder).map((path, index) => ({ id: `them-${index}`, label: path, path, removable: false })),
    ...homeFolders(),
    { id: 'kho-goi', label: 'Thư mục "goi" trong dữ liệu Sổ Việc', path: folder.bundles, removable: false },
  ];
  return {
    list,
    find: ({ placeId, ticket }) => {
      if (ticket !== null) {
        const path = tickets?.redeem(ticket) ?? null;
        return path === null ? null : { id: 'hop-thoai', label: path, path, removable: false };
      }
      return list().find((place) => place.id === placeId) ?? null;
    },
  };
}

/** Bytes free where the place lies; null when the system does not say. */
export async function freeBytes(path: string): Promise<number | null> {
  const stat = await statfs(path).catch(() => null);
  return stat && stat.bsize * stat.bavail;
}

function homeFolders(): Place[] {
  const named = [
    { id: 'man-hinh', label: 'Màn hình nền (Desktop)', folder: 'Desktop' },
    { id: 'tai-lieu', label: 'Tài liệu (Documents)', folder: 'Documents' },
    { id: 'tai-ve', label: 'Tải về (Downloads)', folder: 'Downloads' },
  ];
  return named
    .map(({ id, label, folder }) => ({ id, label, path: join(homedir(), folder), removable: false }))
    .filter((place) => isFolder(place.path));
}

/** Windows names drives by letters (C: is the system's own); Linux mounts sticks below /media or /run/media. */
function drives(): Place[] {
  if (platform() === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
      .map((letter) => ({
        id: `o-${letter.toLowerCase()}`,
        label: `Ổ ${letter}:`,
        path: `${letter}:\\`,
        removable: true,
      }))
      .filter((place) => isFolder(place.path));
  const user = userInfo().username;
  return [join('/media', user), join('/run/media', user), '/Volumes']
    .filter(isFolder)
    .flatMap((parent) => readdirSync(parent).map((name) => ({ name, path: join(parent, name) })))
    .filter(({ path }) => isFolder(path))
    .map(({ name, path }) => ({
      id: `o-${Buffer.from(name).toString('hex').slice(0, 60)}`,
      label: `Ổ ${name}`,
      path,
      removable: true,
    }));
}

const isFolder = (path: string): boolean =>
  existsSync(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
