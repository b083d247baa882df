/** The seven steps of a clerk and the superior, on the real plan where it is at hand, else on the practice plan. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { BundleCheck } from '../../shared/api/contract/receiving.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

const realPlan = fileURLToPath(new URL('../../../shared/samples/nhu-quynh-2024.docx', import.meta.url));
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('plan opened and kept, work recorded, report frozen, bundle sent and received', async () => {
  const stick = temporaryFolder();
  const commune = makeOffice({ exportDirs: [stick] });
  const { ask, finish } = commune;
  await ask(contract.office.setUp, {
    body: {
      kind: 'thi-tran',
      name: 'Như Quỳnh',
      superiorKind: 'huyen',
      superiorName: 'Văn Lâm',
      place: 'Như Quỳnh',
      chairTitle: 'CHỦ TỊCH',
      chairName: 'Vũ Văn Sơn',
    },
  });

  const isReal = existsSync(realPlan);
  const read = await finish(
    isReal
      ? await ask(contract.plans.read, { query: { name: 'nhu-quynh-2024.docx' }, bytes: readFileSync(realPlan) })
      : await ask(contract.plans.readSample, { body: {} }),
  );
  expect(read).toMatchObject({ state: 'done' });
  const before = await ask(contract.office.state);
  expect(before.plans).toEqual([]);
  const result = await ask(contract.plans.readResult, { params: { id: read.id } });
  const kept = await ask(contract.plans.keep, {
    body: { readId: read.id, year: 2024, header: result.plan!, rows: result.rows },
  });
  if (isReal) expect(kept).toMatchObject({ areas: 9, components: 30, groups: 30, tasks: 99 });
  else expect(kept.areas).toBe(8);

  const plan = await ask(contract.plans.get, { params: { id: kept.planId } });
  expect([plan.basis, plan.preamble, plan.closing, plan.recipients]).toEqual([
    result.plan!.basis,
    result.plan!.preamble ?? [],
    result.plan!.closing ?? [],
    result.plan!.recipients,
  ]);

  const state = await ask(contract.office.state);
  const window = state.windows.find((each) => each.key === '2024-Q1')!;
  const people = await ask(contract.office.people);
  const post = people.posts.find((each) => each.taskCount > 0)!;
  const person = await ask(contract.office.addPerson, { body: { name: 'Nguyễn Thị Lan', postIds: [post.id] } });
  const mine = await ask(contract.work.mine, { query: { person: person.id, window: window.id, plan: kept.planId } });
  expect(mine.items.length).toBeGreaterThan(0);
  const [task, second] = mine.items;
  const entry = {
    taskId: task!.id,
    windowId: window.id,
    revision: null,
    state: 'xong' as const,
    doneText: 'Đã niêm yết tại trụ sở',
    numerator: 9,
    denominator: 11,
    measure: 'thôn, phố',
    obstacle: '',
    proposal: '',
  };
  await ask(contract.work.saveProgress, { body: entry, person: person.id });
  const added = await ask(contract.work.addFile, {
    query: { name: 'Ảnh niêm yết.png', task: task!.id, window: window.id },
    bytes: png,
    person: person.id,
  });
  expect(added).toMatchObject({ known: false, evidence: { preview: 'image', mediaType: 'image/png' } });
  const again = await ask(contract.work.addFile, {
    query: { name: 'khac.png', task: second?.id ?? task!.id, window: window.id },
    bytes: png,
    person: person.id,
  });
  expect(again).toMatchObject({ known: true, evidence: { id: added.evidence.id } });
  const view = await ask(contract.work.viewEvidence, { params: { id: added.evidence.id }, body: { download: false } });
  const shown = await commune.office.evidence(new Request(view.url));
  expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true);
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');

  const report = await ask(contract.reports.open, { body: { planId: kept.planId, windowId: window.id } });
  expect(report.counts).toMatchObject({ tasks: kept.tasks, done: 1, evidence: 1 });
  expect(report.html).toContain('9/11 thôn, phố (81,8%)');
  const section = report.sections.find((each) => each.text !== '')!;
  const edited = await ask(contract.reports.saveSection, {
    params: { id: report.id, key: section.key },
    body: { revision: report.revision, text: 'Chữ sửa tay của văn phòng.' },
  });
  expect(
    (
      await commune.refusal(contract.sending.exportBundle, {
        body: { reportId: report.id, placeId: 'them-0', ticket: null },
      })
    ).code,
  ).toBe('chua-chot');
  await ask(contract.reports.freeze, { params: { id: report.id }, body: { revision: edited.revision } });
  const word = await commune.raw(contract.reports.word, { params: { id: report.id } });
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  const job = await finish(
    await ask(contract.sending.exportBundle, { body: { reportId: report.id, placeId: 'them-0', ticket: null } }),
  );
  expect(job).toMatchObject({ state: 'done', error: null });
  const sent = job.result as LedgerEntry;
  expect(sent).toMatchObject({ sequence: 1 });
  const bundle = readFileSync(join(stick, sent.fileName));
  expect((await ask(contract.sending.ledger)).entries).toHaveLength(1);

  const superior = makeOffice();
  await superior.ask(contract.office.setUp, {
    body: {
      kind: 'huyen',
      name: 'Văn Lâm',
      superiorKind: 'tinh',
      superiorName: 'Hưng Yên',
      place: 'Văn Lâm',
      chairTitle: 'CHỦ TỊCH',
      chairName: '',
    },
  });
  const checked = await superior.finish(
    await superior.ask(contract.receiving.check, { query: { name: sent.fileName }, bytes: bundle }),
  );
  const check = checked.result as BundleCheck;
  expect(check).toMatchObject({
    complete: true,
    unchanged: true,
    standing: 'moi',
    from: { unitName: 'thị trấn Như Quỳnh', known: 'lan-dau' },
    report: { rows: kept.tasks, evidence: 1 },
  });
  expect((await superior.ask(contract.reports.inbox)).units).toEqual([]);
  const received = await superior.ask(contract.receiving.receive, { params: { id: checked.id }, body: {} });
  const wall = await superior.ask(contract.reports.inbox);
  expect(wall).toMatchObject({
    windows: [{ key: '2024-Q1' }],
    units: [{ unit: { name: 'Như Quỳnh' }, received: [{ rows: kept.tasks, answered: 1, evidence: 1 }] }],
  });
  const read2 = await superior.ask(contract.reports.received, { params: { id: received.receivedId ?? '' } });
  expect(read2.sections.some((each) => each.text === 'Chữ sửa tay của văn phòng.')).toBe(true);
  expect(read2.rows.find((row) => row.taskId === task!.id)).toMatchObject({
    state: 'xong',
    numerator: 9,
    denominator: 11,
    measure: 'thôn, phố',
  });
  const proof = await superior.ask(contract.reports.viewReceivedEvidence, {
    params: { id: received.receivedId ?? '', evidence: added.evidence.id },
    body: { download: false },
  });
  expect(Buffer.from(await (await superior.office.evidence(new Request(proof.url))).arrayBuffer()).equals(png)).toBe(
    true,
  );

  const repeated = await superior.finish(
    await superior.ask(contract.receiving.check, { query: { name: sent.fileName }, bytes: bundle }),
  );
  expect(repeated.result).toMatchObject({ standing: 'da-co', from: { known: 'quen' } });
  expect(await superior.ask(contract.receiving.receive, { params: { id: repeated.id }, body: {} })).toMatchObject({
    receivedId: received.receivedId,
    standing: 'da-co',
  });
  expect((await superior.ask(contract.reports.inbox)).units[0]!.received).toHaveLength(1);

  const broken = Buffer.from(bundle);
  broken[Math.floor(broken.length / 2)]! ^= 1;
  const refused = await superior.finish(
    await superior.ask(contract.receiving.check, { query: { name: 'hong.zip' }, bytes: broken }),
  );
  expect(refused.result).toMatchObject({ standing: 'khong-nhan', report: null });
  expect((await superior.refusal(contract.receiving.receive, { params: { id: refused.id }, body: {} })).code).toBe(
    'viec-da-xong',
  );

  for (const each of [commune, superior])
    expect(await each.ask(contract.office.doctor, { body: {} })).toMatchObject({ ok: true });
});
