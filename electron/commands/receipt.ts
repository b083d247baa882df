/** cli receipt: the superior's code for a received report, or at the commune what a code read by telephone says. */
import { answersContract } from '../../shared/api/contract/answers.ts';
import { groupedCode } from '../../shared/bundle/receipt-code.ts';
import { type Command, required, WrongUsage, withOffice } from './command.ts';
import { existingData } from './given-plan.ts';

export const receipt: Command = {
  usage: 'receipt --data THƯ_MỤC (--id MÃ_ĐÃ_NHẬN | --code MÃ_BIÊN_NHẬN) [--json]',
  about: 'mã biên nhận: lấy ở cấp trên, ghi ở đơn vị gửi',
  options: { data: { type: 'string' }, id: { type: 'string' }, code: { type: 'string' } },
  run: async (input, output) => {
    const { id, code } = input.values;
    if ((id === undefined) === (code === undefined)) throw new WrongUsage('Lệnh receipt cần --id hoặc --code.');
    const root = existingData(required(input, 'data'));
    if (id !== undefined) {
      const { receipt: made } = await withOffice({ dataDir: root }, (client) =>
        client.ask(answersContract.of, { params: { id: required(input, 'id') } }),
      );
      output.result(made, [
        groupedCode(made?.code ?? ''),
        made?.signed
          ? 'Mã này chứng tỏ đúng cơ quan này đã nhận đúng gói đó.'
          : 'Chưa biết khóa của đơn vị gửi: mã chỉ đối chiếu nội dung gói.',
      ]);
      return true;
    }
    const found = await withOffice({ dataDir: root }, (client) =>
      client.ask(answersContract.receipt, { body: { code: required(input, 'code') } }),
    );
    output.result(found, [
      `${found.fromUnit ?? 'Nơi nhận (chưa rõ khóa)'} đã nhận ${found.reportTitle}, bản ${found.reportVersion}.`,
      ...(found.isNew ? [] : ['Biên nhận này đã ghi trước đây.']),
    ]);
    return true;
  },
};
