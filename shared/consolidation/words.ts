/** How a superior names where a unit stands with its report. */
import type { WallState } from './wall.ts';

export const wallWords: Readonly<Record<WallState, string>> = {
  'chua-den-han': 'Chưa đến hạn',
  'den-han': 'Đến hạn, chưa gửi',
  tre: 'Quá hạn, chưa gửi',
  'da-nhan': 'Đã nhận',
  'tra-lai': 'Yêu cầu bổ sung',
  'chap-nhan': 'Đã chấp nhận',
  'thu-hoi': 'Đơn vị đã thu hồi',
};
