/** cli read FILE: reads a plan in a foreign file and prints what was understood; stores nothing. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readPlanFile } from '../work/tasks.ts';
import { type Command, CommandRefused, WrongUsage } from './command.ts';

/** As at the door of the server. */
const largestFile = 50 * 1024 * 1024;

export const read: Command = {
  usage: 'read TỆP [--json]',
  about: 'đọc kế hoạch trong tệp Word, Excel, văn bản; không lưu gì',
  options: {},
  run: async ({ positionals }, output) => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh read cần đúng một tệp.');
    const bytes = path === '-' ? await standardInput() : fileBytes(path);
    const done = await readPlanFile(
      { bytes, name: path === '-' ? 'dan-vao.txt' : basename(path) },
      { signal: new AbortController().signal, progress: () => undefined },
    );
    if (!done.ok) throw new CommandRefused(done.error.code, done.error.message);
    const { source: _, ...plan } = done.value;
    output.result(plan, [
      `${plan.plan?.title ?? '(không có phần đầu kế hoạch)'}`,
      `${plan.plan?.sections.length ?? 0} phần, ${plan.rows.length} nhóm nhiệm vụ, ${plan.rows.reduce((sum, row) => sum + row.tasks.length, 0)} nhiệm vụ`,
      ...plan.warnings,
    ]);
    return true;
  },
};

function fileBytes(path: string): Uint8Array {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new CommandRefused('khong-tim-thay', `Không có tệp ${path}. Hãy kiểm tra lại tên tệp.`);
  if (size > largestFile)
    throw new CommandRefused('qua-lon', 'Tệp lớn hơn 50 MB nên không đọc. Hãy bỏ bớt ảnh trong tệp rồi thử lại.');
  return readFileSync(path);
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > largestFile) throw new CommandRefused('qua-lon', 'Nội dung dán vào lớn hơn 50 MB nên không đọc.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
