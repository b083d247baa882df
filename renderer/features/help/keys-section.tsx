/** Keys, as a table to print and pin beside the screen. */
import { Shortcut } from '../../ui/shortcut.tsx';
import styles from './help-page.module.css';

const keys: readonly (readonly [keys: string, words: string])[] = [
  ['Ctrl Z', 'Hoàn tác việc vừa làm'],
  ['Ctrl Y', 'Làm lại'],
  ['Ctrl F', 'Tìm trong màn hình (hoặc phím /), không cần gõ dấu'],
  ['Enter', 'Sửa ô đang chọn, hoặc mở hàng'],
  ['Esc', 'Bỏ sửa, đóng hộp thoại'],
  ['Tab', 'Lưu và sang ô kế tiếp'],
  ['Shift Enter', 'Xuống dòng trong ô'],
  ['Ctrl Enter', 'Lưu ngay chỗ đang ghi'],
  ['Ctrl V', 'Dán tệp, ảnh vừa chép từ Zalo vào chỗ nhận minh chứng'],
  ['Alt 1', 'Mở Hôm nay; Alt 2 đến Alt 0 mở các màn hình theo thứ tự ở danh mục bên trái'],
  ['?', 'Xem phím tắt ở bất cứ màn hình nào'],
];

export function KeysSection() {
  return (
    <table className={styles.keys}>
      <thead>
        <tr>
          <th scope="col">Phím</th>
          <th scope="col">Việc</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([key, words]) => (
          <tr key={key}>
            <td>
              <Shortcut keys={key} />
            </td>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
