/** Who acts, who answers for what, and several offices on one computer. */
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function PeopleSection() {
  return (
    <ul className={styles.loose}>
      <li>
        <b>Nhiệm vụ giao cho bộ phận, bộ phận giao cho người.</b> Người chuyển đi thì ở{' '}
        <To href="/co-quan/nguoi">Cơ quan › Người</To> cho thôi phụ trách và giao người mới; việc giữ nguyên, kết quả cũ
        vẫn ghi tên người cũ.
      </li>
      <li>
        <b>Kế hoạch ghi tên bộ phận mỗi chỗ một khác</b> (“VH-XH”, “công chức Văn hóa”): vào{' '}
        <To href="/co-quan/chua-ro">Cơ quan › Chưa rõ là ai</To>, chọn đó là bộ phận nào. Chữ trong kế hoạch giữ nguyên.
      </li>
      <li>
        <b>Nhóm chung</b> như “các công chức liên quan” thì máy không đoán được: chọn người cho từng việc ở bảng Nhiệm
        vụ.
      </li>
      <li>
        <b>Một máy làm cho hai cơ quan, hoặc muốn tập dùng:</b> thêm hồ sơ ở{' '}
        <To href="/co-quan/ho-so">Cơ quan › Hồ sơ khác</To>. Mỗi hồ sơ có dữ liệu riêng.
      </li>
    </ul>
  );
}
