/** cli check FILE.docx: is a Word file laid out as Decree 30/2020 wants it; reads only, stores nothing. */
import type { Finding, Severity } from '../../shared/check/finding.ts';
import { checkDocumentFile } from '../work/tasks.ts';
import { type Command, CommandRefused, WrongUsage } from './command.ts';
import { givenFile } from './given-file.ts';

/** Done is done, whatever was found: only a file that cannot be checked ends with exit code 1. */
export const check: Command = {
  usage: 'check TỆP.docx [--json]',
  about: 'kiểm tra thể thức tệp Word theo Nghị định 30/2020/NĐ-CP; không lưu gì',
  options: {},
  run: async ({ positionals }, output) => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh check cần đúng một tệp Word (.docx).');
    const { bytes } = await givenFile(path);
    const done = await checkDocumentFile({ bytes });
    if (!done.ok) throw new CommandRefused(done.error.code, done.error.message);
    output.result(done.value, linesOf(done.value.findings, done.value.passed.length));
    return true;
  },
};

const severityNames: Readonly<Record<Severity, string>> = { error: 'SAI', warning: 'NÊN XEM', note: 'GHI CHÚ' };

const linesOf = (findings: readonly Finding[], passed: number): string[] => [
  ...findings.flatMap(({ severity, where, found, allowed, fix, rule }) => [
    `[${severityNames[severity]}] ${where}`,
    `    thấy: ${found}; đúng: ${allowed} (${rule})`,
    ...(fix === null ? [] : [`    cách sửa: ${fix}`]),
  ]),
  findings.length === 0
    ? `Đúng thể thức: ${passed} quy tắc đều đạt.`
    : `${findings.length} điểm cần xem, ${passed} quy tắc đạt.`,
];
