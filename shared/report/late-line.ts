/** How paper says that a result was written after its window was locked (rule RE21). */
import { oneLine } from '../text/fold.ts';

/** `(nhập sau khi khóa kỳ: Công an gửi số liệu muộn)`; empty without a reason. */
export const lateLine = (reason: string): string =>
  reason.trim() === '' ? '' : `(nhập sau khi khóa kỳ: ${oneLine(reason)})`;

/** Whether a line of a cell is such a remark and no words of the officer. */
export const isLateLine = (line: string): boolean =>
  /^\(nhập sau khi khóa kỳ:.*\)$/iu.test(line.normalize('NFC').trim());
