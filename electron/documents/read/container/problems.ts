/**
 * Why a file was not read, in words for the person who chose it: what happened, that nothing was kept, what to do next.
 */
const messages = {
  empty: 'Tệp rỗng, không có nội dung nào. Chưa lưu gì. Hãy kiểm tra lại tệp gốc rồi chọn lại.',
  'too-large':
    'Tệp lớn hơn mức đọc được (50 MB, hoặc phần bên trong quá lớn). Chưa lưu gì. Hãy bỏ bớt ảnh trong tệp hoặc chép riêng phần kế hoạch sang tệp mới rồi thử lại.',
  unknown:
    'Đây không phải loại tệp đọc được. Chưa lưu gì. Hãy dùng tệp Word (.docx), Excel (.xlsx), .csv, .txt, trang web đã lưu, hoặc chép bảng rồi dán vào.',
  broken:
    'Tệp bị hỏng hoặc chưa chép xong nên không đọc được. Chưa lưu gì. Hãy mở thử bằng Word hoặc Excel, lưu lại thành tệp mới rồi chọn tệp mới đó.',
  unsafe:
    'Tệp có phần khai báo lạ mà Word và Excel không bao giờ ghi, nên không mở để giữ an toàn. Chưa lưu gì. Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi chọn tệp mới đó.',
  protected:
    'Tệp có mật khẩu nên không đọc được. Chưa lưu gì. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  doc: 'Đây là tệp Word đời cũ (.doc). Chưa lưu gì. Hãy mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi chọn tệp mới đó.',
  xls: 'Đây là tệp Excel quá cũ (trước Excel 97). Chưa lưu gì. Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi chọn tệp mới đó.',
  opendocument:
    'Đây là tệp của LibreOffice (.odt, .ods). Chưa lưu gì. Hãy mở bằng LibreOffice, chọn Lưu thành dạng .docx hoặc .xlsx rồi chọn tệp mới đó.',
  rtf: 'Đây là tệp .rtf. Chưa lưu gì. Hãy mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi chọn tệp mới đó.',
  pdf: 'Đây là tệp PDF. Chưa lưu gì. Hãy mở PDF, chọn hết (Ctrl+A), chép (Ctrl+C) rồi dán vào đây, hoặc dùng bản Word của kế hoạch.',
  'no-text':
    'Không tìm thấy chữ nào trong tệp; có thể tệp chỉ gồm ảnh chụp. Chưa lưu gì. Hãy dùng bản Word hoặc Excel của kế hoạch.',
} as const;

export type ReadProblemCode = keyof typeof messages;
export type ReadProblem = { readonly code: ReadProblemCode; readonly message: string };

export const readProblem = (code: ReadProblemCode): ReadProblem => ({ code, message: messages[code] });

/**
 * A refusal found deep inside a file leaves the walk by an exception and becomes a value again in `readDocument`, the only
 * place that catches it: passing a Result through every step of every walk would hide the walk.
 */
export function stopReading(code: ReadProblemCode): never {
  throw Object.assign(new Error(code), { readProblem: readProblem(code) });
}

/** The refusal carried by an exception, or null when the exception is something else (a defect: throw it on). */
export function readProblemOf(thrown: unknown): ReadProblem | null {
  return thrown instanceof Error && 'readProblem' in thrown ? (thrown.readProblem as ReadProblem) : null;
}
