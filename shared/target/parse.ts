/** The words of "Kết quả" understood: targets with operator and value, kinds of proof, and what is odd about them. */
import { groupOf, itemAt } from '../core/sure.ts';
import { quote, type Scan, startScan } from '../schedule/scan.ts';
import { proofsIn } from './proofs.ts';
import { type ProofKind, proofKinds, type ReadResult, type Target, type TargetOperator } from './target.ts';

/** A cell of results is short; a longer text is cut here and says so. */
const longestResult = 20_000;

const operators: readonly [RegExp, TargetOperator][] = [
  [/(?:<=|≤|khong (?:qua|vuot qua|cao hon|hon|tren)|toi da|nhieu nhat)$/, '<='],
  [/(?:>=|≥|it nhat|toi thieu|khong (?:duoi|thap hon|it hon)|(?:dat )?tu)$/, '>='],
  [/(?:>|tren|hon|vuot|cao hon|nhieu hon)$/, '>'],
  [/(?:<|duoi|thap hon|it hon)$/, '<'],
];

const operatorWords =
  '(?:<=|≤|>=|≥|<|>|khong (?:qua|vuot qua|cao hon|hon|tren|duoi|thap hon|it hon)|toi da|nhieu nhat|it nhat|toi thieu|dat tu|tu|tren|hon|vuot|cao hon|nhieu hon|duoi|thap hon|it hon)';
const number = '(\\d{1,6}(?:[.,]\\d{1,3})*|mot|hai|ba|bon|muoi)';
const share = new RegExp(
  `(?:(?<!\\p{L})(${operatorWords})\\s*)?(?<![\\d.,/])(?:${number}\\s*(?:-|den)\\s*(?=[\\d.,]+\\s*%))?${number}\\s*(?:%|phan tram)(?:\\s*(?:-|den)\\s*${number}\\s*(?:%|phan tram))?(\\s*tro len|\\s*tro xuong)?`,
  'gu',
);
const countUnits =
  'lan|buoi|cuoc thi|cuoc|hoi nghi|lop|tin,? ?bai|tin|bai viet|bai|luot|ky|dot|van ban|mo hinh|cong trinh|bao cao|vu|ho|nguoi|chuyen muc|phong su|diem|bac|ngay(?=\\s*/\\s*(?:thang|quy|tuan|nam))';
