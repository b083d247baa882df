/** A file that a command writes where the person said: never over another one unasked, whole or not at all. */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../../db/write-whole.ts';
import { CommandRefused } from './command.ts';

/** Throws when there is no such folder, a folder stands there, or a file stands there and `force` is not given. */
export function refuseToOverwrite(to: string, force: boolean): void {
  if (!existsSync(dirname(to)) || !statSync(dirname(to)).isDirectory())
    throw new CommandRefused('khong-tim-thay', `Không có thư mục ${dirname(to)}. Chưa ghi gì. Hãy tạo thư mục trước.`);
  if (!existsSync(to)) return;
  if (statSync(to).isDirectory())
    throw new CommandRefused('da-co', `${to} là một thư mục. Chưa ghi gì. Hãy chọn tên tệp khác.`);
  if (!force)
    throw new CommandRefused(
      'da-co',
      `Đã có tệp ${to} nên không ghi đè. Tệp cũ được giữ nguyên. Hãy chọn tên khác, hoặc thêm --force để ghi đè.`,
    );
}

export function writeOut(to: string, bytes: Uint8Array): void {
  try {
    writeWhole(to, bytes, 0o644);
  } catch {
    throw new CommandRefused(
      'khong-ghi-duoc',
      `Không ghi được ${to}. Không để lại tệp dở dang. Hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa, đóng tệp nếu đang mở, rồi thử lại.`,
    );
  }
}
