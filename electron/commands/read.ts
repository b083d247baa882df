/** cli read FILE: reads a plan in a foreign file (or `-`, what was pasted) and prints what was understood; stores nothing. */
import { type Command, WrongUsage } from './command.ts';
import { readGivenFile } from './given-plan.ts';

export const read: Command = {
  usage: 'read TỆP|- [--json]',
  about: 'đọc kế hoạch trong tệp Word, Excel, văn bản; không lưu gì',
  options: {},
  run: async ({ positionals }, output) => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh read cần đúng một tệp.');
    const { source: _, ...plan } = await readGivenFile(path);
    output.result(plan, [
      `${plan.plan?.title ?? '(không có phần đầu kế hoạch)'}`,
      `${plan.plan?.sections.length ?? 0} phần, ${plan.rows.length} nhóm nhiệm vụ, ${plan.rows.reduce((sum, row) => sum + row.tasks.length, 0)} nhiệm vụ`,
      ...plan.warnings,
    ]);
    return true;
  },
};
