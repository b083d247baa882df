/** How a bundle is sent: by stick or by mail, in parts of which size, locked how. What is missing before it can be written. Pure. */
import { type SendingLock, shortestPassword, smallestPart } from '../../../shared/api/contract/sending.ts';

export type By = 'o-dia' | 'thu';
export type LockBy = 'khoa' | 'mat-khau' | 'mo';
export type PartChoice = '20' | '25' | 'khac';

export type Way = {
  by: By;
  part: PartChoice;
  /** Megabytes, as typed, where `part` is `khac`. */
  ownPart: number | null;
  /** Null: what the receiver's keys allow. */
  lock: LockBy | null;
  password: string;
  again: string;
};

export const freshWay: Way = { by: 'o-dia', part: '25', ownPart: null, lock: null, password: '', again: '' };

/** Mail and Zalo count in thousands, and wrap the file a little: a part stays safely below the number on the screen. */
const megabyte = 1_000_000;

/** Largest part in bytes; null for one file; undefined where the own number is not usable. */
export function splitBytesOf({ by, part, ownPart }: Way): number | null | undefined {
  if (by === 'o-dia') return null;
  if (part !== 'khac') return Number(part) * megabyte;
  const bytes = ownPart === null ? Number.NaN : Math.floor(ownPart * megabyte);
  return bytes >= Math.max(smallestPart, 2 * megabyte) && bytes <= 4_000 * megabyte ? bytes : undefined;
}

/** How many files that makes, as far as it can be known before: every part tells a little about itself. */
export function partsOf(way: Way, bytes: number): number {
  const limit = splitBytesOf(way);
  if (!limit || bytes + megabyte <= limit) return 1;
  return Math.ceil(bytes / (limit - 4096));
}

/** The lock a person has in front of them: the receiver's key where it is known, else open. */
export const lockBy = (way: Way, hasKey: boolean): LockBy => way.lock ?? (hasKey ? 'khoa' : 'mo');

export function lockOf(way: Way, hasKey: boolean): SendingLock {
  const by = lockBy(way, hasKey);
  return by === 'mat-khau' ? { by, password: way.password } : { by };
}

/** What keeps it from being written, in words; null when nothing does. */
export function wayFault(way: Way, hasKey: boolean): string | null {
  if (splitBytesOf(way) === undefined) return 'Cỡ mỗi phần cần từ 2 đến 4.000 MB.';
  if (lockBy(way, hasKey) !== 'mat-khau') return null;
  if (way.password.length < shortestPassword) return `Mật khẩu cần ít nhất ${shortestPassword} ký tự.`;
  return way.password.normalize('NFC') === way.again.normalize('NFC') ? null : 'Hai ô mật khẩu chưa giống nhau.';
}

export type Strength = { level: 'yeu' | 'vua' | 'manh'; words: string };

const common = ['12345678', '123456789', 'password', 'matkhau', 'qwertyui', 'abcd1234', '11111111', 'sovieo', 'soviec'];

/** How long a password would hold, by length and variety; never a promise. */
export function strengthOf(password: string): Strength | null {
  if (password === '') return null;
  const plain = password.toLowerCase();
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const distinct = new Set(plain).size;
  if (password.length < shortestPassword || distinct < 5 || common.some((word) => plain.includes(word)))
    return { level: 'yeu', words: 'Yếu: dễ đoán. Hãy dùng vài từ không liên quan ghép lại.' };
  if (password.length >= 14 || (password.length >= 11 && kinds >= 3))
    return { level: 'manh', words: 'Mạnh. Báo cho nơi nhận qua điện thoại, đừng gửi cùng tệp.' };
  return { level: 'vua', words: 'Vừa: thêm một hai từ nữa sẽ chắc hơn.' };
}

/** How a bundle of the ledger was locked, as the end of a sentence. */
export function lockWords(encryptedTo: string | null): string {
  if (encryptedTo === null) return 'không khóa';
  return encryptedTo === 'mat-khau' ? 'khóa bằng mật khẩu' : 'khóa cho nơi nhận';
}
