import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.ts';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number on Linux and macOS. */
  readonly user: number | undefined;
};

export type Desktop = { readonly program: string } | { readonly program: null; readonly why: string };

/**
 * Electron's program file, or in Vietnamese why the window cannot be opened here. The package `electron` itself is not asked:
 * merely loading it starts a download.
 */
export function findDesktop(
  { platform, env, user }: Machine,
  electron = join(root, 'node_modules', 'electron'),
): Desktop {
  const path = join(electron, 'path.txt');
  const name = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'), name || 'electron');
  if ((name === '' && env.ELECTRON_OVERRIDE_DIST_PATH === undefined) || !existsSync(program)) {
    return {
      program: null,
      why: 'máy này chưa có Electron (cài một lần khi có mạng: npx install-electron)',
    };
  }
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { program: null, why: 'máy này không có màn hình' };
  // Chromium's sandbox does not run for root, and the window is never opened without it.
  if (user === 0) return { program: null, why: 'đang chạy bằng quyền root' };
  return { program };
}
