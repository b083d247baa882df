/** cli review FILE | --data DIR --id ID: proof-reads the contents of a plan; changes nothing. */
import { ruleNames } from '../../shared/review/input.ts';
import { reviewOfRead } from '../../shared/review/of-read-plan.ts';
import { reviewPlan } from '../../shared/review/review.ts';
import { partsOfStored, reviewOfParts } from '../documents/plan-parts.ts';
import { type Command, type CommandInput, required, WrongUsage } from './command.ts';
import { noSuchId, readGivenFile, withExistingOffice } from './given-plan.ts';

export const review: Command = {
  usage: 'review TỆP | --data THƯ_MỤC --id MÃ [--json]',
  about: 'rà soát nội dung kế hoạch: năm cũ, đơn vị khác, số thứ tự, căn cứ …',
  options: { data: { type: 'string' }, id: { type: 'string' } },
  run: async (input, output) => {
    const { findings } = reviewPlan(await planOf(input));
    output.result({ findings }, [
      ...findings.map(
        ({ rule, where, text, why, fix }) =>
          `${ruleNames[rule]} · ${where}${text === '' ? '' : `: “${text}”`}. ${why}${fix === null ? '' : ` Gợi ý: “${fix}”.`}`,
      ),
      findings.length === 0 ? 'Không thấy chỗ nào cần xem lại.' : `${findings.length} chỗ cần xem lại.`,
    ]);
    return true;
  },
};

async function planOf(input: CommandInput): Promise<Parameters<typeof reviewPlan>[0]> {
  const [path, ...more] = input.positionals;
  if (more.length > 0) throw new WrongUsage('Lệnh review chỉ nhận một tệp.');
  if (path !== undefined) {
    if (input.values.data !== undefined || input.values.id !== undefined)
      throw new WrongUsage('Lệnh review nhận một tệp, hoặc --data cùng --id, không nhận cả hai.');
    return reviewOfRead(await readGivenFile(path));
  }
  const id = required(input, 'id');
  return withExistingOffice(required(input, 'data'), async (office) => {
    const parts = partsOfStored(office.deps.db, id);
    if (parts === null) throw noSuchId(id);
    return reviewOfParts(parts);
  });
}
