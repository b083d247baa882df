/** Who is named in a cell: splitting "Văn phòng UBND; bộ phận một cửa, công chức VHXH và Đài truyền thanh". */
import { groupOf, itemAt } from '../core/sure.ts';
import { flat } from './clean-text.ts';
import { withoutMarker } from './labels.ts';

/** Words an office, a post or a group begins with; what follows a comma is a new actor only if it begins so. */
const begin = new RegExp(
  `^(?:(?:các|những|một số|toàn thể|đại diện|đề nghị|giao|lãnh đạo)\\s+)*(?:${[
    'cán bộ|công chức|viên chức|người đứng đầu|lãnh đạo|thành viên|cộng tác viên',
    'văn phòng|vp|bộ phận|phòng|sở|ban|tổ(?!\\s+chức)|đội|đài|trạm|trung tâm|chi cục|kho bạc|bưu điện|ngân hàng|bảo hiểm|thuế',
    'ubnd|ủy ban|uỷ ban|ub|hđnd|hội đồng|mttq|mặt trận|đảng ủy|đảng uỷ|chi bộ|thường trực|tt',
    'hội|đoàn|chi hội|chi đoàn|công đoàn|liên đoàn|hợp tác xã|htx|doanh nghiệp',
    'chủ tịch|phó chủ tịch|bí thư|phó bí thư|trưởng|phó|giám đốc|hiệu trưởng|chỉ huy|kế toán|thủ quỹ',
    'công an|quân sự|bch|bchqs|bộ đội|dân quân',
    'trường|nhà trường|các trường|giáo viên|y tế',
    'thôn|xóm|bản|ấp|buôn|khu|khóm|phố|tdp|tiểu khu|khu phố|cụm dân cư|hộ gia đình|nhân dân|người dân',
    'tư pháp|địa chính|tài chính|văn hóa|văn hoá|vhxh|vh-xh|vh - xh|lđ-tb|lđtb|lao động|nội vụ|thanh tra|một cửa|truyền thanh|nông nghiệp|khuyến nông|thú y|xây dựng đô thị',
    'cơ quan|đơn vị|ngành|đoàn thể|tổ chức(?=\\s+(?:chính trị|đoàn thể|xã hội|hội|đảng|thành viên|cá nhân|,)|,|$)|cấp ủy|chính quyền|các cấp|cá nhân',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

/** Pairs that name one group although each half could begin an actor. */
const insideOneActor: readonly [RegExp, RegExp][] = [
  [/cán bộ$/iu, /^(?:,\s*|và\s+)?(?:công chức|viên chức|đảng viên|nhân viên)/iu],
  [
    /(?:thôn|xóm|bản|ấp|buôn|làng|khu|khóm|tổ)$/iu,
    /^(?:các\s+)?(?:tổ dân phố|tổ trưởng|phố|tdp|xóm|bản|thôn|ấp|buôn|làng|khu|khóm|tiểu khu)/iu,
  ],
  [
    /(?:^|\s|,)(?:các\s+|những\s+)?(?:ban|ngành|phòng|sở|hội|cơ quan|đơn vị|tổ chức|đoàn thể|bộ phận|cấp ủy|cấp)$/iu,
    /^(?:các\s+)?(?:ban|ngành|phòng|sở|hội|cơ quan|đơn vị|tổ chức|đoàn thể|bộ phận|chính quyền|cá nhân|trung tâm)/iu,
  ],
  [/hđnd$/iu, /^(?:-\s*)?ubnd/iu],
  [/hội đồng nhân dân$/iu, /^(?:ủy|uỷ) ban nhân dân/iu],
  [/nông nghiệp$/iu, /^(?:môi trường|nông thôn)/iu],
];

const separator = /(\s*[,/]\s*|\s+và\s+|\s+cùng\s+(?:với\s+)?)/u;

/**
 * Actors in the wording of the source, without list marks and closing points. A comma or "và" divides only where the next
 * words begin an actor of their own: "Lao động, Thương binh và Xã hội", "cán bộ, công chức" and "các thôn, phố" stay whole.
 */
export function splitActors(cell: string): string[] {
  const actors: string[] = [];
  for (const part of joinCutLines(cell).flatMap((line) => line.split(';'))) {
    const pieces = withoutMarker(withoutRole(flat(part))).split(separator);
    let current = pieces[0] ?? '';
    for (let index = 1; index + 1 < pieces.length; index += 2) {
      const next = itemAt(pieces, index + 1);
      if (divides(current, next)) {
        actors.push(current);
        current = next;
      } else {
        current += itemAt(pieces, index) + next;
      }
    }
    actors.push(current);
  }
  return actors.map(trimActor).filter((actor) => actor !== '');
}

const trimActor = (text: string): string => withoutMarker(flat(text)).replace(/[\s.,;:]+$/u, '');

const withoutRole = (text: string): string =>
  text.replace(/^(?:[-–+•]\s*)?(?:(?:đơn vị|cơ quan)\s+)?(?:phối hợp|thực hiện|tham gia)\s*:\s*/iu, '');

function divides(left: string, right: string): boolean {
  if (!beginsActor(right) || left.trim() === '') return false;
  return !insideOneActor.some(([ending, beginning]) => ending.test(left.trim()) && beginning.test(right.trim()));
}

/** True when the words can be the name of an office, a post or a group of people. */
export const beginsActor = (text: string): boolean => begin.test(text.trim());

/** A line that begins no actor and no list item goes on from the line above, cut by a narrow column. */
function joinCutLines(cell: string): string[] {
  const lines: string[] = [];
  for (const written of cell.split('\n')) {
    const line = flat(written);
    if (line === '') continue;
    const last = lines.at(-1);
    const startsAnew = beginsActor(withoutMarker(line)) || withoutMarker(line) !== line || /^\p{Lu}/u.test(line);
    if (last !== undefined && (!startsAnew || /(?:,|\svà|\scác)$/u.test(last)))
      lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines;
}

/** Characters of a cell that names offices. */
const longestCell = 5000;

/** A cell that names both roles: "Chủ trì: A; phối hợp: B". Null where it does not. */
export function splitRoles(cell: string): { lead: string; executors: string } | null {
  if (cell.length > longestCell) return null;
  const found =
    /^\s*[-–+•]?\s*(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:\s*([\s\S]*?)[\s;.,]*[-–+•]?\s*(?:(?:đơn vị|cơ quan)\s+)?phối hợp\s*(?:thực hiện\s*)?:\s*([\s\S]*)$/iu.exec(
      cell,
    );
  return found ? { lead: flat(groupOf(found, 1)), executors: groupOf(found, 2).trim() } : null;
}
