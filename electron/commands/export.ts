/** cli export: the bundle of a frozen report, or its recall, written to a folder or a file. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { dataFolder } from '../../db/data-folder.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReportView } from '../../shared/api/contract/reports.ts';
import type { LedgerEntry, SendingLock, SendingWay } from '../../shared/api/contract/sending.ts';
import { shortestPassword, smallestPart } from '../../shared/api/contract/sending.ts';
import { partFileName } from '../../shared/bundle/part-header.ts';
import type { Client } from '../hosts/client.ts';
import { readCardFile } from '../server/exchange/keys/card-file.ts';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  CommandRefused,
  required,
  WrongUsage,
  withOffice,
} from './command.ts';
import { exportPlan } from './export-plan.ts';
import { fileBytes } from './given-file.ts';
import { passwordOf } from './password-file.ts';

const { office: officeOf, reports, sending } = contract;

export const exportBundle: Command = {
  usage:
    'export --data DIR --window KỲ --to NƠI [--plan ID] [--encrypt-to THẺ|--password-file TỆP] [--split 20MB] [--freeze] [--recall --reason "…"] [--json] | export --data DIR --plan ID --down --to NƠI [--each|--password-file TỆP] [--split 20MB] [--json]',
  about: 'xuất gói báo cáo đã chốt (hoặc gói thu hồi, hoặc kế hoạch giao xuống) vào thư mục hoặc tệp',
  options: {
    data: { type: 'string' },
    window: { type: 'string' },
    to: { type: 'string' },
    plan: { type: 'string' },
    'encrypt-to': { type: 'string' },
    'password-file': { type: 'string' },
    split: { type: 'string' },
    freeze: { type: 'boolean' },
    recall: { type: 'boolean' },
    reason: { type: 'string' },
    down: { type: 'boolean' },
    each: { type: 'boolean' },
  },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh export không nhận thêm chữ.');
    const dataDir = existingData(required(input, 'data'));
    if (input.values.down === true) return sendPlanDown(input, output, dataDir);
    const windowName = required(input, 'window');
    const split = splitOf(input);
    const lock = await lockOf(input);
    const target = targetOf(required(input, 'to'));
    const recall = input.values.recall === true ? required(input, 'reason') : null;
    const sent = await withOffice({ dataDir, exportDirs: [target.folder] }, async (client) => {
      const report = await reportOf(client, windowName, input);
      const way: SendingWay = { placeId: 'them-0', ticket: null, lock, splitBytes: split };
      return recall === null ? sendReport(client, report, way, input) : sendRecall(client, report, way, recall);
    });
    const files = nameFiles(target, sent);
    const { sequence, purpose, bytes, sha256, encryptedTo, parts } = sent;
    output.result({ files, sequence, purpose, kind: sent.kind, bytes, digest: sha256, encryptedTo, parts }, [
      ...files.map((file) => `Đã ghi xong và đọc lại đúng: ${file}`),
      `Gói số ${sequence}, ${bytes} byte, mã ${sha256}${encryptedTo === null ? '' : ', đã khóa'}`,
    ]);
    return true;
  },
};

/** A plan for the units below. With `--each` every bundle is a file of its own, so `--to` names a folder. */
async function sendPlanDown(input: CommandInput, output: CommandOutput, dataDir: string): Promise<boolean> {
  const { values } = input;
  if (values.window !== undefined || values.recall === true || values['encrypt-to'] !== undefined)
    throw new WrongUsage('--down không đi cùng --window, --recall hoặc --encrypt-to.');
  if (values.each === true && values['password-file'] !== undefined)
    throw new WrongUsage('Chỉ chọn một trong hai: --each (khóa của từng đơn vị) hoặc --password-file.');
  const wish = { planId: required(input, 'plan'), each: values.each === true };
  const target = targetOf(required(input, 'to'));
  if (wish.each && target.fileName !== null) throw new WrongUsage('--each ghi nhiều tệp nên --to cần là thư mục.');
  const way: SendingWay = {
    placeId: 'them-0',
    ticket: null,
    lock: await lockOf(input),
    splitBytes: splitOf(input),
  };
  const sent = await withOffice({ dataDir, exportDirs: [target.folder] }, (client) => exportPlan(client, wish, way));
  const bundles = sent.map((entry) => ({
    files: nameFiles(target, entry),
    unit: entry.unitName || null,
    sequence: entry.sequence,
    purpose: entry.purpose,
    bytes: entry.bytes,
    digest: entry.sha256,
  }));
  output.result(
    { kind: 'plan', bundles },
    bundles.flatMap(({ files, unit }) =>
      files.map((file) => `Đã ghi xong và đọc lại đúng${unit === null ? '' : ` (${unit})`}: ${file}`),
    ),
  );
  return true;
}

/** A folder that holds an office; a mistyped one must not become a new empty office. */
export function existingData(path: string): string {
  const folder = dataFolder(path);
  if (!existsSync(folder.database))
    throw new CommandRefused('chua-co-co-quan', `Thư mục ${path} chưa có dữ liệu Sổ Việc. Chưa làm gì.`);
  return folder.root;
}

type Target = { folder: string; fileName: string | null };

/** An existing folder, or a file to be made in one; anything else is made as a folder. */
function targetOf(to: string): Target {
  const path = resolve(to);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return { folder: path, fileName: null };
  if (found) throw new CommandRefused('da-co', `Đã có tệp ${to} nên không ghi đè. Chưa ghi gì. Hãy chọn tên khác.`);
  const isFile = /\.(zip|age|goi)$/i.test(path);
  const folder = isFile ? dirname(path) : path;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new CommandRefused('khong-ghi-duoc', `Không tạo được thư mục ${folder}. Chưa ghi gì. Hãy chọn nơi khác.`);
  }
  return { folder, fileName: isFile ? basename(path) : null };
}

