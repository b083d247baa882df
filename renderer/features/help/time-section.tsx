/** What is due, figures and activities: what officers ask about most after the seven steps. */
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function TimeSection() {
  return (
    <dl className={styles.messages}>
      <dt>Kỳ này việc nào đến hạn?</dt>
      <dd>
        Chương trình hiểu chữ ở cột thời gian: “Thường xuyên”, “Quý II, III”, “6 tháng, năm”… Chữ nào chưa rõ thì hỏi
        một câu ở <To href="/thoi-han">Kỳ và thời hạn</To>, trả lời một lần cho mọi dòng ghi như vậy. Chữ trong kế hoạch
        không đổi.
      </dd>
      <dt>“Khi có cuộc bầu cử”, “Sau khi được phê duyệt”</dt>
      <dd>
        Việc chờ sự kiện. Có sự kiện thì ghi ngày ở <To href="/thoi-han/su-kien">Kỳ và thời hạn › Sự kiện</To>, các việc
        đang chờ đến hạn theo.
      </dd>
      <dt>Cấp trên quy định kỳ và hạn khác</dt>
      <dd>
        Chọn hoặc tự khai chế độ báo cáo ở <To href="/thoi-han/ky">Kỳ và thời hạn › Kỳ báo cáo</To>. Kỳ 6 tháng, năm tự
        gộp kết quả các quý đã ghi, không phải nhập lại.
      </dd>
      <dt>“100% thôn…”, “ít nhất 2 lần/năm”</dt>
      <dd>
        Ở <To href="/viec-cua-toi">Việc của tôi</To>, mỗi chỉ tiêu có ô số đạt được và tổng số. Không có trường hợp nào
        thì ghi 0 trên 0: báo cáo in “không phát sinh”, không in 100%.
      </dd>
      <dt>Phát thanh, kiểm tra, đối thoại, tiếp công dân</dt>
      <dd>
        Ghi một lần ở <To href="/hoat-dong">Hoạt động</To>; báo cáo quý, 6 tháng, năm tự đếm.
      </dd>
      <dt>Danh sách hộ nghèo, thông tin cá nhân</dt>
      <dd>
        Đánh dấu minh chứng là nhạy cảm: tệp ở lại máy này, không đi theo gói trừ khi anh/chị cho phép và ghi lý do.
      </dd>
    </dl>
  );
}
