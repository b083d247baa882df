/** Runs in: main process. One window per data folder: a second start brings the first one to the front and ends. */
import type { ElectronModule } from './electron-module.ts';

/**
 * Whether this process is the first for its profile folder (set before). Electron's lock covers windows only; the lock inside
 * the data folder covers every other way in.
 */
export function claimInstance(app: ElectronModule['app'], onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecondStart);
  return true;
}
