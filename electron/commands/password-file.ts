/** `--password-file`: the password is the first line of a file, so that it stands in no list of running programs. */
import { type CommandInput, CommandRefused } from './command.ts';
import { fileBytes } from './given-file.ts';

/** Null without the option; an empty first line is refused. */
export function passwordOf({ values }: CommandInput): string | null {
  const file = values['password-file'];
  if (typeof file !== 'string') return null;
  const [line = ''] = Buffer.from(fileBytes(file))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (line === '')
    throw new CommandRefused('mat-khau-trong', `Dòng đầu của tệp ${file} trống nên chưa có mật khẩu. Chưa làm gì.`);
  return line;
}
