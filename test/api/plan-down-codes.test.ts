/** What the areas of a plan are called where it comes down (SPEC BN81). */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { PlanBundle } from '../../shared/bundle/plan-v1.ts';
import { areas as knownAreas } from '../../shared/papi/areas.ts';
import { province } from '../support/plan-down-offices.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

it('BN81 areas and components carry the codes of the set that travels along; a name of the plan’s own has none', async () => {
  const from = await province();
  const { areas: shown } = await from.made.ask(contract.plans.table, { params: { id: from.planId }, query: {} });
  const own = shown.at(-1);
  await from.made.ask(contract.plans.changeArea, {
    params: { id: own?.id ?? '' },
    body: { revision: own?.revision ?? 0, no: own?.no ?? '', name: 'Xây dựng mô hình điểm của tỉnh' },
  });
  const { bytes } = await from.one();
  const [, json] = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('data/bao-cao.json')) ?? [];
  const { plan, taxonomy } = JSON.parse(strFromU8(json ?? new Uint8Array())) as PlanBundle;
  const codes = new Set(
    taxonomy?.areas.flatMap(({ code, components }) => [code, ...components.map((each) => each.code)]),
  );
  const nameOf = new Map(knownAreas.map(({ code, name }) => [code, name]));
  const renamed = plan.areas.filter(({ name }) => name === 'Xây dựng mô hình điểm của tỉnh');
  expect(renamed.map(({ code }) => code)).toEqual([null]);
  const others = plan.areas.filter((area) => !renamed.includes(area));
  expect(others.length).toBeGreaterThan(4);
  for (const { code, name } of others) {
    expect(nameOf.get(code ?? ''), name).toBeDefined();
    expect(codes).toContain(code);
  }
  const components = others.flatMap((area) => area.components.map(({ code }) => code)).filter((code) => code !== null);
  expect(components.length).toBeGreaterThan(5);
  for (const code of components) expect(codes).toContain(code);
});
