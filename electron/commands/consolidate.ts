/** cli consolidate: a superior's report of one window over its units, as Word or Excel. */
import { extname, resolve } from 'node:path';
import { consolidatedXlsx } from '../documents/write/consolidated-xlsx.ts';
import type { Deps } from '../server/core/deps.ts';
import {
  consolidatedDocument,
  consolidatedWindow,
  repeatedProofOf,
  wallWindows,
} from '../server/units/consolidation.ts';
import { renderWord } from '../work/tasks.ts';
import { type Command, CommandRefused, required, WrongUsage } from './command.ts';
import { withExistingOffice } from './given-plan.ts';
import { refuseToOverwrite, writeOut } from './written-file.ts';

export const consolidate: Command = {
  usage: 'consolidate --data THƯ_MỤC --window KỲ --to TỆP.docx|.xlsx [--force] [--json]',
  about: 'tổng hợp báo cáo đã nhận của một kỳ',
  options: {
    data: { type: 'string' },
    window: { type: 'string' },
    to: { type: 'string' },
    force: { type: 'boolean' },
  },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh consolidate không nhận tên tệp ngoài --to.');
    const to = resolve(required(input, 'to'));
    const ending = extname(to).toLowerCase();
    if (ending !== '.docx' && ending !== '.xlsx')
      throw new WrongUsage('Tên tệp sau --to phải có đuôi .docx hoặc .xlsx.');
    refuseToOverwrite(to, input.values.force === true);
    const wanted = required(input, 'window');
    const made = await withExistingOffice(required(input, 'data'), ({ deps }) => make(deps, wanted, ending));
    refuseToOverwrite(to, input.values.force === true);
    writeOut(to, made.bytes);
    output.result({ path: to, bytes: made.bytes.length, ...made.summary }, [
      `Đã ghi ${to}, ${made.bytes.length} byte.`,
      `${made.summary.window}: ${made.summary.received}/${made.summary.expected} đơn vị, ${made.summary.sums.length} số liệu cộng được.`,
    ]);
    return true;
  },
};

async function make(deps: Deps, wanted: string, ending: '.docx' | '.xlsx') {
  const windows = wallWindows(deps);
  const found = consolidatedWindow(deps, wanted, true);
  const document = found && consolidatedDocument(deps, found);
  if (!found || !document)
    throw new CommandRefused(
      'khong-tim-thay',
      windows.length === 0
        ? 'Hồ sơ này chưa có kỳ báo cáo nào. Chưa ghi gì.'
        : `Không có kỳ ${wanted}. Chưa ghi gì. Các kỳ đang có: ${windows.map(({ key }) => key).join(', ')}.`,
    );
  const repeated = repeatedProofOf(deps);
  const { content, window } = found;
  const bytes =
    ending === '.docx'
      ? await renderWord(document)
      : await consolidatedXlsx({ title: document.title, content, repeated });
  return {
    bytes,
    summary: {
      window: window.key,
      label: window.label,
      asOf: content.asOf,
      received: content.reports.length,
      expected: content.wall.length,
      onTime: content.onTime,
      wall: content.wall.map(({ unitId, unitName, state, receivedOn, daysLate }) => ({
        unitId,
        unitName,
        state,
        receivedOn,
        daysLate,
      })),
      sums: content.sums.map(({ area, task, measure, numerator, denominator, units, notArisen, silent, outliers }) => ({
        area,
        task,
        measure,
        numerator,
        denominator,
        units: units.length,
        notArisen: notArisen.length,
        silent: silent.length,
        outliers,
      })),
      repeatedProof: repeated.length,
    },
  };
}
