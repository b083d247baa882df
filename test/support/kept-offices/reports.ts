/** The reports of a unit on their way: written by hand, frozen, sent; answered above; sent again, withdrawn, issued. */
import { contract } from '../../../shared/api/contract/contract.ts';
import type { SendingLock } from '../../../shared/api/contract/sending.ts';
import { signedPage } from './commune-plans.ts';
import type { Place } from './commune-work.ts';
import { type Desk, type Sent, sentTo } from './desk.ts';

const { reports, reportBody, sending, answers, issue } = contract;

const opened = ({ ask }: Desk, { planId, windowId }: Place) => ask(reports.open, { body: { planId, windowId } });

/** Head, ends, an own section and words over the program's own; taken out as Word once. */
export async function writeReport(desk: Desk, place: Place, words: string): Promise<string> {
  const { ask } = desk;
  const { id, sections, title, ...report } = await opened(desk, place);
  const params = { id };
  const head = await ask(reports.saveHead, {
    params,
    body: { revision: report.revision, number: '', date: '2024-03-20', title },
  });
  const [first] = sections;
  const kept = sections.map(({ key }) => ({
    ...{ key, heading: '', level: 1 as const },
    blocks: key === first?.key ? [words] : null,
  }));
  const own = { key: 'own:mo-hinh', heading: 'Mô hình hay', level: 1 as const, blocks: ['Tổ liên gia tự quản.'] };
  const written = await ask(reportBody.save, { params, body: { revision: head.revision, sections: [...kept, own] } });
  await ask(reportBody.setting, {
    params,
    body: { revision: written.revision, template: 'quy', recipients: ['UBND tỉnh Sông Lam', 'Lưu: VT.'] },
  });
  await desk.raw(reports.word, { params });
  return id;
}

/** Freezes the report as it stands and writes its bundle. */
export async function freezeAndSend(desk: Desk, place: Place, lock: SendingLock): Promise<Sent> {
  const { id, revision } = await opened(desk, place);
  await desk.ask(reports.freeze, { params: { id }, body: { revision } });
  return desk.written(await desk.ask(sending.exportBundle, { body: { ...sentTo(lock), reportId: id } }));
}

/** Opens a frozen report again and writes other words into its first section. */
export async function correct(desk: Desk, place: Place, words: string): Promise<void> {
  const { ask } = desk;
  const frozen = await opened(desk, place);
  await ask(reports.reopen, { params: { id: frozen.id }, body: { revision: frozen.revision } });
  const { id, revision, sections } = await opened(desk, place);
  await ask(reports.saveSection, { params: { id, key: sections[0]?.key ?? '' }, body: { revision, text: words } });
}

export async function issueReport(desk: Desk, place: Place): Promise<void> {
  const { id, revision } = await opened(desk, place);
  await desk.ask(issue.report, {
    params: { id },
    query: { number: '45', date: '2024-04-05', name: 'bao-cao-da-ky.pdf', revision },
    bytes: signedPage,
  });
}

/** The bundle that withdraws what was sent. */
export const recall = async (desk: Desk, sent: Sent, reason: string): Promise<Sent> =>
  desk.written(await desk.ask(sending.recall, { params: { id: sent.entry.id }, body: { ...sentTo(), reason } }));

/** The superior returns a report: a row to be done again, a remark, a word on the whole; the bundle that carries it. */
export async function returnReport(desk: Desk, receivedId: string): Promise<Sent> {
  const params = { id: receivedId };
  const { rows } = await desk.ask(reports.received, { params });
  const say = (at: number, verdict: 'tra-lai' | 'gop-y' | 'chap-nhan', words: string) =>
    desk.ask(answers.row, {
      params: { ...params, task: rows[at]?.taskId ?? '' },
      body: { revision: null, verdict, words },
    });
  await say(0, 'tra-lai', 'Thiếu ảnh niêm yết');
  await say(1, 'gop-y', 'Nên nêu số thôn');
  await say(2, 'chap-nhan', '');
  await desk.ask(answers.whole, {
    params,
    body: { revision: null, verdict: 'tra-lai', words: 'Bổ sung trước ngày 12/4', resubmitBy: '2024-04-12' },
  });
  return desk.written(await desk.ask(answers.send, { params, body: sentTo() }));
}

export async function acceptReport(desk: Desk, receivedId: string): Promise<Sent> {
  const params = { id: receivedId };
  await desk.ask(answers.acceptRest, { params, body: {} });
  await desk.ask(answers.whole, { params, body: { revision: null, verdict: 'chap-nhan', words: '', resubmitBy: '' } });
  return desk.written(await desk.ask(answers.send, { params, body: sentTo({ by: 'khoa' }) }));
}

/** The receipt code that the superior reads over the telephone. */
export async function receiptCode({ ask }: Desk, receivedId: string): Promise<string> {
  const { receipt } = await ask(answers.of, { params: { id: receivedId } });
  if (!receipt) throw new Error('a received report has a receipt');
  return receipt.code;
}
