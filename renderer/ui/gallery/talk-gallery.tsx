/** Questions, notes, toasts, empty places, the error page. */
import { Button, SimpleGrid } from '@mantine/core';
import { IconPaperclip, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useConfirm } from '../confirm-dialog.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Note, TextAction } from '../note.tsx';
import { Pane } from '../page.tsx';
import { showProblemToast, showToast, showUndoToast } from '../toast.tsx';
import styles from './gallery.module.css';

export function TalkGallery() {
  const confirm = useConfirm();
  const [answer, setAnswer] = useState('chưa hỏi');
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error('Lỗi thử để xem trang báo lỗi');
  const ask = async () => {
    const yes = await confirm.ask({
      title: 'Xóa 3 minh chứng?',
      children: '3 tệp sẽ rời khỏi 2 nhiệm vụ. Tệp vẫn nằm trong kho 30 ngày và có thể lấy lại bằng Hoàn tác.',
      yes: 'Xóa 3 minh chứng',
      danger: true,
    });
    setAnswer(yes ? 'đồng ý' : 'thôi');
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <div className={styles.stack}>
        <Note tone="doubt" title="Năm cũ." actions={<TwoActions />}>
          Kế hoạch năm 2024 nhưng thời gian ghi 2023.
        </Note>
        <Note tone="problem" title="Chưa nhập được gói.">
          2 tệp không khớp mã. Chưa có gì trên máy này bị thay đổi. Hãy đề nghị xã gửi lại gói.
        </Note>
        <Note title="Bản nháp.">Đây là chữ bạn gõ dở hôm qua, chưa lưu.</Note>
        <Note tone="done" title="Đã nhận đủ.">
          Gói nguyên vẹn, 212 minh chứng, mã biên nhận 7KM2-QX4T-9HDC-W3PA.
        </Note>
        <div className={styles.wrap}>
          <Button onClick={() => void ask()}>Hỏi trước khi xóa</Button>
          <span className="soft">Trả lời: {answer}</span>
        </div>
        <div className={styles.wrap}>
          <Button onClick={() => showUndoToast('Đã xóa 2 minh chứng', () => showToast('Đã lấy lại 2 minh chứng'))}>
            Báo có hoàn tác
          </Button>
          <Button onClick={() => showToast('Đã lưu báo cáo thành tệp Word')}>Báo</Button>
          <Button
            onClick={() =>
              showProblemToast(
                'USB đã rút ra. Gói chưa được ghi, báo cáo vẫn còn trên máy. Hãy cắm lại USB rồi xuất lại.',
              )
            }
          >
            Báo lỗi
          </Button>
          <Button onClick={() => setBroken(true)}>Làm hỏng màn hình</Button>
        </div>
      </div>
      <div className={styles.stack}>
        <Pane label="Màn hình trống">
          <EmptyState
            icon={IconTable}
            title="Chưa có kế hoạch nào"
            action={
              <>
                <Button variant="filled">Mở kế hoạch đã có…</Button>
                <Button>Dùng thử với kế hoạch mẫu</Button>
              </>
            }
          >
            Mở tệp Word hoặc Excel của cơ quan: chương trình đọc, bạn xem lại, rồi mới giữ.
          </EmptyState>
        </Pane>
        <Pane label="Ngăn trống">
          <EmptyState icon={IconPaperclip} title="Chưa có minh chứng" size="small">
            Thả tệp, ảnh vào đây khi có.
          </EmptyState>
        </Pane>
      </div>
      {confirm.dialog}
    </SimpleGrid>
  );
}

const TwoActions = () => (
  <>
    <TextAction onClick={() => undefined}>Đổi thành “Trong năm 2024”</TextAction>
    <TextAction onClick={() => undefined}>Giữ nguyên</TextAction>
  </>
);
