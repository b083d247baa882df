/** The explicit, ordered list of schema steps. Numbers go in tens so that a repair can be slotted in. */
import { sql as initial } from './0010-initial.ts';
import { sql as readAgain } from './0020-read-again.ts';
import { sql as signedAndSilenced } from './0030-signed-and-silenced.ts';
import { sql as exportedPlans } from './0032-exported-plans.ts';
import { sql as reportEnding } from './0033-report-ending.ts';
import { sql as silencedLayout } from './0034-silenced-layout.ts';
import { sql as annexTitle } from './0036-annex-title.ts';
import { sql as reportTemplate } from './0038-report-template.ts';
import { sql as timeTargetsPeopleProof } from './0040-time-targets-people-proof.ts';
import { sql as lateProof } from './0042-late-proof.ts';
import { sql as roundTrip } from './0050-round-trip.ts';
import { sql as coverageLinks } from './0052-coverage-links.ts';
import { sql as planOrigin } from './0060-plan-origin.ts';
import { sql as lateFigures } from './0062-late-figures.ts';

export type MigrationStep = { readonly version: number; readonly name: string; readonly sql: string };

export const migrations: readonly MigrationStep[] = [
  { version: 10, name: 'initial', sql: initial },
  { version: 20, name: 'read-again', sql: readAgain },
  { version: 30, name: 'signed-and-silenced', sql: signedAndSilenced },
  { version: 32, name: 'exported-plans', sql: exportedPlans },
  { version: 33, name: 'report-ending', sql: reportEnding },
  { version: 34, name: 'silenced-layout', sql: silencedLayout },
  { version: 36, name: 'annex-title', sql: annexTitle },
  { version: 38, name: 'report-template', sql: reportTemplate },
  { version: 40, name: 'time-targets-people-proof', sql: timeTargetsPeopleProof },
  { version: 42, name: 'late-proof', sql: lateProof },
  { version: 50, name: 'round-trip', sql: roundTrip },
  { version: 52, name: 'coverage-links', sql: coverageLinks },
  { version: 60, name: 'plan-origin', sql: planOrigin },
  { version: 62, name: 'late-figures', sql: lateFigures },
];
