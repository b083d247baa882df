/** The explicit, ordered list of schema steps. Numbers go in tens so that a repair can be slotted in. */
import { sql as initial } from './0010-initial.ts';
import { sql as readAgain } from './0020-read-again.ts';
import { sql as signedAndSilenced } from './0030-signed-and-silenced.ts';

export type MigrationStep = { readonly version: number; readonly name: string; readonly sql: string };

export const migrations: readonly MigrationStep[] = [
  { version: 10, name: 'initial', sql: initial },
  { version: 20, name: 'read-again', sql: readAgain },
  { version: 30, name: 'signed-and-silenced', sql: signedAndSilenced },
];
