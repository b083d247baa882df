/** Which unit a card is of, and what may be done with a key that nobody has believed yet (SPEC NH21, NH22). */
import { expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { commune, superior } from '../support/exchange.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

const { office, reports, trust } = contract;

it('NH21: a card is known by kind and name at first, by its key under another name, and the other name is pointed out', async () => {
  const [from, to] = [await commune(), await superior()];
  for (const name of ['An Phú', 'An Thịnh']) await to.made.ask(office.addSubordinate, { body: { kind: 'xa', name } });
  const listed = (await to.made.ask(office.state)).office?.subordinates ?? [];
  const received = async () =>
    (await to.made.ask(reports.inbox)).units.flatMap(({ unit, received: all }) => all.map(() => unit.id));

  const first = await to.take((await from.send(await from.freeze())).bytes, { key: 'tin' });
  expect(first.check.warnings.join()).not.toContain('An Phú');
  const known = listed.find(({ name }) => name === 'An Thịnh')?.id ?? '';
  const { office: own } = await from.made.ask(office.state);
  expect(own?.unit.id).not.toBe(known);
  expect(await received()).toEqual([known]);

  // The name of another unit that is listed here, too: the key of before counts more.
  from.made.office.deps.db.sqlite.prepare('update unit set name = ? where id = ?').run('An Phú', own?.unit.id ?? '');
  const { id, check } = await to.check((await from.send(await from.nextVersion('Sau khi đổi tên'))).bytes);
  expect(check.warnings.join()).toMatch(/An Phú.*An Thịnh|An Thịnh.*An Phú/s);
  await to.receive(id);
  expect(new Set(await received())).toEqual(new Set([known]));
  expect((await to.made.ask(office.state)).office?.subordinates).toHaveLength(listed.length);
});

it('NH22: the bundles of a key left undecided are received, and nothing is locked to it', async () => {
  const [from, to] = [await commune(), await superior()];
  const { check } = await to.take((await from.send(await from.freeze())).bytes, { key: 'de-sau' });
  expect(check.from?.known).toBe('lan-dau');
  expect(await to.wall()).toHaveLength(1);
  const { keys } = await to.made.ask(trust.view);
  expect(keys.map(({ standing }) => standing)).toEqual(['moi']);

  const [received] = await to.wall();
  const { answers } = contract;
  const refused = await to.made.refusal(answers.send, {
    params: { id: received?.id ?? '' },
    body: { placeId: 'kho-goi', ticket: null, lock: { by: 'khoa' } },
  });
  expect(refused.code).toBe('chua-co-khoa');
});
