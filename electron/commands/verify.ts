/** cli verify BUNDLE: is the file complete, unchanged, and from whom; for bundles and any BagIt bag. */
import { verifyBundle } from '../bundles/verify.ts';
import { type Command, WrongUsage } from './command.ts';

export const verify: Command = {
  usage: 'verify GÓI [--json]',
  about: 'kiểm tra gói báo cáo: đủ tệp, không bị sửa, của ai',
  options: {},
  run: async ({ positionals }, output) => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh verify cần đúng một tệp hoặc thư mục.');
    const report = await verifyBundle(path);
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
