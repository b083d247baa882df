/**
 * Electron as a value that is handed in. Modules of this folder name the parts they use, and only `main.ts` imports the module
 * itself; a test hands in a recorder, so the shell is exercised where Electron's program cannot be had.
 */
export type ElectronModule = typeof import('electron');
