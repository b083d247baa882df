/**
 * Everything that can be wrong with writing or reading a bundle: one code, one Vietnamese sentence. Codes of a whole operation
 * say what was kept and what to do; codes of a single finding name the file, and the screen puts them under one heading.
 */
import { errnoCode } from './disk.ts';

/** What stops an operation. */
const operationSentences = {
  'da-huy': () => 'Đã hủy theo yêu cầu. Không để lại tệp nào.',
  'dia-day': () =>
    'Ổ đĩa đã đầy nên chưa ghi xong; phần ghi dở đã được bỏ. Dữ liệu trong máy vẫn nguyên. Hãy dọn bớt ổ đĩa hoặc chọn ổ khác rồi làm lại.',
  'o-khong-nhan-tep-lon': () =>
    'Ổ này không nhận tệp lớn từ 4 GB (thường là USB định dạng FAT32). Không để lại tệp dở dang. Hãy chọn ổ khác hoặc bớt minh chứng lớn.',
  'khong-co-noi': () =>
    'Mất kết nối với nơi ghi (ổ đã rút?). Gói chưa xuất xong, không dùng tệp dở dang trên ổ đó. Dữ liệu trong máy vẫn nguyên. Hãy cắm lại ổ rồi làm lại.',
  'khong-ghi-duoc': () =>
    'Không được phép ghi vào nơi đã chọn (ổ khóa ghi hoặc thiếu quyền). Dữ liệu trong máy vẫn nguyên. Hãy mở khóa ổ hoặc chọn nơi khác.',
  'tep-dang-ban': (path: string) =>
    `Tệp ${path} đang bị chương trình khác giữ (thường là phần mềm diệt vi-rút). Đã thử lại nhiều lần, không để lại gì. Hãy đợi một phút rồi làm lại.`,
  'mat-minh-chung': (path: string) =>
    `Tệp minh chứng ${path} không còn trong kho của máy nên chưa xuất gói. Các mục khác vẫn nguyên. Hãy thêm lại tệp này hoặc bỏ nó khỏi báo cáo.`,
  'minh-chung-hong': (path: string) =>
    `Tệp minh chứng ${path} đã bị thay đổi so với lúc lưu nên chưa xuất gói. Hãy thêm lại tệp gốc rồi xuất lại.`,
  'minh-chung-khong-doc': (path: string) =>
    `Không đọc được tệp minh chứng ${path} trong kho của máy (ổ cứng có thể bị lỗi) nên chưa xuất gói. Hãy chạy Kiểm tra dữ liệu rồi xuất lại.`,
  'doc-lai-sai': () =>
    'Đã ghi xong nhưng đọc lại không khớp (ổ có thể bị lỗi). Tệp ghi lỗi đã được bỏ, dữ liệu trong máy vẫn nguyên. Hãy xuất sang ổ khác.',
  'du-lieu-sai': (path: string) =>
    `Nội dung báo cáo có chỗ không hợp lệ (${path}) nên chưa xuất gói. Dữ liệu trong máy vẫn nguyên. Hãy sửa chỗ đó rồi xuất lại.`,
  'khong-co-tep': (path: string) => `Không tìm thấy tệp hoặc thư mục ${path}. Hãy chọn lại.`,
  'khong-doc-duoc': (path: string) =>
    `Không đọc được ${path} (ổ đã rút, bị lỗi, hoặc không có quyền đọc). Chưa nhận gì. Hãy chép tệp vào máy rồi mở lại.`,
  'khong-ghi-tam': () =>
    'Không ghi được vào thư mục tạm của máy nên chưa nhận gói. Gói và dữ liệu đã có vẫn nguyên. Hãy kiểm tra ổ đĩa chứa dữ liệu rồi nhận lại.',
  'goi-la': () => 'Tệp này không phải gói báo cáo của Sổ Việc. Chưa nhận gì vào. Hãy chọn đúng tệp đơn vị gửi.',
  'goi-moi': () =>
    'Gói do bản Sổ Việc mới hơn tạo ra. Chưa nhận gì, gói vẫn nguyên vẹn. Hãy cập nhật Sổ Việc rồi nhận lại.',
} as const satisfies Record<string, (path: string) => string>;

