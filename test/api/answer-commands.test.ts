/** cli answer and cli receipt, from both ends. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answer } from '../../electron/commands/answer.ts';
import { type Command, CommandRefused, WrongUsage } from '../../electron/commands/command.ts';
import { receipt } from '../../electron/commands/receipt.ts';
import { commune, communeOf, superior, superiorOf } from '../support/exchange.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

const run = async <T>(command: Command, values: Record<string, string | boolean>): Promise<T> => {
  const printed: unknown[] = [];
  await command.run({ values, positionals: [] }, { say: () => undefined, result: (value) => printed.push(value) });
  return printed[0] as T;
};

it('lists what is there, answers from a file, writes the verdict; the commune receives it and its receipt code', async () => {
  const [from, to] = [await commune(), await superior()];
  await to.take((await from.send(await from.freeze())).bytes);
  const superiorCard = await to.card();
  await to.made.close();
  const data = to.made.dataDir;
  const { reports } = await run<{ reports: { id: string; state: string; rows: number }[] }>(answer, { data });
  expect(reports).toMatchObject([{ state: 'da-nhan' }]);
  const id = reports[0]?.id ?? '';
  const folder = temporaryFolder();
  const file = join(folder, 'tra-loi.json');
  writeFileSync(file, '{"rows":[{"taskId":"khong-co","verdict":"chap-nhan"}]}');
  await expect(run(answer, { data, id, file })).rejects.toMatchObject({ code: 'khong-tim-thay' });
  writeFileSync(file, '{"rows":[{"taskId":"x","verdict":"tot"}]}');
  await expect(run(answer, { data, id, file })).rejects.toThrow('không đúng mẫu');
  writeFileSync(file, JSON.stringify({ acceptRest: true, whole: { verdict: 'chap-nhan' } }));
  const stick = temporaryFolder();
  const done = await run<{ rows: number; sent: { fileName: string } }>(answer, { data, id, file, to: stick });
  expect(done).toMatchObject({ state: 'chap-nhan', rows: reports[0]?.rows, sent: { kind: 'verdict' } });
  expect(readdirSync(stick)).toEqual([done.sent.fileName]);

  const { code } = await run<{ code: string }>(receipt, { data, id });
  const back = superiorOf(from.made);
  await back.take(superiorCard, { key: 'tin' });
  expect((await back.take(readFileSync(join(stick, done.sent.fileName)))).text).toContain('chấp nhận');
  await from.made.close();
  expect(await run(receipt, { data: from.made.dataDir, code })).toMatchObject({ isNew: true, reportVersion: 1 });
  expect(await run(receipt, { data: from.made.dataDir, code })).toMatchObject({ isNew: false });
  const again = await communeOf(makeOffice({ dataDir: from.made.dataDir }), temporaryFolder());
  expect((await again.open()).status).toBe('frozen');
});

it('refuses what cannot be meant, and changes nothing', async () => {
  const { made } = await superior();
  await made.close();
  const data = made.dataDir;
  await expect(run(answer, { data, id: 'x' })).rejects.toBeInstanceOf(WrongUsage);
  await expect(run(answer, { data, id: 'x', accept: true, return: 'a' })).rejects.toBeInstanceOf(WrongUsage);
  await expect(run(answer, { data, id: 'x', accept: true })).rejects.toMatchObject({ code: 'khong-tim-thay' });
  await expect(run(answer, { data, id: 'x', accept: true, to: join(data, 'khong-co') })).rejects.toBeInstanceOf(
    CommandRefused,
  );
  await expect(run(answer, { data: temporaryFolder() })).rejects.toBeInstanceOf(CommandRefused);
  await expect(run(receipt, { data })).rejects.toBeInstanceOf(WrongUsage);
  await expect(run(receipt, { data, code: 'ABCD' })).rejects.toMatchObject({ code: 'ma-khong-dung' });
});
