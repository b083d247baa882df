/** cli target TEXT: the targets and kinds of proof that the words of "Kết quả" ask for. */
import { readResult } from '../../shared/target/parse.ts';
import { proofNames, type Target } from '../../shared/target/target.ts';
import { type Command, WrongUsage } from './command.ts';

export const target: Command = {
  usage: 'target "KẾT QUẢ" [--json]',
  about: 'hiểu chỉ tiêu và minh chứng mà một kết quả đòi hỏi',
  options: {},
  run: async ({ positionals }, output) => {
    const [text, ...more] = positionals;
    if (text === undefined || more.length > 0)
      throw new WrongUsage('Lệnh target cần đúng một đoạn chữ, đặt trong dấu ngoặc kép.');
    const read = readResult(text);
    output.result(read, [
      ...read.targets.map((each) => `Chỉ tiêu: ${lineOf(each)}`),
      ...read.proofs.map((kind) => `Minh chứng: ${proofNames[kind]}`),
      ...read.doubts.map((doubt) => `? ${doubt}`),
    ]);
    return true;
  },
};

const signs: Readonly<Record<Target['operator'], string>> = { '=': '=', '>=': '≥', '>': '>', '<': '<', '<=': '≤' };

function lineOf({ operator, value, unit, per, of, that }: Target): string {
  const number = `${signs[operator]} ${value === null ? '(chưa nhập)' : String(value).replace('.', ',')}`;
  const measured = [of, that].filter((part) => part !== null && part !== '').join(': ');
  return `${number}${unit === '%' ? '%' : ` ${unit}`}${per === null ? '' : `/${per}`}${measured === '' ? '' : ` – ${measured}`}`;
}
