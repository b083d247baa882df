/** 168 units: wall, sums and repeated proof through the handler, against reading the same rows and adding them in one plain loop. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys } from '../../electron/bundles/seal.ts';
import { writeBundle } from '../../electron/bundles/write-bundle.ts';
import { createClient } from '../../electron/hosts/client.ts';
import { openOffice } from '../../electron/server/open-office.ts';
import type { ConsolidationView } from '../../shared/api/contract/consolidation.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReportBundle } from '../../shared/bundle/manifest-v1.ts';
import { inventedProvince, window } from '../support/invented-province.ts';
import { provinceSetUp } from '../support/province-set-up.ts';
import { bundleOf, fillProvince } from '../support/received-province.ts';
import { check, type Figures, figures, inTurn, ratio, round, type Suite, timed } from './measure.ts';

const units = 168;
const windows = [window.key, '2026-Q1', '2026-H1', '2025-Y'];

/** A superior's office with so many units that have reported, and a way to ask it. */
async function superior(size: number, keys: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const opened = openOffice({ tickets: null, dataDir: folder, clock: () => Date.parse('2026-06-25T02:00:00Z') });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  const client = createClient(office, 'test');
  await client.ask(contract.office.setUp, { body: provinceSetUp() });
  fillProvince(office.deps, size, keys);
  return {
    office,
    client,
    folder,
    close: () => office.close().then(() => rmSync(folder, { recursive: true, force: true })),
  };
}

export const consolidateSuite: Suite = async (say) => {
  say(`fills ${units} units × ${windows.length} windows`);
  const { office, close } = await superior(units, windows);
  try {
    const ask = async <T>(path: string, body?: unknown): Promise<T> => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const response = await office.fetch(new Request(`http://bench.invalid/api${path}`, init), { door: 'test' });
      return (await response.json()) as T;
    };
    const { sqlite } = office.deps.db;
    /** Adds every share of the window, whatever row it stands in: the least anybody must do. */
    const byHand = (): { numerator: number; denominator: number } => {
      const rows = sqlite
        .prepare(`select data from received_report where window_key = ? and superseded = 0 and state <> 'thu-hoi'`)
        .pluck()
        .all(window.key) as string[];
      let [numerator, denominator] = [0, 0];
      for (const text of rows)
        for (const row of (JSON.parse(text) as ReportBundle).rows) {
          numerator += row.numerator ?? 0;
          denominator += row.denominator ?? 0;
        }
      return { numerator, denominator };
    };
    const view = () => ask<ConsolidationView>(`/consolidation?window=${window.key}`);
    const checked: string[] = [];
    const given = await view();
    const wanted = byHand();
    const total = (of: (sum: ConsolidationView['sums'][number]) => number) =>
      given.sums.reduce((all, sum) => all + of(sum), 0);
    check(total((sum) => sum.numerator) === wanted.numerator, 'numerators add up as by hand', checked);
    check(total((sum) => sum.denominator ?? 0) === wanted.denominator, 'denominators add up as by hand', checked);
    const wall = await ask<{ cells: unknown[] }>('/wall');
    check(wall.cells.length === units * windows.length, `${units} × ${windows.length} cells`, checked);
    const proof = await ask<{ total: number }>('/consolidation/repeated-proof');
    check(proof.total === 1, 'the one file all units sent is found, and no other', checked);
    const times = await inTurn(9, {
      sums: () => timed(view),
      floor: async () => timed(byHand),
      wall: () => timed(() => ask('/wall')),
      'repeated proof over all windows': () => timed(() => ask('/consolidation/repeated-proof')),
    });
    const growth = await growing(say, checked);
    return {
      suite: 'consolidate',
      measured: { ...times, ...growth.measured },
      ratios: { 'sums / plain loop': ratio(times.sums, times.floor), ...growth.ratios },
      checked,
    };
  } finally {
    await close();
  }
};

/** So many units have reported already when the next ones come. The last is every commune of the country. */
const sizes = [10, 100, 1000, 3321];
const arriving = 6;

/** Receiving a bundle, and adding up: milliseconds per unit must stay flat however many there are. */
async function growing(say: (line: string) => void, checked: string[]) {
  const measured: Record<string, Figures | number> = {};
  for (const size of sizes) {
    say(`receives and adds up with ${size} units`);
    const { client, folder, close } = await superior(size, [window.key]);
    try {
      const bundles = await writeBundles(join(folder, 'goi-thu'), size);
      const times: number[] = [];
      for (const bytes of bundles)
        times.push(
          await timed(async () => {
            const checkedBundle = await client.finish(
              await client.ask(contract.receiving.check, { query: { name: 'goi.zip' }, bytes }),
            );
            await client.ask(contract.receiving.receive, { params: { id: checkedBundle.id }, body: {} });
          }),
        );
      measured[`receive one bundle beside ${size} units`] = figures(times);
      const query = { window: window.key };
      const view = await client.ask(contract.consolidation.view, { query });
      const expected = inventedProvince(size).reports.length + arriving;
      check(view.window.received === expected, `${expected} reports counted beside ${size} units`, checked);
      const took = await timed(() => client.ask(contract.consolidation.view, { query }));
      measured[`add up, ms per unit of ${size}`] = round(took / expected);
    } finally {
      await close();
    }
  }
  const [first, last] = [sizes[0], sizes.at(-1)];
  const received = (size: number | undefined) => measured[`receive one bundle beside ${size} units`] as Figures;
  const added = (size: number | undefined) => measured[`add up, ms per unit of ${size}`] as number;
  return {
    measured,
    ratios: {
      [`receive beside ${last} / beside ${first} units`]: ratio(received(last), received(first)),
      [`add up per unit, ${last} / ${sizes[1]} units`]: round(added(last) / added(sizes[1])),
    },
  };
}

/** Real sealed bundles of units that have not reported yet. */
async function writeBundles(folder: string, size: number): Promise<Uint8Array[]> {
  mkdirSync(folder, { recursive: true });
  const keys = await createKeys();
  const made: Uint8Array[] = [];
  const fresh = inventedProvince(size + arriving * 2).reports.filter(({ unitId }) => Number(unitId.slice(1)) >= size);
  for (const report of fresh.slice(0, arriving)) {
    const data = bundleOf(report, window.key);
    const written = await writeBundle({
      folder,
      fileName: `${report.unitId}.zip`,
      data,
      files: [],
      documents: [],
      keys,
      card: {
        format: { name: 'so-viec/the-don-vi', version: '1.0' },
        installationId: data.sender.installationId,
        unit: data.sender.unit,
        signingKey: keys.publicKey,
        encryptionRecipient: null,
      },
    });
    if (!written.ok) throw new Error(written.error.message);
    made.push(readFileSync(written.value.path));
  }
  return made;
}