/** What keeps an encrypted bundle closed (SPEC BN60 to BN66). */
const lockSentences = {
  'can-mat-khau': () => 'Gói được khóa bằng mật khẩu. Chưa nhận gì. Hãy nhập mật khẩu mà đơn vị gửi đã báo.',
  'sai-mat-khau': () =>
    'Mật khẩu không đúng nên chưa mở được gói; gói vẫn nguyên. Hãy kiểm tra chữ hoa, chữ thường, dấu, rồi nhập lại hoặc hỏi đơn vị gửi.',
  'khoa-cua-noi-khac': () =>
    'Gói này được khóa cho đơn vị khác hoặc cho khóa cũ, máy này không có khóa để mở. Chưa nhận gì, gói vẫn nguyên. Hãy gửi thẻ đơn vị hiện nay cho nơi gửi và đề nghị xuất lại.',
  'khoa-la': () =>
    'Gói được khóa theo cách Sổ Việc không biết. Chưa nhận gì, gói vẫn nguyên. Hãy đề nghị đơn vị gửi xuất lại bằng Sổ Việc.',
  'mat-khau-qua-nang': () =>
    'Gói đòi tính mật khẩu nặng quá mức cho phép nên không mở, để máy không bị treo. Gói vẫn nguyên. Hãy đề nghị đơn vị gửi xuất lại bằng Sổ Việc.',
  'ma-hoa-thieu': () =>
    'Gói khóa bị thiếu phần cuối (chép hoặc tải về chưa xong). Chưa nhận gì. Hãy chép hoặc tải lại từ đầu.',
  'ma-hoa-hong': () =>
    'Gói khóa bị hỏng hoặc đã bị sửa trên đường đi nên không mở được. Chưa nhận gì. Hãy đề nghị đơn vị gửi gửi lại.',
  'khoa-nhan-sai': (path: string) =>
    `Khóa của nơi nhận (${path}) không đúng mẫu nên chưa khóa được gói. Chưa ghi gì. Hãy nhận lại thẻ đơn vị của nơi nhận.`,
  'mat-khau-trong': () => 'Chưa có mật khẩu nên chưa khóa được gói. Chưa ghi gì. Hãy nhập mật khẩu.',
  'khong-khoa': () => 'Tệp này không bị khóa, mở được ngay mà không cần khóa hay mật khẩu.',
} as const satisfies Record<string, (path: string) => string>;

/** What keeps parts from being one file again (SPEC BN100 to BN105). */
const partSentences = {
  'la-mot-phan': (path: string) =>
    `Đây là một phần của gói chia nhỏ (${path}), chưa phải cả gói. Hãy thả tất cả các phần vào cùng lúc để ghép lại.`,
  'phan-la': (path: string) =>
    `Tệp ${path} không phải một phần của gói chia nhỏ. Các phần khác vẫn được ghép bình thường.`,
  'phan-hong': (path: string) =>
    `Phần ${path} bị hỏng hoặc tải về chưa hết nên không dùng. Các phần khác vẫn giữ. Hãy lấy lại riêng phần này.`,
  'phan-thieu': (path: string) =>
    `Thiếu phần ${path}. Các phần đã có vẫn nguyên. Hãy lấy thêm phần còn thiếu rồi ghép lại.`,
  'ghep-sai': () =>
    'Các phần đều đủ nhưng ghép lại không đúng gói ban đầu. Chưa nhận gì. Hãy đề nghị đơn vị gửi xuất và chia lại.',
  'chia-qua-nho': () =>
    'Mức chia quá nhỏ so với gói nên sẽ thành quá nhiều phần. Chưa ghi gì. Hãy chọn mức lớn hơn hoặc bớt minh chứng lớn.',
} as const satisfies Record<string, (path: string) => string>;

