/** The round from the first start to the received bundle, each step with what to press. */
import { Shortcut } from '../../ui/shortcut.tsx';
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function StepsSection() {
  return (
    <ol className={styles.steps}>
      <li>
        <h3>Khai cơ quan</h3>
        <p>
          Lần đầu mở Sổ Việc, ghi loại đơn vị, tên, cấp trên, địa danh và người ký, rồi bấm <b>Bắt đầu</b>. Tên này in ở
          đầu và cuối mọi văn bản; sửa lại ở <To href="/co-quan">Cơ quan</To>. Chưa muốn làm thật thì bấm{' '}
          <b>Dùng thử với kế hoạch mẫu</b>.
        </p>
      </li>
      <li>
        <h3>Mở kế hoạch đã có</h3>
        <p>
          Vào <To href="/mo-ke-hoach">Mở kế hoạch đã có</To>, kéo tệp Word hoặc Excel vào. Bên trái là tệp gốc, bên phải
          là những gì đọc được; chỗ chưa chắc được đánh dấu để anh/chị xem. Đúng rồi thì bấm <b>Giữ kế hoạch này</b>.
          Trước khi bấm, chưa có gì được lưu.
        </p>
      </li>
      <li>
        <h3>Xem và sửa bảng nhiệm vụ</h3>
        <p>
          <To href="/nhiem-vu">Nhiệm vụ</To> là bảng phụ lục của kế hoạch: lĩnh vực, nội dung thành phần, nhiệm vụ. Gõ
          để tìm, không cần dấu. Lọc theo người, lĩnh vực, trạng thái, thời gian. Chọn ô rồi bấm{' '}
          <Shortcut keys="Enter" /> để sửa ngay trong bảng.
        </p>
      </li>
      <li>
        <h3>Phân công và ghi kết quả</h3>
        <p>
          Ở <To href="/co-quan/nguoi">Cơ quan › Người</To>, thêm từng người và giao bộ phận; nhiệm vụ tự theo bộ phận
          chủ trì. Từng người mở <To href="/viec-cua-toi">Việc của tôi</To>, chọn tên mình, chọn việc, ghi đã làm được
          gì, số liệu, khó khăn, đề xuất. Thả ảnh, tệp vào để làm minh chứng, hoặc dán đường link, ghi số văn bản. Một
          minh chứng dùng được cho nhiều việc. Việc không có gì trong kỳ thì chọn <b>Không phát sinh</b>.
        </p>
      </li>
      <li>
        <h3>Làm báo cáo</h3>
        <p>
          <To href="/bao-cao">Báo cáo</To> đã ghép sẵn từ kết quả mọi người ghi, bên cạnh là những gì còn thiếu. Sửa chữ
          tùy ý; chữ sửa tay không bị thay khi số liệu đổi. In hoặc lưu thành tệp Word để trình ký. Ký xong thì bấm{' '}
          <b>Chốt báo cáo</b>.
        </p>
      </li>
      <li>
        <h3>Xuất gói gửi cấp trên</h3>
        <p>
          Ở <To href="/goi">Gói gửi, nhận</To>, chọn thư mục hoặc USB rồi bấm <b>Xuất gói</b>. Được một tệp gồm báo cáo,
          bảng nhiệm vụ và minh chứng. Chương trình ghi xong thì đọc lại để kiểm tra; thấy báo đã kiểm tra mới rút USB.
        </p>
      </li>
      <li>
        <h3>Cấp trên tiếp nhận</h3>
        <p>
          Ở máy cấp trên, mở <To href="/tiep-nhan">Tiếp nhận</To> và kéo tệp gói vào. Chương trình cho biết gói đủ
          không, có bị sửa không, do ai gửi; xem xong mới bấm nhận. Bảng ở đó cho biết đơn vị nào đã gửi, đơn vị nào
          chưa.
        </p>
      </li>
    </ol>
  );
}