const periods = 'nam|quy|thang|tuan|ngay|(?:0?6|sau) thang|nam hoc|hoc ky|dot|ky|thon|xa|to dan pho|nguoi|don vi';
const count = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?:moi|hang|mot|0?1)\\s+(${periods})(?!\\p{L})|((?:0?6|sau) thang)(?! (?:dau|cuoi)))\\s+(?:[^;%\\d]{0,40}?\\s)??)?(?:(${operatorWords})\\s*)?(?<![\\d/.])(?:${number}\\s*(?:-|den)\\s*(?=\\d))?${number}\\s*(${countUnits})(?!\\p{L})(?:([^;/\\d]{0,60}?)\\s*(?:/\\s*|\\b(?:moi|trong|tren|hang)\\s+)(?:0?1 |mot )?(${periods})(?!\\p{L}))?(\\s*tro len)?`,
  'gu',
);
const external =
  /\b(?:(dat|hoan thanh|bang|vuot)(?: va vuot| hoac vuot| tu)?\s+)?(?:muc\s+|cac\s+)?chi tieu(?:\s+[^;.]{0,60}?)?\s*(?:do|duoc|cua)?\s*([^;.,]{0,60}?)\s*giao\b/g;

/** Understands one cell, or one line of it. Lines, bullets and semicolons each say something of their own. */
export function readResult(text: string): ReadResult {
  const targets: Target[] = [];
  const kinds = new Set<ProofKind>();
  const doubts: string[] = [];
  for (const clause of clausesOf(text.slice(0, longestResult))) {
    const scan = startScan(clause);
    const found = targetsIn(scan);
    targets.push(...found);
    for (const each of found) doubts.push(...doubtsAbout(each));
    const proofs = proofsIn(scan.key);
    for (const kind of proofs) kinds.add(kind);
    if (found.length === 0 && proofs.length === 0 && /\p{L}{2}/u.test(scan.words))
      doubts.push(`Lấy gì chứng minh "${shorten(quote(scan, 0, scan.words.length))}"?`);
  }
  if (text.length > longestResult) doubts.push('Kết quả dài quá 20.000 chữ: chỉ đọc phần đầu.');
  return { targets, proofs: proofKinds.filter((kind) => kinds.has(kind)), doubts };
}

const clausesOf = (text: string): string[] =>
  text.split(/[\r\n;]+|\.(?=\s+[\p{Lu}-]|\s*$)/u).filter((clause) => clause.trim() !== '');

const shorten = (words: string): string => (words.length > 80 ? `${words.slice(0, 77)}…` : words);

type Place = { readonly at: number; readonly end: number; readonly make: (before: string, after: string) => Target[] };

/** Targets of a clause in the order written. What stands before and after a number tells what it measures. */
function targetsIn(scan: Scan): Target[] {
  const places = [...shares(scan), ...fractions(scan), ...wholes(scan), ...counts(scan), ...externals(scan)].sort(
    (a, b) => a.at - b.at,
  );
  const apart = places.filter((place, index) => places.every((other, at) => at >= index || other.end <= place.at));
  return apart.flatMap(({ at, end, make }, index) => {
    const from = index === 0 ? 0 : itemAt(apart, index - 1).end;
    const to = apart[index + 1]?.at ?? scan.words.length;
    return make(quote(scan, from, at), quote(scan, end, to));
  });
}

function shares(scan: Scan): Place[] {
  return [...scan.key.matchAll(share)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    make: (before, after) => {
      const [, word, low, first, last, tail] = found;
      const above = /\s+trở lên(?!\p{L})/iu.test(after);
      const part = shareOf(before, after.replace(/\s+trở (?:lên|xuống)(?!\p{L})/iu, ''));
      const one = (operator: TargetOperator, value: number | null): Target => ({
        operator,
        value,
        unit: '%',
        per: null,
        ...part,
        givenBy: null,
      });
      if (low !== undefined) return [one('>=', numberIn(low)), one('<=', numberIn(first))];
      if (last !== undefined) return [one('>=', numberIn(first)), one('<=', numberIn(last))];
      return [one(above ? '>=' : operatorOf(word, tail), numberIn(first))];
    },
  }));
}

const percent = (operator: TargetOperator, value: number, part: Pick<Target, 'of' | 'that'>): Target => ({
  operator,
  value,
  unit: '%',
  per: null,
  ...part,
  givenBy: null,
});

const fraction = new RegExp(
  `(?:(?<!\\p{L})(${operatorWords})\\s*)?(?<![\\d/.])(\\d)\\s*/\\s*(\\d{1,2})\\s+(?:tong )?so\\s`,
  'gu',
);

/** "Trên 3/4 số hộ tham gia": a share in two numbers. Without "số" it is a date or a result, not what is asked. */
const fractions = (scan: Scan): Place[] =>
  [...scan.key.matchAll(fraction)].flatMap((found) => {
    const [, word, part, whole] = found;
    if (Number(whole) === 0 || Number(part) > Number(whole)) return [];
    const value = Number(((Number(part) / Number(whole)) * 100).toFixed(2));
    return [
      {
        at: found.index,
        end: found.index + found[0].length - 1,
        make: (before: string, after: string) => [percent(operatorOf(word, undefined), value, shareOf(before, after))],
      },
    ];
  });

const all = /(?<!\p{L})(?:toan bo|tat ca)(?: cac)?(?=\s)/gu;

/** "Toàn bộ thôn có loa truyền thanh": every one of them, with a condition; "toàn bộ văn bản" alone names papers. */
const wholes = (scan: Scan): Place[] =>
  /%|phan tram/.test(scan.key)
    ? []
    : [...scan.key.matchAll(all)].map((found) => ({
        at: found.index,
        end: found.index + found[0].length,
        make: (before: string, after: string) => {
          const part = shareOf(before, after);
          return part.that === null || after === '' ? [] : [percent('=', 100, part)];
        },
      }));

/** "ít nhất 2 hội nghị, 1 cuộc thi": the operator of a list stands once, before its first number. */
function operatorBefore(key: string, at: number): string | undefined {
  const found = new RegExp(`(${operatorWords})\\s*\\d+\\s*(?:${countUnits})[^;.\\d]{0,30}?\\s*(?:,|va)\\s*$`, 'u').exec(
    key.slice(0, at),
  );
  return found?.[1];
}

/** Without brackets and joining words at its ends. */
const bare = (words: string): string =>
  words
    .replace(/^[\s()[\],;:–-]+|[\s()[\],;:–-]+$/gu, '')
    .replace(/^(?:và|va|cho|các)(?:\s+|$)|(?:^|\s+)(?:và|va)$/giu, '')
    .trim();

/** The whole and the condition: behind the number ("100% hồ sơ được cập nhật"), else before it ("Chỉ số hài lòng đạt mức 90%"). */
function shareOf(before: string, after: string): Pick<Target, 'of' | 'that'> {
  const subject = bare(before.replace(signs, ' ').replace(trailingVerb, '').replace(leadingVerb, ''));
  if (after === '') return { of: subject, that: null };
  const cut = condition.exec(` ${after} `);
  const of = (cut ? after.slice(0, Math.max(0, cut.index)) : after).replace(/^(?:các|số|của)\s+/iu, '').trim();
  const that = cut ? after.slice(cut.index).trim() : subject || null;
  // "Tỷ lệ hồ sơ đạt 95% đúng hạn": what follows is the condition alone.
  if (of === '') return { of: subject, that };
  return { of, that };
}

/** Where the whole ends and what is asked of it begins. */
const condition =
  /\s(?=(?:phải|phai|được|duoc|thực hiện|thuc hien|đạt|dung|truoc han|có(?! thẩm quyền| liên quan)|đúng|trước hạn|tham gia|đảm bảo|bảo đảm|hoàn thành|ký cam kết|cam kết|không|nắm|sử dụng|biết|chấp hành)\s)/iu;

const signs = /[<>=≤≥]+/gu;

/** Verbs that lead to the number and name nothing. */
const trailingVerb =
  /(?:^|\s+)(?:(?:phấn đấu|đảm bảo|bảo đảm|duy trì|có|đạt|ở|mức|là|bằng|tại|cho|để|và|tỷ lệ|xuống|còn|lên)\s*)+$/iu;

/** The same at the beginning: "phấn đấu mức hài lòng đạt …". */
const leadingVerb = /^(?:(?:phấn đấu|đảm bảo|bảo đảm|duy trì|giảm|tăng|nâng|hạ)(?:\s+|$))+/iu;

function counts(scan: Scan): Place[] {
  const places: Place[] = [];
  for (const found of scan.key.matchAll(count)) {
    const [, each, half, word, low, , , between, perAfter, tail] = found;
    const [value, unit] = [groupOf(found, 5), groupOf(found, 6)];
    const perBefore = each ?? half;
    const period = perAfter ?? perBefore;
    // A number without operator and period counts papers, days, levels: "Nghị quyết số 5", "mức độ 3".
    if (word === undefined && period === undefined && tail === undefined && !/^(?:0?\d|\d\d)$/.test(value)) continue;
    if (
      /\b(?:so|dieu|khoan|muc|muc do|nam|ngay|thang|quy)\s*$/.test(scan.key.slice(0, found.index)) &&
      word === undefined
    )
      continue;
    const unitAt = found[0].indexOf(unit, found[0].indexOf(value) + value.length);
    const at = found.index + unitAt;
    places.push({
      at: found.index,
      end: found.index + found[0].length,
      make: (before, after) => {
        const own = quote(scan, at + unit.length, at + unit.length + (between?.length ?? 0));
        const one = (operator: TargetOperator, counted: string | undefined): Target => ({
          operator,
          value: numberIn(counted),
          unit: unitName(scan.words.slice(at, at + unit.length).toLowerCase()),
          per: period === undefined ? null : periodName(period),
          of: bare(own || after || eachOf(perBefore, perAfter) || before.replace(trailingVerb, '')),
          that: null,
          givenBy: null,
        });
        if (low !== undefined) return [one('>=', low), one('<=', value)];
        return [one(operatorOf(word ?? operatorBefore(scan.key, found.index), tail), value)];
      },
    });
  }
  return places;
}

/** "đạt chỉ tiêu do UBND huyện giao": the number is set by somebody else. */
function externals(scan: Scan): Place[] {
  return [...scan.key.matchAll(external)].map((found) => {
    const by = groupOf(found, 2);
    const giverAt = found.index + found[0].lastIndexOf(by, found[0].length - 5);
    const giver = by === '' ? '' : quote(scan, giverAt, giverAt + by.length);
    return {
      at: found.index,
      end: found.index + found[0].length,
      make: (before) => [
        {
          operator: found[1] === 'vuot' ? '>' : '>=',
          value: null,
          unit: '',
          per: null,
          of: before || quote(scan, found.index, found.index + found[0].length),
          that: null,
          givenBy: giver.replace(/^(?:do|được|của)\s+/iu, '') || null,
        } satisfies Target,
      ],
    };
  });
}

/** "mỗi thôn 2 buổi/năm" counts each village's own. */
const eachOf = (perBefore: string | undefined, perAfter: string | undefined): string =>
  perBefore !== undefined && perAfter !== undefined ? `mỗi ${periodName(perBefore)}` : '';

function operatorOf(word: string | undefined, tail: string | undefined): TargetOperator {
  if (tail?.includes('xuong')) return '<=';
  if (tail !== undefined) return '>=';
  return operators.find(([pattern]) => word !== undefined && pattern.test(word))?.[1] ?? '=';
}

const small: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, muoi: 10 };

/** `1.234,5` as Vietnamese write numbers; `99.5` is a decimal too, as no group of thousands has one digit. */
function numberIn(text: string | undefined): number {
  if (text === undefined) return 0;
  const inWords = small[text];
  if (inWords !== undefined) return inWords;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) ? text.replaceAll('.', '') : text;
  return Number(plain.replace(',', '.').replace(/[.,](?=.*\.)/g, ''));
}

const periodNames: Readonly<Record<string, string>> = {
  nam: 'năm',
  quy: 'quý',
  thang: 'tháng',
  tuan: 'tuần',
  ngay: 'ngày',
  'nam hoc': 'năm học',
  'hoc ky': 'học kỳ',
  dot: 'đợt',
  ky: 'kỳ',
  thon: 'thôn',
  xa: 'xã',
  'to dan pho': 'tổ dân phố',
  nguoi: 'người',
  'don vi': 'đơn vị',
};

/** Units typed without accents get them back, so that "2 lan" and "2 lần" are added up under one name. */
const unitNames: Readonly<Record<string, string>> = {
  lan: 'lần',
  buoi: 'buổi',
  cuoc: 'cuộc',
  'cuoc thi': 'cuộc thi',
  'hoi nghi': 'hội nghị',
  lop: 'lớp',
  'tin bai': 'tin, bài',
  bai: 'bài',
  'bai viet': 'bài viết',
  luot: 'lượt',
  ky: 'kỳ',
  dot: 'đợt',
  'van ban': 'văn bản',
  'mo hinh': 'mô hình',
  'cong trinh': 'công trình',
  'bao cao': 'báo cáo',
  vu: 'vụ',
  ho: 'hộ',
  nguoi: 'người',
  'chuyen muc': 'chuyên mục',
  'phong su': 'phóng sự',
  diem: 'điểm',
  bac: 'bậc',
  ngay: 'ngày',
};

const unitName = (words: string): string => unitNames[words] ?? words;

const periodName = (key: string): string =>
  /thang$/.test(key) && key !== 'thang' ? '6 tháng' : (periodNames[key] ?? key);

function doubtsAbout(target: Target): string[] {
  const { operator, value, unit, of } = target;
  if (unit === '%' && of === '') return [`Tỷ lệ ${value}% của những gì?`];
  if (value === null)
    return [`Chỉ tiêu "${shorten(of)}" là bao nhiêu? Số do ${target.givenBy ?? 'cấp trên'} giao cần được nhập.`];
  if (unit === '%' && value > 100) return [`Tỷ lệ ${value}% lớn hơn 100%.`];
  if (unit === '%' && value === 100 && operator !== '=' && operator !== '<=' && operator !== '<')
    return ['"100% trở lên": không có gì nhiều hơn 100%; giữ nguyên như đã viết.'];
  return [];
}
