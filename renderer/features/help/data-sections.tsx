/** Undo, where the data lie, copies of them, and how a bundle travels. */
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { Shortcut } from '../../ui/shortcut.tsx';
import styles from './help-page.module.css';
import { To } from './to.tsx';

export function UndoSection() {
  return (
    <>
      <p>
        Bấm nhầm thì bấm <b>Hoàn tác</b> ở thông báo vừa hiện, hoặc <Shortcut keys="Ctrl Z" />. Bấm nhiều lần thì lùi
        nhiều bước; <Shortcut keys="Ctrl Y" /> làm lại. Kể cả mở cả một kế hoạch cũng lùi lại được bằng một lần bấm.
      </p>
      <p>
        Đang gõ trong ô thì <Shortcut keys="Ctrl Z" /> lùi chữ đang gõ, như trong Word. Chỗ nào đã có người sửa tiếp sau
        đó thì chương trình không lùi, mà nói rõ vì sao.
      </p>
      <p>
        Không có nút Lưu chung: rời khỏi ô là lưu, cuối danh mục bên trái ghi <b>Đã lưu</b> kèm giờ. Chữ đang gõ dở mà
        chuyển màn hình, đóng cửa sổ hay mất điện thì lần sau mở lại vẫn còn.
      </p>
    </>
  );
}

export function DataSection() {
  const folder = useData(contract.office.state).data?.dataFolder;
  return (
    <>
      <p>Mọi thứ nằm trong một thư mục trên máy này{folder ? ':' : '.'} không có gì gửi ra ngoài, không cần mạng.</p>
      {folder ? <p className={styles.path}>{folder}</p> : null}
      <ul>
        <li>
          <b>so-viec.db</b> là dữ liệu; <b>minh-chung</b> là các tệp minh chứng, mỗi tệp giữ một bản dù dùng cho nhiều
          việc; <b>sao-luu</b> là các bản sao lưu; <b>goi</b> là gói đã xuất, đã nhận.
        </li>
        <li>Đừng đổi tên hay xóa tệp trong thư mục đó bằng tay.</li>
      </ul>
      <p>
        Chương trình tự sao lưu trước mỗi lần thay nhiều dữ liệu và trước khi nâng cấp, giữ 30 bản gần nhất. Muốn sao
        lưu lúc khác, bấm <b>Sao lưu ngay</b> ở <To href="/co-quan/du-lieu">Cơ quan › Dữ liệu</To>. Phòng khi hỏng máy:
        đóng Sổ Việc, chép cả thư mục ra USB. Sang máy mới thì chép cả thư mục về đúng chỗ rồi mở Sổ Việc.
      </p>
      <p>
        Nghi dữ liệu có vấn đề (vừa mất điện, ổ đĩa báo lỗi) thì bấm <b>Kiểm tra dữ liệu</b> cũng ở đó: chương trình đọc
        lại hết và nói từng mục tốt hay không, không đổi gì.
      </p>
    </>
  );
}

export function SendingSection() {
  return (
    <>
      <p>Gói là một tệp duy nhất. Chép bằng cách nào cũng được, máy cấp trên kiểm tra được gói có nguyên vẹn không.</p>
      <ul>
        <li>
          <b>USB:</b> cắm USB trước, rồi vào <To href="/goi">Gói gửi, nhận</To> chọn USB. Chờ báo đã kiểm tra xong rồi
          mới rút. USB đầy hay rút sớm thì gói chưa xuất; dữ liệu trong máy vẫn nguyên, chỉ việc xuất lại.
        </li>
        <li>
          <b>Thư điện tử, Zalo:</b> xuất gói ra một thư mục, rồi đính kèm tệp đó. Gửi dạng <b>tệp</b>, đừng giải nén,
          đừng sửa bên trong.
        </li>
        <li>
          <b>Gửi nhầm hoặc cần sửa:</b> mở lại báo cáo, sửa, chốt và xuất gói lần nữa. Bên nhận thấy đây là bản thay
          thế; bản cũ vẫn còn để đối chiếu.
        </li>
        <li>
          <b>Nhận hai lần cùng một gói:</b> không sao, chương trình biết đã nhận rồi.
        </li>
      </ul>
    </>
  );
}
