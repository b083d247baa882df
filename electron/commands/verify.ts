/** cli verify BUNDLE: is the file complete, unchanged, and from whom; for bundles and any BagIt bag. */
import { dataFolder } from '../../db/data-folder.ts';
import type { OpeningKeys } from '../bundles/encryption/locks.ts';
import { verifyBundle } from '../bundles/verify.ts';
import { storedIdentities } from '../server/exchange/keys/identity.ts';
import { type Command, type CommandInput, WrongUsage } from './command.ts';
import { fileBytes } from './given-file.ts';

export const verify: Command = {
  usage: 'verify GÓI [--password-file TỆP] [--data THƯ-MỤC] [--json]',
  about: 'kiểm tra gói báo cáo: đủ tệp, không bị sửa, của ai',
  options: { 'password-file': { type: 'string' }, data: { type: 'string' } },
  run: async (input, output) => {
    const [path, ...more] = input.positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh verify cần đúng một tệp hoặc thư mục.');
    const report = await verifyBundle(path, { keys: keysOf(input) });
    const yes = (value: boolean) => (value ? 'có' : 'KHÔNG');
    output.result(report, [
      `Đủ tệp: ${yes(report.complete)}`,
      `Nguyên vẹn: ${yes(report.valid)}`,
      `Người ký: ${report.signedBy ? `${report.signedBy.unitName}, dấu vân tay ${report.signedBy.fingerprint}` : 'không có'}`,
      ...report.errors.map((error) => `- ${error.message}`),
    ]);
    return report.ok;
  },
};

/** For a locked bundle: the first line of the password file, and the key of the office whose data lie in `--data`. */
function keysOf({ values }: CommandInput): OpeningKeys {
  const file = values['password-file'];
  const { data } = values;
  const [line = ''] = typeof file === 'string' ? Buffer.from(fileBytes(file)).toString('utf8').split(/\r?\n/) : [];
  return {
    identities: typeof data === 'string' ? storedIdentities(dataFolder(data)) : [],
    ...(line !== '' && { passphrase: line }),
  };
}
