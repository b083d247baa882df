/**
 * DB4, DB5 for every step there is: an office that worked with each earlier program comes through the step with every cell it held. A
 * step without a case in `cases.ts` fails here.
 */
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../db/backup.ts';
import { migrations } from '../../../db/migrations/index.ts';
import { examined, heldAt, newestVersion, officeOf } from '../../support/migration-steps.ts';
import { cases, casesBefore, casesUpTo } from './cases.ts';

it('every step has a case of its own, in the order of the list', () => {
  expect(cases.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
});

describe.for(cases)('step $version', ({ version, after, also, unused = [] }) => {
  it('keeps every cell, and fills new ones as told', () => {
    const folder = officeOf(casesBefore(version));
    const earlier = casesBefore(version).at(-1)?.version ?? 0;
    const held = earlier === 0 ? {} : heldAt(folder, earlier);
    expect(heldAt(folder, version, also)).toEqual(after(held));
  });

  it('leaves rows of its own time in each table for the steps to come', () => {
    const held = heldAt(officeOf(casesUpTo(version)), version);
    expect(Object.keys(held).filter((table) => held[table]?.length === 0)).toEqual(unused);
  });

  it('DB4 an office of its program opens in today’s, whole, and with a safety copy of what it was', () => {
    const folder = officeOf(casesUpTo(version));
    const copies = listBackups(folder).length;
    expect(examined(folder)).toMatchObject({ ok: true, schemaVersion: newestVersion, evidence: { files: 1 } });
    expect(listBackups(folder).length - copies).toBe(version === newestVersion ? 0 : 1);
  });
});
