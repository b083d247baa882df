/** The findings of the doctor in words for people. */
import type { OfficeCheck } from '../../../db/check.ts';

/** The doctor's findings as sentences for people; the command line prints the report itself. */
export function doctorLines(report: OfficeCheck): { ok: boolean; text: string }[] {
  const { evidence, journal } = report;
  return [
    {
      ok: report.integrity === 'ok',
      text: report.integrity === 'ok' ? 'Tệp dữ liệu nguyên vẹn.' : `Tệp dữ liệu có lỗi: ${report.integrity}`,
    },
    {
      ok: report.foreignKeyFaults === 0,
      text:
        report.foreignKeyFaults === 0
          ? 'Mọi liên kết giữa các mục đều đúng.'
          : `${report.foreignKeyFaults} liên kết bị đứt.`,
    },
    {
      ok: journal.ok,
      text: journal.ok ? `Nhật ký liền mạch, ${journal.entries} dòng.` : `Nhật ký bị đứt tại dòng ${journal.brokenAt}.`,
    },
    {
      ok: evidence.missing.length === 0 && evidence.damaged.length === 0,
      text:
        evidence.missing.length + evidence.damaged.length === 0
          ? `Minh chứng: ${evidence.files} tệp, đã đọc lại từng tệp, đều khớp mã kiểm tra.`
          : `Minh chứng: thiếu ${evidence.missing.length} tệp, ${evidence.damaged.length} tệp không khớp mã kiểm tra. Hãy lấy lại từ bản sao lưu hoặc thêm lại tệp gốc.`,
    },
    {
      ok: report.durability.synchronous === 2 && report.durability.journalMode === 'wal',
      text: 'Mỗi lần lưu được ghi hẳn xuống đĩa trước khi báo đã lưu.',
    },
  ];
}
