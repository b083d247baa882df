/** cli card: this office's unit card as a file, to be given to other units. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contract } from '../../shared/api/contract/contract.ts';
import { type Command, CommandRefused, required, WrongUsage, withOffice } from './command.ts';
import { existingData } from './export.ts';

export const card: Command = {
  usage: 'card --data DIR --to TỆP [--json]',
  about: 'lấy thẻ đơn vị của cơ quan này ra tệp',
  options: { data: { type: 'string' }, to: { type: 'string' } },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh card không nhận thêm chữ.');
    const path = resolve(required(input, 'to'));
    if (existsSync(path)) throw new CommandRefused('da-co', `Đã có tệp ${path} nên không ghi đè. Hãy chọn tên khác.`);
    const { own, bytes } = await withOffice(
      { dataDir: existingData(required(input, 'data')) },
      async ({ ask, raw }) => {
        const view = await ask(contract.trust.view);
        return { own: view.own, bytes: Buffer.from(await (await raw(contract.trust.card)).arrayBuffer()) };
      },
    );
    try {
      writeFileSync(path, bytes, { flag: 'wx' });
    } catch {
      throw new CommandRefused('khong-ghi-duoc', `Không ghi được tệp ${path}. Hãy chọn nơi khác.`);
    }
    const { unitName, installationId, fingerprint } = own;
    output.result(
      { file: path, unit: unitName, installationId, fingerprint: fingerprint.digits, words: fingerprint.words },
      [
        `Đã ghi thẻ của ${unitName}: ${path}`,
        `Dấu vân tay: ${fingerprint.digits}`,
        `Bằng chữ:    ${fingerprint.words.join(' ')}`,
      ],
    );
    return true;
  },
};
