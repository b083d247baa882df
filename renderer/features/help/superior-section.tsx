/** The way back and down: answers, receipts, adding up, keys. */
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function SuperiorSection() {
  return (
    <dl className={styles.messages}>
      <dt>Cấp trên trả lời từng dòng</dt>
      <dd>
        Mở báo cáo đã nhận ở <To href="/tiep-nhan">Tiếp nhận</To>, chọn từng dòng: chấp nhận, yêu cầu bổ sung, góp ý.
        Kết luận cả báo cáo rồi xuất gói trả lời. Đơn vị thả gói đó vào Tiếp nhận, lời trả lời hiện ở đúng dòng.
      </dd>
      <dt>Mã biên nhận</dt>
      <dd>
        Cấp trên đọc 16 ký tự qua điện thoại, đơn vị gõ vào ở <To href="/goi">Gói gửi, nhận</To>: biết chắc bản nào đã
        tới nơi, không cần chờ gói trả lời.
      </dd>
      <dt>Cộng số liệu nhiều đơn vị</dt>
      <dd>
        <To href="/tong-hop">Tổng hợp</To> cho biết ai gửi đúng hạn, cộng từng số liệu kèm các đơn vị phía sau, chỉ ra
        số khác xa và minh chứng lặp lại; lấy ra Word hoặc Excel.
      </dd>
      <dt>“Lần đầu thấy khóa này”, “Khóa đã đổi”</dt>
      <dd>
        Mỗi cơ quan có khóa riêng. So dấu vân tay qua điện thoại một lần rồi bấm tin, ở{' '}
        <To href="/co-quan/khoa">Cơ quan › Khóa và thẻ đơn vị</To>. Khóa tự nhiên đổi thì gọi hỏi trước khi tin.
      </dd>
      <dt>Gói quá lớn để gửi thư, Zalo</dt>
      <dd>Chọn “Thư, Zalo” khi xuất: gói được chia phần. Nơi nhận thả các phần vào theo thứ tự nào cũng được.</dd>
      <dt>Đã gửi nhầm</dt>
      <dd>
        Ở sổ gửi, nhận bấm <b>Thu hồi</b>, ghi lý do, gửi gói thu hồi đi như gói thường. Sửa xong thì gửi gói thay thế.
      </dd>
    </dl>
  );
}
