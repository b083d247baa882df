/** Print page → PDF, whoever prints: the browser of the machine, or the desktop window. What is refused, and in which words. */
import { fail, type Result } from '../../../shared/core/result.ts';

export type PdfProblem = { code: 'khong-co-trinh-duyet' | 'qua-lau' | 'da-dung' | 'khong-in-duoc'; message: string };

export type PrintOptions = {
  /** Stops the printing at once; nothing is left behind, and the answer is `da-dung`. */
  signal?: AbortSignal;
  /** Milliseconds after which it is given up. */
  longest?: number;
};

/** The PDF of a complete print page: margins, orientation and page numbers are those of its own style sheet. */
export type PrintPdf = (html: string, options?: PrintOptions) => Promise<Result<Uint8Array, PdfProblem>>;

/** A table of thousands of rows takes a slow machine about a minute, a busy one several; who does not want to wait stops it. */
export const longestPrint = 600_000;

const sentences: Record<PdfProblem['code'], string> = {
  'khong-co-trinh-duyet':
    'Máy này chưa có Chrome, Edge hoặc Chromium để tạo PDF. Chưa ghi tệp nào. Hãy cài một trình duyệt đó, hoặc xuất ra Word rồi lưu thành PDF.',
  'qua-lau':
    'Tạo PDF quá lâu nên đã dừng lại. Chưa ghi tệp nào. Hãy đóng bớt chương trình rồi thử lại, hoặc xuất ra Word rồi lưu thành PDF.',
  'da-dung': 'Đã dừng tạo PDF theo yêu cầu. Chưa ghi tệp nào.',
  'khong-in-duoc': 'Chưa tạo được PDF. Chưa ghi tệp nào. Hãy thử lại; nếu vẫn lỗi, xuất ra Word rồi lưu thành PDF.',
};

export const refusePdf = (code: PdfProblem['code']) => fail({ code, message: sentences[code] });

/** A file cut off in the middle has no end mark. */
export const isWholePdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
