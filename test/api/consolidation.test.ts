/** The superior's wall and sums over received reports, through the program's own door. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';
import { fillProvince } from '../support/received-province.ts';

const superior = {
  kind: 'tinh' as const,
  name: 'Sông Lam',
  superiorKind: null,
  superiorName: '',
  place: 'Sông Lam',
  chairTitle: 'CHỦ TỊCH',
  chairName: 'Trần Văn An',
};

async function province(size: number, windows?: string[]) {
  const office = makeOffice();
  office.at('2026-06-25T02:00:00Z');
  await office.ask(contract.office.setUp, { body: superior });
  fillProvince(office.office.deps, size, windows);
  return office;
}

it('shows where each unit stands, with the on-time rate (CO1, CO2)', async () => {
  const { ask } = await province(14);
  const { units, windows, cells } = await ask(contract.consolidation.wall, {});
  expect(units).toHaveLength(14);
  const window = windows.find(({ key }) => key === '2026-Q2');
  expect(window).toMatchObject({ dueDate: '2026-06-20', received: 12, expected: 14, judged: 14, onTime: 10 });
  const late = cells.filter(({ state }) => state === 'tre');
  expect(late).toHaveLength(2);
  expect(late.every(({ receivedId, daysLate }) => receivedId === null && daysLate === 5)).toBe(true);
});

it('adds up a window with numerator and denominator, as of the newest report (CO4, CO6)', async () => {
  const { ask } = await province(14);
  const { sums, areas, asOf, units } = await ask(contract.consolidation.view, { query: { window: '2026-Q2' } });
  expect(asOf).toBe('2026-06-24');
  expect(areas).toHaveLength(8);
  expect(units.filter(({ receivedId }) => receivedId !== null)).toHaveLength(12);
  for (const sum of sums) {
    expect(sum.numerator).toBe(sum.units.reduce((all, each) => all + each.numerator, 0));
    expect(sum.denominator).toBe(sum.units.reduce((all, each) => all + (each.denominator ?? 0), 0));
  }
});

it('points out one file sent by many units, and stays silent about a file in one place (CO9)', async () => {
  const { ask } = await province(14, ['2026-Q2', '2026-Q1']);
  const { proofs, total } = await ask(contract.consolidation.repeatedProof, {});
  expect(total).toBe(1);
  expect(proofs[0]).toMatchObject({ title: 'Ảnh hội nghị toàn tỉnh', windows: 2 });
  expect(proofs[0]!.units).toBeGreaterThan(1);
});

it.each(['docx', 'xlsx'] as const)('makes the %s as a job, fetched by its id', async (format) => {
  const { ask, finish, raw } = await province(6);
  const started = await ask(contract.consolidation.make, { body: { window: '2026-Q2', format } });
  const { file } = (await finish(started)).result as { file: string };
  const answer = await raw(contract.consolidation.file, { params: { id: file } });
  const made = new Uint8Array(await answer.arrayBuffer());
  const text = Object.values(unzipSync(made))
    .map((part) => strFromU8(part))
    .join('');
  expect(/[xX]ã An Đông/.test(text)).toBe(true);
});

it('refuses a window that nobody knows and a file that is gone', async () => {
  const { refusal } = await province(2);
  expect((await refusal(contract.consolidation.view, { query: { window: '2031-Q1' } })).code).toBe('khong-tim-thay');
  expect((await refusal(contract.consolidation.file, { params: { id: 'x' } })).code).toBe('khong-tim-thay');
});
