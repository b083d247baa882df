/**
 * Every refusal the program knows: one code, one status, one Vietnamese sentence saying what happened, what was kept, what to do.
 * Codes are stable; people may read them out over the phone.
 */
export type ProblemBody = { error: { code: string; message: string; details?: unknown } };

type ProblemRule = { readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 500 | 503 | 507; readonly message: string };

export const problems = {
  'sai-du-lieu': {
    status: 400,
    message: 'Có ô nhập chưa đúng nên chưa lưu. Hãy xem lại chỗ được đánh dấu rồi lưu lại.',
  },
  'khong-duoc-phep': {
    status: 403,
    message: 'Cửa sổ này không được phép làm việc đó. Hãy mở lại Sổ Việc rồi thử lại.',
  },
  'nguoi-khong-con': {
    status: 403,
    message: 'Người đang chọn không còn trong danh sách. Hãy chọn lại người ở góc dưới bên trái.',
  },
  'khong-tim-thay': { status: 404, message: 'Không tìm thấy mục này, có thể nó vừa được xóa. Hãy tải lại trang.' },
  'chua-co-co-quan': { status: 409, message: 'Chưa khai cơ quan. Hãy khai tên cơ quan trước khi làm việc này.' },
  'da-co-co-quan': { status: 409, message: 'Hồ sơ này đã khai cơ quan nên không khai lại. Hãy sửa ở mục Cơ quan.' },
  'da-doi': {
    status: 409,
    message:
      'Nội dung này vừa được sửa ở cửa sổ khác nên chưa lưu đè. Chữ anh/chị vừa gõ vẫn còn; hãy so hai bản rồi lưu lại.',
  },
  'khong-con-gi': { status: 409, message: 'Không còn việc nào để hoàn tác.' },
  'da-doi-tiep': {
    status: 409,
    message:
      'Không hoàn tác được vì nội dung đó đã được sửa tiếp sau đấy. Mọi dữ liệu giữ nguyên; hãy sửa tay chỗ cần đổi.',
  },
  'dang-chot': { status: 409, message: 'Báo cáo đã chốt nên không sửa được. Hãy mở lại báo cáo nếu cần sửa.' },
  'chua-chot': { status: 409, message: 'Báo cáo chưa chốt nên chưa xuất gói được. Hãy chốt báo cáo trước.' },
  'da-ban-hanh': {
    status: 409,
    message:
      'Báo cáo này đã ghi ban hành nên giữ nguyên. Cần sửa thì bỏ ghi ban hành trước; bản đã ký vẫn nằm trong kho.',
  },
  'khong-in-duoc': {
    status: 422,
    message: 'Không tạo được PDF. Chưa ghi tệp nào. Hãy thử lại, hoặc xuất ra Word rồi lưu thành PDF.',
  },
  'con-dung': { status: 409, message: 'Mục này đang được dùng nên chưa bỏ. Hãy gỡ chỗ đang dùng trước.' },
  'ky-da-khoa': {
    status: 409,
    message:
      'Kỳ báo cáo này đã khóa nên chưa lưu; chữ đã nhập vẫn còn. Hãy ghi lý do nhập muộn ở kết quả của việc này rồi lưu lại, hoặc mở khóa kỳ.',
  },
  'ky-co-so-lieu': {
    status: 409,
    message:
      'Có kỳ đã có kết quả sẽ đổi ngày. Chưa đổi gì. Hãy xem các kỳ được đánh dấu rồi đồng ý đổi; kết quả và minh chứng được giữ nguyên.',
  },
  'viec-da-xong': { status: 409, message: 'Việc này đã kết thúc hoặc đã hủy. Hãy làm lại từ đầu.' },
  'khong-phai-thu': { status: 409, message: 'Đây không phải hồ sơ dùng thử nên không xóa làm lại.' },
  'qua-lon': { status: 413, message: 'Tệp lớn quá mức nhận. Chưa lưu gì. Hãy chia nhỏ hoặc nén ảnh rồi thử lại.' },
  'tep-rong': { status: 422, message: 'Tệp rỗng (0 byte) nên không lưu. Hãy kiểm tra tệp gốc rồi chọn lại.' },
  'ngat-quang': { status: 422, message: 'Việc chuyển tệp bị ngắt giữa chừng. Chưa lưu gì từ tệp đó. Hãy thử lại.' },
  'khong-doc-duoc': {
    status: 422,
    message: 'Không đọc được tệp này. Chưa lưu gì. Hãy mở tệp bằng Word, lưu lại dạng .docx rồi thử lại.',
  },
  'goi-hong': {
    status: 422,
    message: 'Gói báo cáo bị hỏng hoặc đã bị sửa. Chưa nhận gì vào. Hãy đề nghị đơn vị gửi xuất lại gói.',
  },
  'goi-la': {
    status: 422,
    message: 'Tệp này không phải gói báo cáo của Sổ Việc. Chưa nhận gì vào. Hãy chọn đúng tệp đơn vị gửi.',
  },
  'goi-khac': {
    status: 409,
    message: 'Gói này trùng số với gói đã nhận nhưng nội dung khác. Giữ nguyên bản đã nhận. Hãy hỏi lại đơn vị gửi.',
  },
  'khoa-doi': {
    status: 409,
    message:
      'Khóa của đơn vị này khác khóa đang biết nên chưa nhận. Hãy gọi điện so dấu vân tay, rồi chọn thay khóa cũ hay tin thêm.',
  },
  'khoa-khong-tin': {
    status: 409,
    message: 'Khóa ký gói này đã bị từ chối hoặc đã bị thay nên chưa nhận gì. Xem ở Cơ quan, mục Khóa và thẻ đơn vị.',
  },
  'can-chon': {
    status: 409,
    message: 'Chưa rõ bản nào đúng nên chưa nhận. Hãy chọn lấy làm bản chính hay cất riêng.',
  },
  'chua-co-khoa': {
    status: 409,
    message:
      'Chưa có khóa đã tin của nơi nhận nên chưa khóa được gói. Chưa ghi gì. Hãy nhận thẻ đơn vị của nơi nhận, hoặc chọn mật khẩu.',
  },
  'khong-gui-lai': {
    status: 409,
    message: 'Báo cáo này đã mở lại để sửa nên không còn đúng bản đã gửi. Hãy chốt lại rồi xuất gói thay thế.',
  },
  'khong-thu-hoi': { status: 409, message: 'Gói này đã thu hồi hoặc đã có gói khác thay. Không cần thu hồi nữa.' },
  'ma-khong-dung': {
    status: 422,
    message: 'Mã biên nhận chưa đúng nên chưa ghi gì. Hãy nhờ nơi nhận đọc lại từng nhóm bốn ký tự.',
  },
  'khong-ghi-duoc': {
    status: 422,
    message: 'Không ghi được vào nơi đã chọn. Dữ liệu trong máy vẫn nguyên. Hãy chọn nơi khác.',
  },
  'khong-co-noi': {
    status: 422,
    message: 'Nơi đã chọn không còn (ổ đã rút?). Gói chưa xuất. Hãy cắm lại ổ hoặc chọn nơi khác.',
  },
  'mat-minh-chung': {
    status: 422,
    message:
      'Tệp minh chứng này không còn trong kho của máy. Các mục khác vẫn nguyên. Hãy chạy Kiểm tra dữ liệu hoặc thêm lại tệp.',
  },
  'minh-chung-hong': {
    status: 422,
    message:
      'Tệp minh chứng này đã bị thay đổi so với lúc lưu nên không mở. Hãy chạy Kiểm tra dữ liệu và thêm lại tệp gốc.',
  },
  'dia-day': {
    status: 507,
    message: 'Ổ đĩa đã đầy nên chưa lưu được. Dữ liệu trước đó vẫn nguyên. Hãy dọn bớt ổ đĩa rồi thử lại.',
  },
  'dang-mo': {
    status: 409,
    message:
      'Dữ liệu này đang được mở ở một cửa sổ Sổ Việc khác. Chưa đổi gì. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.',
  },
  'tu-ban-moi': {
    status: 409,
    message:
      'Dữ liệu do bản Sổ Việc mới hơn tạo ra nên bản này không mở, và không đổi gì. Hãy cài bản mới nhất rồi mở lại.',
  },
  'buoc-bi-sua': {
    status: 409,
    message:
      'Cấu trúc dữ liệu không khớp với bản Sổ Việc này nên không mở, và không đổi gì. Hãy cài lại đúng bản đã dùng.',
  },
  'du-lieu-hong': {
    status: 500,
    message: 'Tệp dữ liệu bị hỏng nên không mở, và không đổi gì. Bản sao lưu nằm trong thư mục "sao-luu" cạnh dữ liệu.',
  },
  'muc-tu-ban-moi': {
    status: 409,
    message:
      'Mục này do bản Sổ Việc mới hơn ghi nên bản này không mở được, và không đổi gì. Các mục khác vẫn dùng bình thường. Hãy cài bản mới nhất rồi mở lại.',
  },
  'muc-hong': {
    status: 500,
    message:
      'Phần đã lưu của mục này bị hỏng nên không mở được, và không đổi gì. Các mục khác vẫn dùng bình thường. Bản sao lưu nằm trong thư mục "sao-luu" cạnh dữ liệu.',
  },
  'loi-chuong-trinh': {
    status: 500,
    message:
      'Sổ Việc gặp lỗi nên chưa làm xong việc này. Dữ liệu đã lưu trước đó vẫn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy mở lại Sổ Việc.',
  },
} as const satisfies Record<string, ProblemRule>;

export type ProblemCode = keyof typeof problems;
