/** cli doctor: reads an office's data and says of each promise whether it holds. Changes nothing but needs the data not open elsewhere. */
import { existsSync } from 'node:fs';
import { checkOffice } from '../../db/check.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { doctorLines } from '../server/office/doctor-lines.ts';
import { type Command, CommandRefused, required, withOffice } from './command.ts';

export const doctor: Command = {
  usage: 'doctor --data THƯ_MỤC [--json]',
  about: 'kiểm tra dữ liệu của cơ quan',
  options: { data: { type: 'string' } },
  run: async (input, output) => {
    const folder = dataFolder(required(input, 'data'));
    if (!existsSync(folder.database))
      throw new CommandRefused(
        'khong-tim-thay',
        `Không có dữ liệu Sổ Việc trong ${folder.root}. Chưa tạo gì. Hãy kiểm tra lại tên thư mục.`,
      );
    return withOffice({ dataDir: folder.root }, async (_, office) => {
      const report = checkOffice(office.deps.db.sqlite, folder, { readBytes: true });
      output.result(
        report,
        doctorLines(report).map((line) => `${line.ok ? '✓' : '✗'} ${line.text}`),
      );
      return report.ok;
    });
  },
};
