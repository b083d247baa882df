/** The practice office with a group whose results tests can count on: a share, a number of the superior's, a number per year, proof. */
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from './make-office.ts';

const { office, plans } = contract;

export async function practiceWithResults() {
  const made = makeOffice();
  await made.ask(office.practice, { body: {} });
  const { plans: kept, windows } = await made.ask(office.state);
  const planId = kept[0]!.id;
  const table = await made.ask(plans.table, { params: { id: planId }, query: {} });
  const group = table.groups[0]!;
  const groupId = group.id;
  await made.ask(plans.changeGroup, {
    params: { id: groupId },
    body: {
      revision: group.revision,
      results: [
        '100% hồ sơ được giải quyết đúng hạn',
        'Tỷ lệ bao phủ BHYT đạt chỉ tiêu do UBND huyện giao',
        'Tổ chức ít nhất 2 lần/năm đối thoại',
        'Quyết định ban hành quy chế; hình ảnh niêm yết',
      ],
    },
  });
  /** The window whose key ends so, `Q1`. */
  const windowId = (key: string) => windows.find((each) => each.key.endsWith(key))!.id;
  return { made, planId, windows, windowId, groupId, taskId: group.taskIds[0]! };
}
export type PracticeWithResults = Awaited<ReturnType<typeof practiceWithResults>>;
