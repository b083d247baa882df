/** Where a command's plan comes from: a file on the disk, or an office's data with the id of a plan or report. */
import { existsSync } from 'node:fs';
import { dataFolder } from '../../db/data-folder.ts';
import type { ReadPlan } from '../../shared/plan/read-plan.ts';
import type { Office } from '../server/open-office.ts';
import { readPlanFile } from '../work/tasks.ts';
import { CommandRefused, withOffice } from './command.ts';
import { givenFile } from './given-file.ts';

/** The file as understood; refused when it is missing, too large, or cannot be read. */
export async function readGivenFile(path: string): Promise<ReadPlan> {
  const done = await readPlanFile(await givenFile(path), {
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!done.ok) throw new CommandRefused(done.error.code, done.error.message);
  return done.value;
}

/** The folder an office lies in, absolute; one without an office is refused, never filled. */
export function existingData(data: string): string {
  const folder = dataFolder(data);
  if (!existsSync(folder.database))
    throw new CommandRefused(
      'khong-tim-thay',
      `Không có dữ liệu Sổ Việc trong ${folder.root}. Chưa tạo gì. Hãy kiểm tra lại tên thư mục.`,
    );
  return folder.root;
}

/** Opens the office that lies in a folder. */
export const withExistingOffice = <T>(data: string, work: (office: Office) => Promise<T>): Promise<T> =>
  withOffice({ dataDir: existingData(data) }, (_, office) => work(office));

export const noSuchId = (id: string): CommandRefused =>
  new CommandRefused('khong-tim-thay', `Không có kế hoạch hay báo cáo nào mang mã ${id}. Hãy kiểm tra lại mã.`);
