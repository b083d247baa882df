/**
 * cli check FILE.docx: is a Word file laid out as Decree 30/2020 wants it; reads only, stores nothing. With --fix the safe faults
 * are put right in a copy; the file itself is never written.
 */
import { resolve } from 'node:path';
import type { LayoutFinding, Severity } from '../../shared/check/rules/finding.ts';
import type { MendedFile } from '../documents/mend/mend-docx.ts';
import { checkDocumentFile, mendDocumentFile } from '../work/tasks.ts';
import { type Command, CommandRefused, required, WrongUsage } from './command.ts';
import { givenFile } from './given-file.ts';
import { refuseToOverwrite, writeOut } from './written-file.ts';

/** Done is done, whatever was found: only a file that cannot be checked ends with exit code 1. */
export const check: Command = {
  usage: 'check TỆP.docx [--fix --to BẢN_SỬA.docx [--force]] [--json]',
  about: 'kiểm tra thể thức tệp Word theo Nghị định 30/2020/NĐ-CP; --fix sửa lỗi an toàn vào một bản khác',
  options: { fix: { type: 'boolean' }, to: { type: 'string' }, force: { type: 'boolean' } },
  run: async (input, output) => {
    const [path, ...more] = input.positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh check cần đúng một tệp Word (.docx).');
    if (input.values.fix !== true) {
      if (input.values.to !== undefined) throw new WrongUsage('--to đi cùng --fix.');
      const { bytes } = await givenFile(path);
      const done = await checkDocumentFile({ bytes });
      if (!done.ok) throw new CommandRefused(done.error.code, done.error.message);
      const { findings, passed } = done.value;
      output.result({ findings: findings.map(told), passed }, linesOf(findings, passed.length));
      return true;
    }
    const to = resolve(required(input, 'to'));
    if (!/\.docx$/i.test(to)) throw new WrongUsage('Tên tệp sau --to phải có đuôi .docx.');
    if (to === resolve(path)) throw new WrongUsage('Bản đã sửa phải mang tên khác; tệp gốc không bị ghi đè.');
    const force = input.values.force === true;
    refuseToOverwrite(to, force);
    const { bytes } = await givenFile(path);
    const mended = await mendDocumentFile({ bytes });
    if (!mended.ok) throw new CommandRefused(mended.error.code, mended.error.message);
    refuseToOverwrite(to, force);
    writeOut(to, mended.value.bytes);
    const { changed, left } = mended.value;
    output.result({ path: to, changed, findings: left.map(told) }, mendedLines(to, mended.value));
    return true;
  },
};

/** What is said of a finding outside the program. */
const told = ({ rule, severity, where, paragraphs, found, allowed, fix, source }: LayoutFinding) => ({
  rule,
  severity,
  where,
  paragraphs,
  found,
  allowed,
  fix,
  source,
});

const severityNames: Readonly<Record<Severity, string>> = { error: 'SAI', warning: 'NÊN XEM', note: 'GHI CHÚ' };

const pointLines = (findings: readonly LayoutFinding[]): string[] =>
  findings.flatMap(({ severity, where, found, allowed, fix, rule }) => [
    `[${severityNames[severity]}] ${where}`,
    `    thấy: ${found}; đúng: ${allowed} (${rule})`,
    ...(fix === null ? [] : [`    cách sửa: ${fix}`]),
  ]);

const linesOf = (findings: readonly LayoutFinding[], passed: number): string[] => [
  ...pointLines(findings),
  findings.length === 0
    ? `Đúng thể thức: ${passed} quy tắc đều đạt.`
    : `${findings.length} điểm cần xem, ${passed} quy tắc đạt.`,
];

const mendedLines = (to: string, { changed, left }: MendedFile): string[] => [
  ...changed.map(({ where, found, done }) => `[ĐÃ SỬA] ${where}: ${found} → ${done}`),
  ...pointLines(left),
  `Đã ghi ${to}: sửa ${changed.length} điểm, còn ${left.length} điểm cần người xem. Tệp gốc giữ nguyên.`,
];
