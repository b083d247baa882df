/**
 * cli answer: a superior's answers to a received report, and the verdict bundle that carries them back. Without an answer it lists what is
 * there to be answered.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { listReceived } from '../../db/queries/received.ts';
import { answersContract } from '../../shared/api/contract/answers.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { rowVerdicts } from '../../shared/bundle/verdict-v1.ts';
import { isCalendarDate } from '../../shared/text/dates.ts';
import type { Client } from '../hosts/client.ts';
import type { Deps } from '../server/core/deps.ts';
import { reportingUnits } from '../server/units/consolidation.ts';
import { type Command, type CommandInput, CommandRefused, required, WrongUsage, withOffice } from './command.ts';
import { existingData } from './given-plan.ts';

/** The largest file of answers that is read; 20,000 rows with words stay far below. */
const largestFile = 16 * 1024 * 1024;

const answersFile = z.strictObject({
  rows: z
    .array(z.strictObject({ taskId: z.string(), verdict: z.enum(rowVerdicts), words: z.string().default('') }))
    .default([]),
  acceptRest: z.boolean().default(false),
  whole: z
    .strictObject({
      verdict: z.enum(['chap-nhan', 'tra-lai']),
      words: z.string().default(''),
      resubmitBy: z
        .string()
        .refine((day) => day === '' || isCalendarDate(day))
        .default(''),
    })
    .nullable()
    .default(null),
});
type Answers = z.infer<typeof answersFile>;

export const answer: Command = {
  usage: 'answer --data THƯ_MỤC [--id MÃ (--accept | --return LỜI | --file TỆP.json) [--to THƯ_MỤC]] [--json]',
  about: 'trả lời báo cáo đã nhận, xuất gói trả lời',
  options: {
    data: { type: 'string' },
    id: { type: 'string' },
    accept: { type: 'boolean' },
    return: { type: 'string' },
    file: { type: 'string' },
    to: { type: 'string' },
  },
  run: async (input, output) => {
    const root = existingData(required(input, 'data'));
    if (input.values.id === undefined) {
      const reports = await withOffice({ dataDir: root }, async (_, { deps }) => answerable(deps));
      output.result(
        { reports },
        reports.length === 0
          ? ['Chưa nhận báo cáo nào.']
          : reports.map(({ id, unit, window, state }) => `${id}  ${unit}, ${window}: ${state}`),
      );
      return true;
    }
    const id = required(input, 'id');
    const given = givenAnswers(input);
    const to = givenFolder(input);
    if (given === null && to === null)
      throw new WrongUsage('Lệnh answer cần --accept, --return LỜI, --file TỆP.json, hoặc --to THƯ_MỤC để xuất gói.');
    const done = await withOffice(
      { dataDir: root, ...(to !== null && { exportDirs: [to] }) },
      async (client, { deps }) => {
        if (given !== null) await write(client, id, given);
        const sent = to === null ? null : await send(client, deps, id, to);
        const { state, rows, whole, receipt } = await client.ask(answersContract.of, { params: { id } });
        return { id, state, rows: rows.length, whole: whole?.verdict ?? null, receipt, sent };
      },
    );
    output.result(done, [
      `Đã trả lời ${done.rows} dòng; cả báo cáo: ${wholeWords[done.whole ?? 'nhan']}.`,
      ...(done.sent ? [`Đã xuất gói trả lời ${done.sent.fileName}.`] : []),
      ...(done.receipt ? [`Mã biên nhận để đọc qua điện thoại: ${done.receipt.code}`] : []),
    ]);
    return true;
  },
};

const wholeWords = { 'chap-nhan': 'chấp nhận', 'tra-lai': 'yêu cầu bổ sung', nhan: 'đã nhận, chưa kết luận' } as const;

const answerable = (deps: Deps) => {
  const names = new Map(reportingUnits(deps).map(({ unitId, unitName }) => [unitId, unitName]));
  return listReceived(deps.db)
    .filter(({ superseded, state }) => !superseded && state !== 'thu-hoi')
    .map(({ id, unitId, windowKey, state, rowCount }) => ({
      id,
      unit: names.get(unitId) ?? unitId,
      window: windowKey,
      state,
      rows: rowCount,
    }));
};

/** Exactly one of the three ways, or none where only the bundle is wanted. */
function givenAnswers({ values }: CommandInput): Answers | null {
  const ways = [values.accept === true, typeof values.return === 'string', typeof values.file === 'string'];
  if (ways.filter(Boolean).length > 1) throw new WrongUsage('Chỉ dùng một trong --accept, --return, --file.');
  if (values.accept === true)
    return { rows: [], acceptRest: true, whole: { verdict: 'chap-nhan', words: '', resubmitBy: '' } };
  if (typeof values.return === 'string')
    return { rows: [], acceptRest: false, whole: { verdict: 'tra-lai', words: values.return, resubmitBy: '' } };
  return typeof values.file === 'string' ? readAnswers(resolve(values.file)) : null;
}

function readAnswers(path: string): Answers {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    throw new CommandRefused('khong-tim-thay', `Không có tệp ${path}. Chưa ghi gì. Hãy kiểm tra lại tên tệp.`);
  if (size > largestFile) throw new CommandRefused('qua-lon', `Tệp ${path} lớn quá mức nhận. Chưa ghi gì.`);
  try {
    return answersFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CommandRefused(
      'khong-doc-duoc',
      `Tệp ${path} không đúng mẫu {"rows":[{"taskId","verdict","words"}],"acceptRest","whole":{"verdict","words","resubmitBy"}}. Chưa ghi gì.`,
    );
  }
}

function givenFolder({ values }: CommandInput): string | null {
  if (typeof values.to !== 'string') return null;
  const to = resolve(values.to);
  if (!existsSync(to) || !statSync(to).isDirectory())
    throw new CommandRefused(
      'khong-tim-thay',
      `Không có thư mục ${existsSync(to) ? dirname(to) : to} để ghi gói. Chưa ghi gì. Hãy tạo thư mục trước.`,
    );
  return to;
}

/** Each answer sees what stands there now; a refusal stops at the row it is about, and what was written before it stays. */
async function write(client: Client, id: string, given: Answers): Promise<void> {
  const params = { id };
  const known = await client.ask(answersContract.of, { params });
  const revisions = new Map(known.rows.map(({ taskId, revision }) => [taskId, revision]));
  for (const { taskId, verdict, words } of given.rows)
    await client.ask(answersContract.row, {
      params: { ...params, task: taskId },
      body: { revision: revisions.get(taskId) ?? null, verdict, words },
    });
  if (given.acceptRest) await client.ask(answersContract.acceptRest, { params, body: {} });
  if (given.whole)
    await client.ask(answersContract.whole, {
      params,
      body: { revision: known.whole?.revision ?? null, ...given.whole },
    });
}

async function send(client: Client, deps: Deps, id: string, to: string): Promise<LedgerEntry> {
  const place = deps.places.list().find(({ path }) => path === to);
  if (!place) throw new CommandRefused('khong-co-noi', `Không ghi được vào ${to}. Chưa xuất gói.`);
  const job = await client.finish(
    await client.ask(answersContract.send, { params: { id }, body: { placeId: place.id, ticket: null } }),
  );
  if (job.state !== 'done')
    throw new CommandRefused(job.error?.code ?? 'khong-ghi-duoc', job.error?.message ?? 'Chưa xuất được gói trả lời.');
  return job.result as LedgerEntry;
}
