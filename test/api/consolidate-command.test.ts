/** cli consolidate on a superior's data. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandRefused, WrongUsage } from '../../electron/commands/command.ts';
import { consolidate } from '../../electron/commands/consolidate.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';
import { provinceSetUp } from '../support/province-set-up.ts';
import { fillProvince } from '../support/received-province.ts';

const run = async (values: Record<string, string | boolean>) => {
  const printed: unknown[] = [];
  await consolidate.run({ values, positionals: [] }, { say: () => undefined, result: (value) => printed.push(value) });
  return printed[0] as { received: number; expected: number; sums: unknown[]; bytes: number };
};

async function superior() {
  const office = makeOffice();
  office.at('2026-06-25T02:00:00Z');
  await office.ask(contract.office.setUp, { body: provinceSetUp() });
  fillProvince(office.office.deps, 7);
  await office.close();
  return { data: office.dataDir, folder: temporaryFolder() };
}

it.each(['.docx', '.xlsx'])('writes the %s and says what is in it', async (ending) => {
  const { data, folder } = await superior();
  const to = join(folder, `tong-hop${ending}`);
  const said = await run({ data, window: '2026-Q2', to });
  expect(said).toMatchObject({ received: 6, expected: 7 });
  expect(said.sums.length).toBeGreaterThan(20);
  expect(readFileSync(to).length).toBe(said.bytes);
});

it('refuses an unknown window, a file that is there and an ending it cannot write, and writes nothing', async () => {
  const { data, folder } = await superior();
  const to = join(folder, 'a.docx');
  await expect(run({ data, window: '2031-Q1', to })).rejects.toThrow('Các kỳ đang có: 2026-Q2');
  expect(existsSync(to)).toBe(false);
  writeFileSync(to, 'cũ');
  await expect(run({ data, window: '2026-Q2', to })).rejects.toBeInstanceOf(CommandRefused);
  expect(readFileSync(to, 'utf8')).toBe('cũ');
  await expect(run({ data, window: '2026-Q2', to: join(folder, 'a.pdf') })).rejects.toBeInstanceOf(WrongUsage);
  const empty = join(folder, 'trong');
  mkdirSync(empty);
  await expect(run({ data: empty, window: '2026-Q2', to: join(folder, 'b.docx') })).rejects.toBeInstanceOf(
    CommandRefused,
  );
});