/** What is wrong with a zip file (SPEC BN1 to BN9). */
const archiveSentences = {
  'zip-cut': () => 'Tệp không phải gói nén đầy đủ: phần cuối bị thiếu hoặc có thêm dữ liệu lạ. Có thể chép chưa xong.',
  'zip-lech': (path: string) => `Hai phần mục lục của gói ghi khác nhau (${path}): gói đã bị sửa hoặc hỏng.`,
  'zip-byte-la': () => 'Trong gói có dữ liệu không nằm trong mục lục hoặc chồng lên nhau: gói đã bị sửa hoặc hỏng.',
  'zip-ten-nguy-hiem': (path: string) => `Gói có tên tệp chỉ ra ngoài gói (${path}). Không mở tệp này.`,
  'zip-ten-la': (path: string) => `Gói có tên tệp không dùng được trên mọi máy (${path}).`,
  'zip-trung-ten': (path: string) => `Gói có hai tệp trùng tên (${path}).`,
  'zip-lien-ket': (path: string) => `Gói có liên kết hoặc tệp đặc biệt thay cho tệp thường (${path}).`,
  'zip-ma-hoa': () => 'Gói được đặt mật khẩu hoặc mã hóa nên chưa mở được.',
  'zip-cach-nen': (path: string) => `Gói dùng cách nén không được hỗ trợ (${path}).`,
  'zip-qua-lon': () => 'Gói có quá nhiều tệp hoặc bung ra quá lớn nên không mở.',
  'zip-kich-thuoc': (path: string) => `Kích thước ghi trong gói không đúng với tệp thật (${path}).`,
  'zip-ma-kiem': (path: string) => `Tệp ${path} trong gói bị hỏng (sai mã kiểm tra của gói nén).`,
  'zip-khung': () => 'Phần khung của gói không khớp mã kiểm tra: gói đã bị sửa hoặc hỏng.',
} as const satisfies Record<string, (path: string) => string>;

/** What is wrong with a bag (RFC 8493; SPEC BN10 to BN17). */
const bagSentences = {
  'bag-khai-bao': () => 'Thiếu hoặc sai tệp bagit.txt, nên đây không phải gói hợp lệ.',
  'bag-phien-ban': (path: string) => `Phiên bản BagIt "${path}" không được hỗ trợ.`,
  'bag-bang-ma': (path: string) => `Bảng mã chữ của tệp ${path} không đọc được.`,
  'bag-thieu-data': () => 'Thiếu thư mục data.',
  'bag-thieu-bang-ke': () => 'Thiếu bảng kê manifest của các tệp trong data.',
  'bag-thuat-toan': (path: string) => `Bảng kê ${path} dùng cách tính mã không được hỗ trợ.`,
  'bag-dong-sai': (path: string) => `Có dòng sai mẫu trong ${path}.`,
  'bag-trung-dong': (path: string) => `Bảng kê ghi hai lần tệp ${path}.`,
  'bag-ra-ngoai': (path: string) => `Bảng kê chỉ tới tệp nằm ngoài gói (${path}).`,
  'bag-sai-cho': (path: string) => `Tệp ${path} được kê sai bảng.`,
  'bag-thieu-tep': (path: string) => `Thiếu tệp ${path}.`,
  'bag-khong-ke': (path: string) => `Tệp ${path} không có trong bảng kê.`,
  'bag-sai-ma': (path: string) => `Tệp ${path} không khớp mã kiểm tra: đã bị sửa hoặc hỏng.`,
  'bag-payload-oxum': () => 'Tổng số byte và số tệp ghi trong bag-info.txt không đúng với gói.',
  'bag-fetch': (path: string) => `Dòng tải về ${path} trong fetch.txt không hợp lệ.`,
  'bag-lien-ket': (path: string) => `Trong gói có liên kết hoặc tệp đặc biệt thay cho tệp thường (${path}).`,
  'bag-qua-lon': (path: string) => `Gói quá lớn hoặc có quá nhiều tệp (${path}) nên không mở.`,
  'con-nua': (path: string) => `Còn ${path} lỗi khác không kê ra ở đây.`,
} as const satisfies Record<string, (path: string) => string>;

