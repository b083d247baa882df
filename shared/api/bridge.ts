/**
 * Everything the desktop window offers its page beyond the web: choosing places, printing, sticks, a notice. No path ever
 * crosses: a chosen place is a ticket that the server can redeem once, for the use it was chosen for.
 * In a browser the bridge is absent (`window.soViec` is undefined) and the page uploads and downloads instead.
 */
import type { Result } from '../core/result.ts';

/** Name of the bridge on the page's `window`. */
export const bridgeName = 'soViec';

/** What a file is chosen for; decides which endings the dialog offers and what it is called. */
export type FileUse = 'plan' | 'evidence' | 'bundle' | 'word' | 'spreadsheet' | 'pdf';

/** A place a person chose. `name` is for showing, without its folder; `ticket` goes to the server. */
export type ChosenPlace = { readonly ticket: string; readonly name: string };

/** A file to be read; `size` in bytes. */
export type ChosenFile = ChosenPlace & { readonly size: number };

/** A stick or card that is plugged in now; `freeBytes` is null where the system does not say. */
export type RemovableDrive = ChosenPlace & { readonly freeBytes: number | null };

/** Why the window did not do it, with a sentence for the person. */
export type BridgeProblem = {
  readonly code: 'khong-duoc-phep' | 'yeu-cau-sai' | 'khong-lam-duoc';
  readonly message: string;
};

type Answer<T> = Promise<Result<T, BridgeProblem>>;

export interface DesktopBridge {
  /** Opens the file dialog. An empty list means the person cancelled. Tickets are for reading (`open-file`). */
  chooseFiles(request: { use: FileUse; several: boolean }): Answer<readonly ChosenFile[]>;
  /** Opens the folder dialog; null means cancelled. The ticket is for writing into the folder (`save-folder`). */
  chooseFolder(): Answer<ChosenPlace | null>;
  /** Opens the save dialog with a proposed name; null means cancelled. The ticket is for writing (`save-file`). */
  saveAs(request: { use: FileUse; suggestedName: string }): Answer<ChosenPlace | null>;
  /** Opens the system's print dialog for the page as it stands. False means the person cancelled. */
  print(): Answer<boolean>;
  /** Sticks and cards now plugged in, each with a ticket for writing into it (`save-folder`). */
  removableDrives(): Answer<readonly RemovableDrive[]>;
  /** Shows a notice of the system, for long work that ended while the window was behind others. */
  notify(request: { title: string; body: string }): Answer<null>;
}

/** The messages behind the bridge, one per function. */
export const bridgeChannels: { readonly [Name in keyof DesktopBridge]: string } = {
  chooseFiles: 'so-viec:choose-files',
  chooseFolder: 'so-viec:choose-folder',
  saveAs: 'so-viec:save-as',
  print: 'so-viec:print',
  removableDrives: 'so-viec:removable-drives',
  notify: 'so-viec:notify',
};