const units: Record<string, number> = { '': 1, B: 1, KB: 1000, MB: 1_000_000, GB: 1_000_000_000 };

/** `20MB`, `25 mb`, `1GB`, plain bytes. */
function splitOf({ values }: CommandInput): number | null {
  if (values.split === undefined) return null;
  const match = /^(\d+(?:[.,]\d+)?)\s*([KMG]?B)?$/i.exec(String(values.split).trim());
  const bytes = match
    ? Math.floor(Number(match[1]?.replace(',', '.')) * (units[(match[2] ?? '').toUpperCase()] ?? 1))
    : 0;
  if (bytes < smallestPart) throw new WrongUsage('--split cần cỡ từ 1,1MB trở lên, ví dụ --split 20MB.');
  return Math.min(bytes, 4_000_000_000);
}

async function lockOf(input: CommandInput): Promise<SendingLock> {
  const card = input.values['encrypt-to'];
  const password = passwordOf(input);
  if (typeof card === 'string' && password !== null)
    throw new WrongUsage('Chỉ chọn một trong hai: --encrypt-to hoặc --password-file.');
  if (password !== null) {
    if (password.length < shortestPassword)
      throw new CommandRefused('mat-khau-ngan', `Mật khẩu cần ít nhất ${shortestPassword} ký tự. Chưa ghi gì.`);
    return { by: 'mat-khau', password };
  }
  if (typeof card !== 'string') return { by: 'tu-dong' };
  const read = await readCardFile(fileBytes(card));
  if (read === null || read === 'sai')
    throw new CommandRefused('the-sai', `Tệp ${card} không phải thẻ đơn vị, hoặc đã bị sửa. Chưa ghi gì.`);
  if (read.encryptionRecipient === null)
    throw new CommandRefused('chua-co-khoa', `Thẻ ${card} không có khóa để khóa gói. Chưa ghi gì.`);
  return { by: 'the', recipient: read.encryptionRecipient };
}

/** The report of a window, named by id, key (`2024-Q1`) or label. */
async function reportOf({ ask }: Client, windowName: string, { values }: CommandInput): Promise<ReportView> {
  const state = await ask(officeOf.state);
  if (!state.office) throw new CommandRefused('chua-co-co-quan', 'Hồ sơ này chưa khai cơ quan. Chưa ghi gì.');
  const window = state.windows.find(({ id, key, label }) => [id, key, label].includes(windowName));
  if (!window) {
    const known = state.windows.map(({ key }) => key).join(', ');
    throw new CommandRefused(
      'khong-co-ky',
      `Không có kỳ báo cáo "${windowName}". Chưa ghi gì. Các kỳ đang có: ${known || 'chưa có kỳ nào'}.`,
    );
  }
  const plans = state.plans.filter(({ id, year }) =>
    values.plan === undefined ? year === window.year : id === values.plan,
  );
  const [plan, ...more] = plans;
  if (!plan)
    throw new CommandRefused('khong-co-ke-hoach', `Không có kế hoạch nào cho kỳ ${window.label}. Chưa ghi gì.`);
  if (more.length > 0)
    throw new CommandRefused(
      'nhieu-ke-hoach',
      `Có ${plans.length} kế hoạch năm ${window.year}. Chưa ghi gì. Hãy thêm --plan, một trong: ${plans.map(({ id }) => id).join(', ')}.`,
    );
  return ask(reports.open, { body: { planId: plan.id, windowId: window.id } });
}

async function sendReport(client: Client, report: ReportView, way: SendingWay, { values }: CommandInput) {
  if (report.status === 'draft') {
    if (values.freeze !== true)
      throw new CommandRefused(
        'chua-chot',
        `Báo cáo ${report.window.label} chưa chốt nên chưa xuất gói. Chưa ghi gì. Hãy chốt trong Sổ Việc, hoặc thêm --freeze.`,
      );
    await client.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  }
  return ended(client, await client.ask(sending.exportBundle, { body: { ...way, reportId: report.id } }));
}

async function sendRecall(client: Client, report: ReportView, way: SendingWay, reason: string) {
  const { entries } = await client.ask(sending.ledger);
  const last = entries.find((entry) => entry.reportId === report.id && entry.canRecall);
  if (!last)
    throw new CommandRefused(
      'khong-thu-hoi',
      `Báo cáo ${report.window.label} chưa gửi, hoặc gói cuối đã thu hồi rồi. Chưa ghi gì.`,
    );
  return ended(client, await client.ask(sending.recall, { params: { id: last.id }, body: { ...way, reason } }));
}

async function ended({ finish }: Client, job: Parameters<Client['finish']>[0]): Promise<LedgerEntry> {
  const last = await finish(job);
  if (last.state !== 'done')
    throw new CommandRefused(last.error?.code ?? 'da-huy', last.error?.message ?? 'Việc đã bị hủy.');
  return last.result as LedgerEntry;
}

/** Where the files lie. A single file gets the name that was asked for. */
function nameFiles({ folder, fileName }: Target, { fileName: given, parts }: LedgerEntry): string[] {
  if (parts > 1)
    return Array.from({ length: parts }, (_, index) =>
      join(folder, partFileName({ fileName: given, number: index + 1, count: parts })),
    );
  const path = join(folder, given);
  if (fileName === null) return [path];
  renameSync(path, join(folder, fileName));
  return [join(folder, fileName)];
}
