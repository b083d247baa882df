/** Bundles that came in parts and are not whole yet: which parts are missing, and a way to let them go. */
import { Button } from '@mantine/core';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PartsView } from '../../../shared/api/contract/receiving.ts';
import { useData, useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';

export function WaitingParts() {
  const { data } = useData(contract.receiving.parts);
  return (data?.sets ?? []).map((set) => <WaitingSet key={set.setId} set={set} />);
}

function WaitingSet({ set }: { set: PartsView }) {
  const confirm = useConfirm();
  const drop = useWrite(() => call(contract.receiving.discardParts, { params: { id: set.setId } }));
  const ask = async () => {
    const agreed = await confirm.ask({
      title: 'Bỏ các phần đã nhận?',
      yes: `Bỏ ${set.have} phần`,
      danger: true,
      children: `${set.have} phần của ${set.fileName} bị xóa khỏi máy này. Các tệp gốc ở nơi khác không đổi.`,
    });
    if (agreed) drop.mutate(undefined);
  };
  return (
    <Note
      tone="doubt"
      title={`Còn thiếu phần ${set.missing.join(', ')} của ${set.total}.`}
      actions={<Button onClick={() => void ask()}>Bỏ các phần này</Button>}
    >
      Đã giữ {set.have} phần của {set.fileName}. Thả tiếp các phần còn lại vào đây, thứ tự nào cũng được.
      {confirm.dialog}
    </Note>
  );
}
