/** What is done at the province, each act with what must then be true there. */
import { expect } from 'vitest';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { BundleCheck, ReceiveBody } from '../../../shared/api/contract/receiving.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import type { Answer, Expected, Paper } from './model.ts';
import { check, note, nothingHappens, pick, type Round, type Sent } from './round.ts';

const { office, receiving, answers } = contract;

export async function deliver(round: Round, { paper, bytes }: Sent, main: boolean): Promise<void> {
  const { province, superior } = round;
  const before = province.content();
  const wanted = superior.expected(paper);
  const { id, said } = await check(round, province, bytes);
  note(round, `report-${wanted.outcome}`);
  expect({
    outcome: outcomeOf(paper, said, wanted),
    gap: said.warnings.some((each) => each.includes('chưa tới đây')),
  }).toEqual({
    outcome: wanted.outcome,
    gap: wanted.gap !== null,
  });
  expect(said.warnings.some((each) => each.includes('nhân bản'))).toBe(wanted.contradiction);
  expect(province.content()).toBe(before);
  if (!said.receivable) return wallAgrees(round);
  const body: ReceiveBody = {};
  if (said.from?.known === 'khoa-doi' && wanted.outcome !== 'again') {
    await refusedAs(round, id, body, 'khoa-doi', before);
    body.key = 'them';
  } else if (said.from?.known === 'lan-dau') body.key = 'tin';
  else if (said.from?.known === 'khoa-doi') body.key = 'them';
  if (said.undecided) {
    await refusedAs(round, id, body, 'can-chon', before);
    body.as = main ? 'chinh' : 'cat-rieng';
  }
  const answered = await province.ask(receiving.receive, { params: { id }, body });
  expect(answered.text.trim()).not.toBe('');
  superior.take(paper, main);
  wallAgrees(round);
}

/** What the check says, in the model's words. What was withdrawn before it came takes the place it would have had: the wall shows which. */
function outcomeOf({ kind }: Paper, { standing, undecided }: BundleCheck, wanted: Expected): Expected['outcome'] {
  if (standing === 'da-co') return 'again';
  if (standing === 'xung-dot') return 'refused';
  if (kind === 'recall') return standing === 'chua-co-goi' ? 'remembered' : 'withdraws';
  if (undecided) return 'ask';
  if (standing === 'da-thu-hoi') return wanted.withdrawn ? wanted.outcome : 'refused';
  return standing === 'cu-hon' ? 'aside' : 'counts';
}

async function refusedAs(round: Round, id: string, body: ReceiveBody, code: string, before: string): Promise<void> {
  const { province } = round;
  const refused = await province.refused(province.ask(receiving.receive, { params: { id }, body }));
  expect(refused?.code).toBe(code);
  expect(refused?.message.trim()).not.toBe('');
  expect(province.content()).toBe(before);
}

/** One report counts for each window, and it is the right one; everything else is kept. */
export function wallAgrees(round: Round): void {
  const { province, superior } = round;
  const rows = province.rows<{ digest: string; state: string; superseded: number }>(
    'select digest, state, superseded from received_report',
  );
  const counting = rows.filter(({ superseded }) => superseded === 0).map(({ digest }) => digest);
  expect(counting.sort()).toEqual([...superior.counting.values()].map(({ digest }) => digest).sort());
  const reportsHere = superior.received.filter(({ kind }) => kind === 'report');
  expect(rows.map(({ digest }) => digest).sort()).toEqual(reportsHere.map(({ digest }) => digest).sort());
  for (const paper of reportsHere) {
    const row = rows.find(({ digest }) => digest === paper.digest);
    expect(row?.state === 'thu-hoi').toBe(superior.isWithdrawn(paper));
  }
}

/** Bytes cut short at a place, or with one bit flipped there. */
export async function damage(round: Round, { bytes }: Sent, at: number, cut: boolean): Promise<void> {
  const place = at % bytes.length;
  if (cut) return nothingHappens(round, round.province, bytes.subarray(0, place), 'cut');
  const broken = Buffer.from(bytes);
  broken[place] = (broken[place] ?? 0) ^ (1 << (at % 8));
  return nothingHappens(round, round.province, broken, 'flipped');
}

/** Answers any received report: only the one that counts may be, everything else is refused in words. */
export async function answer(round: Round, verdict: Answer['verdict'], words: number, counted: number): Promise<void> {
  const { province, superior, came } = round;
  const received = superior.received.filter(({ kind }) => kind === 'report');
  const paper = pick(received, counted);
  if (!paper) return;
  const [row] = province.rows<{ id: string }>('select id from received_report where digest = ?', paper.digest);
  const params = { id: row?.id ?? '' };
  const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const } };
  if (superior.counting.get(paper.window ?? '') !== paper || superior.isWithdrawn(paper)) {
    const before = province.content();
    for (const call of [
      province.ask(answers.acceptRest, { params, body: {} }),
      province.ask(answers.send, { params, body }),
    ])
      expect((await province.refused(call))?.message.trim()).toMatch(/\S/);
    expect(province.content()).toBe(before);
    return note(round, 'answer-closed');
  }
  const { whole } = await province.ask(answers.of, { params });
  if (whole) await province.ask(answers.clearWhole, { params });
  if (verdict !== 'nhan')
    await province.ask(answers.whole, {
      params,
      body: { revision: null, verdict, words: `Ý kiến ${words}`, resubmitBy: '' },
    });
  const entry = (await province.done(await province.ask(answers.send, { params, body }))) as LedgerEntry;
  const known = came.find((each) => each.answer.digest === entry.sha256);
  const [made] = province.rows<{ head: string }>('select head from outgoing where id = ?', entry.id);
  const head = JSON.parse(made?.head ?? '{}') as { id: string; sequence: number };
  // The same words as in the last verdict are that verdict again; no other ever (AN4).
  const lastOf = came.filter((each) => each.answer.answers === paper.digest).at(-1);
  if (known) expect(known).toBe(lastOf);
  if (known) return note(round, 'answered-again');
  expect(head.sequence).toBe(came.length + 1);
  const { window, version, digest } = paper;
  came.push({
    answer: {
      id: head.id,
      digest: entry.sha256,
      sequence: head.sequence,
      window: window ?? '',
      version,
      answers: digest,
      verdict,
    },
    bytes: province.bytesOf(entry.fileName),
  });
  note(round, 'answered');
}

/** Undoes the newest act of the province, where that may be undone. */
export async function undo(round: Round): Promise<void> {
  const { province } = round;
  await province.refused(province.ask(office.undo, { body: { batchId: null } }));
  wallAgrees(round);
}
