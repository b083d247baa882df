/** DB17, DB18: what was stored by another program, or no longer is what it was, through the doors of the office. */
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

const { reports, office: officeContract, plans } = contract;

/** A practice office with a report of its first window, frozen. */
async function withFrozenReport() {
  const lines: string[] = [];
  const made = makeOffice({ log: (line) => void lines.push(line) });
  await made.ask(officeContract.practice, { body: {} });
  const state = await made.ask(officeContract.state);
  const planId = state.plans[0]!.id;
  const open = { body: { planId, windowId: state.currentWindowId! } };
  const draft = await made.ask(reports.open, open);
  const params = { id: draft.id };
  await made.ask(reports.freeze, { params, body: { revision: draft.revision } });
  const { sqlite } = made.office.deps.db;
  const stored = () => sqlite.prepare('select frozen from report where id = ?').pluck().get(draft.id) as string;
  /** As if another program had written it. */
  const store = (text: string) => sqlite.prepare('update report set frozen = ? where id = ?').run(text, draft.id);
  return { ...made, planId, open, params, stored, store, lines };
}

describe('a frozen report', () => {
  it('DB18 says its version; one that an older program stored without it is version 1', async () => {
    const { ask, open, stored, store } = await withFrozenReport();
    const frozen = JSON.parse(stored()) as { version?: number };
    expect(frozen.version).toBe(1);
    const shown = await ask(reports.open, open);
    expect(shown.status).toBe('frozen');
    const { version: _, ...older } = frozen;
    store(JSON.stringify(older));
    expect(await ask(reports.open, open)).toEqual(shown);
  });

  it.each([
    [
      'a newer program',
      (now: string) => JSON.stringify({ ...JSON.parse(now), version: 2, next: 'form' }),
      'muc-tu-ban-moi',
    ],
    ['a disk that lost its end', (now: string) => now.slice(0, now.length / 2), 'muc-hong'],
    ['another form', (now: string) => JSON.stringify({ ...JSON.parse(now), document: [] }), 'muc-hong'],
  ])('DB18 of %s is refused, stays as it is, and stops nothing else', async (_, change, code) => {
    const { ask, refusal, open, params, planId, stored, store, lines } = await withFrozenReport();
    const { revision } = await ask(reports.open, open);
    const text = change(stored());
    store(text);
    const journal = (await ask(officeContract.state)).lastSaved;

    const refused = await refusal(reports.open, open);
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/không mở được, và không đổi gì\. Các mục khác vẫn dùng bình thường\./);
    expect(lines.filter((line) => line.startsWith('unreadable report.frozen'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('defect'))).toEqual([]);
    expect(await refusal(reports.word, { params })).toMatchObject({ code });
    expect(await refusal(contract.sending.exportSize, { params })).toMatchObject({ code });
    expect(await refusal(reports.reopen, { params, body: { revision } })).toMatchObject({ code });
    expect(stored()).toBe(text);

    const state = await ask(officeContract.state);
    expect(state.lastSaved).toBe(journal);
    expect(state.reports.find(({ id }) => id === params.id)).toMatchObject({ status: 'frozen' });
    expect((await ask(plans.table, { params: { id: planId }, query: {} })).tasks.length).toBeGreaterThan(0);
    const other = state.windows.find(({ id }) => id !== open.body.windowId && id.includes('-Q'))!;
    expect((await ask(reports.open, { body: { planId, windowId: other.id } })).status).toBe('draft');
  });
});

it('DB17 a plan whose words are damaged is refused by its own screens alone', async () => {
  const { ask, refusal, planId, office, lines } = await withFrozenReport();
  office.deps.db.sqlite.prepare('update plan set recipients = ? where id = ?').run('["Như Điều', planId);
  expect(await refusal(plans.get, { params: { id: planId } })).toMatchObject({ code: 'muc-hong' });
  expect((await ask(officeContract.state)).plans).toMatchObject([{ id: planId }]);
  expect((await ask(officeContract.people)).people.length).toBeGreaterThan(0);
  expect(lines).toContain('unreadable plan.recipients: damaged');
});
