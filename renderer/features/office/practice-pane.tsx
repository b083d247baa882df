/** Only in a practice office: throw the practice away and begin again. */
import { Button } from '@mantine/core';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './office-page.module.css';

export function PracticePane() {
  const confirm = useConfirm();
  const openProfile = useSession((session) => session.openProfile);
  const profileId = useSession((session) => session.profileId);
  const reset = useWrite(async () => {
    await call(contract.office.resetPractice, { body: {} });
    // Chosen plan, window and person were of the practice that is gone.
    openProfile(profileId);
    showToast('Hồ sơ dùng thử đã trở về lúc bắt đầu.');
  });
  const ask = async () => {
    const yes = await confirm.ask({
      title: 'Xóa hồ sơ dùng thử và làm lại từ đầu?',
      yes: 'Xóa làm lại',
      danger: true,
      children: (
        <p>
          Mọi thứ đã làm thử trong hồ sơ này sẽ mất, hồ sơ trở về lúc bắt đầu. Một bản sao lưu được ghi trước khi xóa.
          Hồ sơ khác trên máy không bị đụng tới.
        </p>
      ),
    });
    if (yes) reset.mutate(undefined);
  };
  return (
    <Pane title="Hồ sơ dùng thử" padded>
      <div className={styles.stack}>
        <div className={styles.row}>
          <span>Đây là hồ sơ dùng thử, không phải dữ liệu thật của cơ quan.</span>
          <Button onClick={ask} loading={reset.isPending}>
            Xóa làm lại từ đầu…
          </Button>
        </div>
        {reset.error ? (
          <Note tone="problem" announce title="Chưa làm lại được.">
            {reset.error.message}
          </Note>
        ) : null}
      </div>
      {confirm.dialog}
    </Pane>
  );
}
