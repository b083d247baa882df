/** Messages people meet, with what they mean and what to do. The sentences themselves come from the server; these explain them. */
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function MessagesSection() {
  return (
    <>
      <p>
        Mỗi thông báo nói ba điều: chuyện gì vừa xảy ra, cái gì vẫn còn, cần làm gì tiếp. Đọc hết câu rồi làm theo; chữ
        đang gõ không mất.
      </p>
      <dl className={styles.messages}>
        <dt>“Nội dung này vừa được sửa ở cửa sổ khác”</dt>
        <dd>Có hai cửa sổ cùng sửa một chỗ. Chương trình không ghi đè: so hai bản, chọn bản đúng rồi lưu lại.</dd>
        <dt>“Không đọc được tệp này”</dt>
        <dd>
          Mở tệp bằng Word hoặc Excel, chọn Lưu thành, kiểu .docx hoặc .xlsx, rồi mở lại bằng Sổ Việc. Tệp có mật khẩu
          thì bỏ mật khẩu trước.
        </dd>
        <dt>“Ổ đĩa đã đầy”</dt>
        <dd>Việc vừa làm chưa lưu, những gì đã lưu vẫn nguyên. Dọn bớt ổ đĩa rồi làm lại.</dd>
        <dt>“Dữ liệu này đang được mở”</dt>
        <dd>Sổ Việc đang chạy ở cửa sổ khác hoặc ở tài khoản Windows khác của máy. Đóng bên kia rồi mở lại.</dd>
        <dt>“Tệp minh chứng không còn” hoặc “đã bị thay đổi”</dt>
        <dd>
          Có người xóa, sửa tệp trong thư mục dữ liệu. Chạy Kiểm tra dữ liệu ở{' '}
          <To href="/co-quan/du-lieu">Cơ quan › Dữ liệu</To> để biết tệp nào, rồi thêm lại tệp gốc.
        </dd>
        <dt>“Gói báo cáo bị hỏng hoặc đã bị sửa”</dt>
        <dd>
          Chưa nhận gì vào. Thường do chép dở hoặc Zalo, thư làm đổi tệp. Đề nghị đơn vị xuất lại và gửi bằng USB hoặc
          dạng tệp đính kèm.
        </dd>
        <dt>“Không liên lạc được với Sổ Việc”</dt>
        <dd>Chương trình đã tắt. Mở lại Sổ Việc; chữ đang gõ dở vẫn còn.</dd>
        <dt>“Sổ Việc gặp lỗi”</dt>
        <dd>
          Lỗi của chương trình, không phải của anh/chị. Dữ liệu đã lưu vẫn nguyên: thử lại, vẫn lỗi thì đóng và mở lại
          Sổ Việc.
        </dd>
      </dl>
    </>
  );
}
