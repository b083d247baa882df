/** Every key in one place, opened by "?". */
import { Modal } from '@mantine/core';
import { Shortcut } from '../ui/shortcut.tsx';
import { screens } from './router.tsx';
import styles from './shortcuts-dialog.module.css';

const sections: readonly { title: string; keys: readonly (readonly [keys: string, words: string])[] }[] = [
  {
    title: 'Ở mọi màn hình',
    keys: [
      ['Ctrl Z', 'Hoàn tác việc vừa làm'],
      ['Ctrl Y', 'Làm lại'],
      ['Ctrl K', 'Tìm mọi thứ trong cơ quan'],
      ['Ctrl F', 'Tìm trên màn hình này (hoặc phím /)'],
      ['Ctrl V', 'Dán tệp, ảnh vào chỗ nhận minh chứng'],
      ['?', 'Mở bảng phím tắt này'],
    ],
  },
  {
    title: 'Trong bảng',
    keys: [
      ['↑ ↓ ← →', 'Đi giữa các ô'],
      ['Enter', 'Sửa ô, hoặc mở hàng'],
      ['Esc', 'Bỏ sửa'],
      ['Tab', 'Lưu và sang ô sửa được kế tiếp'],
      ['Shift Enter', 'Xuống dòng trong ô'],
      ['Home End', 'Ô đầu, ô cuối của hàng'],
      ['Ctrl Home', 'Hàng đầu (Ctrl End: hàng cuối)'],
      ['PgUp PgDn', 'Lên, xuống một trang'],
      ['Space', 'Gập, mở một nhóm'],
    ],
  },
];

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Phím tắt" size="44rem">
      <div className={styles.columns}>
        {sections.map((section) => (
          <KeyList key={section.title} title={section.title} keys={section.keys} />
        ))}
        <KeyList
          title="Mở màn hình"
          keys={screens.flatMap((screen) => (screen.digit ? [[`Alt ${screen.digit}`, screen.label] as const] : []))}
        />
      </div>
    </Modal>
  );
}

function KeyList({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {keys.map(([key, words]) => (
          <div key={key} className={styles.row}>
            <dt>
              <Shortcut keys={key} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
