/** Which elements must be there, where they stand, and the fixed words of nation and motto. */
import type { LayoutElement } from '../../document/decree30.ts';
import { fold, oneLine } from '../../text/fold.ts';
import { isBlank, shownRuns } from '../structure/flatten.ts';
import { linesOf, type Recognised } from '../structure/recognise.ts';
import type { Hit, Rule, Severity } from './finding.ts';
import { annexOne, boxSource, custom, elementNames, points } from './words.ts';

const required: readonly (readonly [LayoutElement, Severity])[] = [
  ['nationalName', 'error'],
  ['motto', 'error'],
  ['issuingAgency', 'error'],
  ['number', 'error'],
  ['placeAndDate', 'error'],
  ['typeName', 'error'],
  ['subject', 'error'],
  ['signingAuthority', 'error'],
  ['signerName', 'warning'],
  ['recipientsHead', 'error'],
];

const isLetter = ({ head }: Recognised): boolean => head.typeName === null && head.letterSubject.length > 0;

const presentRule = (element: LayoutElement, severity: Severity): Rule => ({
  id: `${element}.present`,
  severity,
  source: boxSource(element),
  check: (found) => {
    // A letter has neither a type name nor a subject below one.
    if (isLetter(found) && (element === 'typeName' || element === 'subject')) return null;
    if (element === 'subject' && found.head.typeName === null) return null;
    return linesOf(found, element).length > 0
      ? []
      : [{ place: elementNames[element], found: 'không thấy', allowed: 'phải có trong văn bản' }];
  },
});

const mottoWords: Rule = {
  id: 'motto.words',
  severity: 'error',
  source: boxSource('motto'),
  check: ({ head, layout }) => {
    if (!head.motto) return null;
    const said = oneLine(head.motto.text);
    if (said === layout.motto || said.toUpperCase() === said) return [];
    return [
      {
        place: elementNames.motto,
        line: head.motto,
        found: said,
        allowed: layout.motto,
        fix: `Viết: ${layout.motto}`,
        mend: { kind: 'words', text: layout.motto },
      },
    ];
  },
};

const nationPlace: Rule = {
  id: 'nationalName.place',
  severity: 'error',
  source: boxSource('nationalName'),
  check: ({ head, lines }) => {
    const line = head.nationalName;
    if (!line) return null;
    const allowed = 'phía trên, bên phải trang đầu';
    const place = elementNames.nationalName;
    if (line.sideBySide) return [];
    if (!line.cell)
      return line.paragraph.align === 'center' && !line.paragraph.text.includes('\t')
        ? [{ place, line, found: 'giữa trang', allowed }]
        : [];
    const isFirst = !lines.some((other) => other.cell === line.cell && other.at < line.at && !isBlank(other));
    const isRight = line.cell.column > 0;
    if (isFirst && isRight && line.cell.row === 0) return [];
    return [{ place, line, found: isRight ? 'không ở dòng đầu' : 'bên trái', allowed }];
  },
};

const sideBySide = (element: 'issuingAgency' | 'number', allowed: string): Rule => ({
  id: `${element}.place`,
  severity: 'error',
  source: boxSource(element),
  check: (found) => {
    const nation = found.head.nationalName?.cell;
    const [line] = linesOf(found, element);
    if (!line || !nation || !line.cell) return null;
    if (line.cell.table !== nation.table) return [{ place: elementNames[element], line, found: 'nơi khác', allowed }];
    return line.cell.column < nation.column ? [] : [{ place: elementNames[element], line, found: 'bên phải', allowed }];
  },
});

const datePlace: Rule = {
  id: 'placeAndDate.place',
  severity: 'error',
  source: boxSource('placeAndDate'),
  check: ({ head: { number, placeAndDate, nationalName } }) => {
    const nation = nationalName?.cell;
    if (!number?.cell || !placeAndDate || !nation) return null;
    const { cell } = placeAndDate;
    const isBeside = cell !== null && cell.table === number.cell.table && cell.row === number.cell.row;
    if (isBeside && cell.column === nation.column) return [];
    return [
      {
        place: elementNames.placeAndDate,
        line: placeAndDate,
        found: isBeside ? 'không ở dưới quốc hiệu, tiêu ngữ' : 'không cùng dòng với số, ký hiệu',
        allowed: 'cùng dòng với số, ký hiệu; dưới quốc hiệu, tiêu ngữ',
      },
    ];
  },
};

const typedSides: Rule = {
  id: 'head.sideBySide',
  severity: 'note',
  source: custom,
  check: ({ lines }) => {
    const line = lines.find(({ sideBySide }) => sideBySide);
    const allowed = 'nên đặt hai bên vào bảng không viền, để không lệch khi sửa chữ';
    return line ? [{ place: 'Phần đầu', line, found: 'hai bên cách nhau bằng phím Tab hoặc dấu cách', allowed }] : null;
  },
};

/** Committees and councils of every tier sign as themselves. */
const communeSuperior: Rule = {
  id: 'superiorAgency.commune',
  severity: 'error',
  source: boxSource('superiorAgency'),
  check: ({ head }) => {
    const issuer = fold(head.issuingAgency.map((line) => line.text).join(' '));
    if (!/^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) /.test(issuer)) return null;
    return head.superiorAgency.map((line) => ({
      place: elementNames.superiorAgency,
      line,
      found: oneLine(line.text),
      allowed: 'Ủy ban nhân dân, Hội đồng nhân dân các cấp không ghi cơ quan chủ quản',
      fix: 'Bỏ dòng tên cơ quan chủ quản.',
    }));
  },
};

/** Box 5b: "V/v …" under the number of a letter. */
const letterSize = { min: 12, max: 13 };
const letterSubject: Rule = {
  id: 'letterSubject.look',
  severity: 'error',
  source: `${annexOne}, ô số 5b`,
  check: ({ head }) => {
    if (head.letterSubject.length === 0) return null;
    return head.letterSubject.flatMap((line): Hit[] => {
      const place = 'Trích yếu công văn';
      const [run] = shownRuns(line);
      if (!run) return [];
      if (run.size < letterSize.min || run.size > letterSize.max)
        return [
          {
            place,
            line,
            found: points(run.size),
            allowed: '12–13 pt',
            fix: 'Đặt cỡ chữ 12 hoặc 13.',
            mend: { kind: 'letters', size: letterSize.max, outside: letterSize },
          },
        ];
      return run.bold || run.italic
        ? [
            {
              place,
              line,
              found: run.bold ? 'chữ đậm' : 'chữ nghiêng',
              allowed: 'chữ đứng, không đậm',
              fix: 'Bỏ đậm, nghiêng.',
              mend: { kind: 'letters', bold: false, italic: false },
            },
          ]
        : [];
    });
  },
};

export const headRules: readonly Rule[] = [
  ...required.map(([element, severity]) => presentRule(element, severity)),
  mottoWords,
  nationPlace,
  sideBySide('issuingAgency', 'phía trên, bên trái, ngang quốc hiệu'),
  sideBySide('number', 'dưới tên cơ quan ban hành'),
  datePlace,
  typedSides,
  communeSuperior,
  letterSubject,
];
