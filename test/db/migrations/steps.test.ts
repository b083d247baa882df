/**
 * DB4, DB5 for every step there is: an office that worked with each earlier program comes through the step with every cell it held. A
 * step without a case in `cases.ts` fails here.
 */
import { expect, it } from 'vitest';
import { listBackups } from '../../../db/backup.ts';
import { migrations } from '../../../db/migrations/index.ts';
import { examined, heldAt, newestVersion, officeOf, work } from '../../support/migration-steps.ts';
import { cases, casesBefore } from './cases.ts';

it('every step has a case of its own, in the order of the list', () => {
  expect(cases.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
});

it.for(cases)('DB4 step $version keeps every cell, and what its program wrote opens whole in today’s', (step) => {
  const { version, after, also, unused = [] } = step;
  const earlier = casesBefore(version);
  const folder = officeOf(earlier);
  const held = earlier.length === 0 ? {} : heldAt(folder, earlier.at(-1)?.version ?? 0);
  expect(heldAt(folder, version, also)).toEqual(after(held));

  work(folder, step);
  const now = heldAt(folder, version);
  const idle = Object.keys(now).filter((table) => now[table]?.length === 0);
  expect(idle, 'tables without a row for the next steps to keep').toEqual(unused);

  const copies = listBackups(folder).length;
  expect(examined(folder)).toMatchObject({ ok: true, schemaVersion: newestVersion, evidence: { files: 1 } });
  expect(listBackups(folder).length - copies, 'safety copies').toBe(version === newestVersion ? 0 : 1);
});