/** What is wrong with a bundle of Sổ Việc beyond being a bag (SPEC BN20 to BN39). */
const bundleSentences = {
  'goi-cau-tao': (path: string) => `Gói không đúng cấu tạo của gói Sổ Việc (${path}).`,
  'goi-tep-la': (path: string) => `Trong gói có tệp không được chữ ký bảo vệ (${path}).`,
  'chu-ky-thieu': () => 'Gói không có chữ ký của đơn vị gửi.',
  'chu-ky-sai': () => 'Chữ ký của gói không hợp lệ: gói đã bị sửa, hoặc không do đơn vị này ký.',
  'the-don-vi-sai': () => 'Thẻ đơn vị trong gói không đọc được.',
  'don-vi-lech': (path: string) => `Chữ ký và nội dung của gói thuộc hai đơn vị khác nhau (${path}).`,
  'du-lieu-hong': (path: string) => `Dữ liệu báo cáo trong gói không đúng mẫu (${path}).`,
  'du-lieu-lech': (path: string) => `Dữ liệu báo cáo nhắc tới mục không có hoặc không khớp trong gói (${path}).`,
} as const satisfies Record<string, (path: string) => string>;

const sentences = {
  ...operationSentences,
  ...lockSentences,
  ...partSentences,
  ...archiveSentences,
  ...bagSentences,
  ...bundleSentences,
};

export type BundleProblemCode = keyof typeof sentences;

/** `path` is the file, field or place concerned, empty where there is none; `message` is for people. */
export type BundleProblem = { code: BundleProblemCode; path: string; message: string };

const longestShownPath = 200;

/** Names from a bundle may be hostile: control characters and marks that turn text around are shown as `?`. */
const shown = (path: string): string => {
  const plain = path.replace(/[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu, '?');
  return plain.length > longestShownPath ? `${plain.slice(0, longestShownPath)}…` : plain;
};

export function problem(code: BundleProblemCode, path = ''): BundleProblem {
  const safePath = shown(path);
  return { code, path: safePath, message: sentences[code](safePath) };
}

const targetCodes: Record<string, BundleProblemCode> = {
  ENOSPC: 'dia-day',
  EDQUOT: 'dia-day',
  EFBIG: 'o-khong-nhan-tep-lon',
  EACCES: 'khong-ghi-duoc',
  EPERM: 'khong-ghi-duoc',
  EROFS: 'khong-ghi-duoc',
  EBUSY: 'tep-dang-ban',
  ETXTBSY: 'tep-dang-ban',
};

/** A failed file call at the place written to. Every other system error there means that the drive went away or is broken. */
export function targetProblem(error: unknown, path: string): BundleProblem {
  const errno = errnoCode(error);
  if (errno === null) throw error;
  return problem(targetCodes[errno] ?? 'khong-co-noi', path);
}

/** A failed file call in the staging folder, which lies on the own disk. */
export function stagingProblem(error: unknown): BundleProblem {
  const found = targetProblem(error, '');
  return found.code === 'dia-day' ? found : problem('khong-ghi-tam');
}

/** A failed file call on what is being read. */
export function sourceProblem(error: unknown, path: string): BundleProblem {
  const errno = errnoCode(error);
  if (errno === null) throw error;
  // What `encryption/encrypted-disk.ts` answers for a chunk that does not open.
  if (errno === 'EBADMSG') return problem('ma-hoa-hong', path);
  return problem(errno === 'ENOENT' || errno === 'ENOTDIR' ? 'khong-co-tep' : 'khong-doc-duoc', path);
}
