/** Signing forms, recipients, and the heads of annexes. */
import { fold, oneLine } from '../../text/fold.ts';
import { isUpper } from '../structure/flatten.ts';
import { smallRoman } from '../structure/labels.ts';
import type { Hit, Rule } from './finding.ts';
import { boxSource, elementNames } from './words.ts';

const forms = ['TM', 'KT', 'Q', 'TL', 'TUQ'];

/** A form mark as typed: `T.M`, `K/T`, `TM:` … with the letters it means. */
function markOf(text: string): { typed: string; mark: string } | null {
  const match = /^\s*((?:T[./ ]?U[./ ]?Q|T[./ ]?M|K[./ ]?T|T[./ ]?L|Q)(?:\s*[.:/,]|(?=\s)))/iu.exec(text);
  const mark = (match?.[1] ?? '').replace(/[^\p{L}]/gu, '').toUpperCase();
  return match && forms.includes(mark) ? { typed: (match[1] ?? '').trim(), mark } : null;
}

const signingForm: Rule = {
  id: 'signing.form',
  severity: 'error',
  source: boxSource('signingAuthority'),
  check: ({ end }) => {
    if (end.signingAuthority.length === 0) return null;
    return end.signingAuthority.flatMap((line): Hit[] => {
      const mark = markOf(oneLine(line.text));
      if (!mark || /^(TM|KT|Q|TL|TUQ)\. \S/u.test(oneLine(line.text).toUpperCase())) return [];
      return [
        {
          place: elementNames.signingAuthority,
          line,
          found: oneLine(line.text),
          allowed: `“${mark.mark}.” rồi một dấu cách`,
          fix: `Viết: ${mark.mark}. ${oneLine(line.text).slice(mark.typed.length).trim()}`,
          mend: { kind: 'words', text: `${mark.mark}. ${oneLine(line.text).slice(mark.typed.length).trim()}` },
        },
      ];
    });
  },
};

const deputy: Rule = {
  id: 'signing.deputy',
  severity: 'error',
  source: boxSource('signingAuthority'),
  check: ({ end: { signingAuthority } }) => {
    const line = signingAuthority.find(({ text }) => /^pho /.test(fold(text)));
    if (!line) return null;
    const marks = signingAuthority.map(({ text }) => markOf(oneLine(text))?.mark);
    if (marks.some((mark) => mark === 'KT' || mark === 'TL' || mark === 'TUQ' || mark === 'Q')) return [];
    return [
      {
        place: elementNames.signingAuthority,
        line,
        found: `${oneLine(line.text)} không có “KT.”`,
        allowed: 'cấp phó ký thay: “KT. CHỦ TỊCH” rồi “PHÓ CHỦ TỊCH”',
      },
    ];
  },
};

/** A committee's own document is signed for the committee; one of its chairman alone has another symbol. */
const collective: Rule = {
  id: 'signing.collective',
  severity: 'warning',
  source: boxSource('signingAuthority'),
  check: ({ end: { signingAuthority }, head, lines }) => {
    // "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …" above the basis: the chairman decides in his own right and signs for nobody.
    const isOwnRight = lines
      .slice(0, head.bodyFrom)
      .some(({ text }) => isUpper(text) && /^(pho )?chu tich (uy ban|ubnd|hoi dong|hdnd)/.test(fold(text)));
    if (isOwnRight) return null;
    const isCommittee = /-(UBND|HĐND)\s*$/u.test(head.number?.text ?? '');
    const [line] = signingAuthority;
    if (!isCommittee || !line || head.typeName === null) return null;
    const marks = signingAuthority.map(({ text }) => markOf(oneLine(text))?.mark);
    if (marks.some((mark) => mark !== undefined && mark !== 'KT')) return [];
    return [
      {
        place: elementNames.signingAuthority,
        line,
        found: oneLine(line.text),
        allowed: '“TM. ỦY BAN NHÂN DÂN” ở dòng trên, vì văn bản của tập thể',
      },
    ];
  },
};

const titles =
  /^(GS|PGS|TS|ThS|TSKH|BS|KS|CN|NGND|NGƯT|NSND|NSƯT|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Kỹ sư|Cử nhân|Bác sĩ)[.\s]/u;

const signerTitle: Rule = {
  id: 'signerName.title',
  severity: 'error',
  source: boxSource('signerName'),
  check: ({ end: { signerName } }) => {
    if (!signerName) return null;
    const match = titles.exec(oneLine(signerName.text));
    if (!match) return [];
    return [
      {
        place: elementNames.signerName,
        line: signerName,
        found: oneLine(signerName.text),
        allowed: 'không ghi học hàm, học vị, danh hiệu trước họ tên',
        fix: `Bỏ “${match[1]}” trước họ tên.`,
        mend: { kind: 'words', text: oneLine(signerName.text).slice(match[0].length).trim(), alone: true },
      },
    ];
  },
};

const signerPlace: Rule = {
  id: 'signingAuthority.place',
  severity: 'error',
  source: boxSource('signingAuthority'),
  check: ({ end: { signingAuthority, recipientsHead } }) => {
    const [line] = signingAuthority;
    if (!line?.cell || !recipientsHead?.cell || line.cell.table !== recipientsHead.cell.table) return null;
    const isRight = line.cell.column > recipientsHead.cell.column;
    const isLevel = line.cell.row === recipientsHead.cell.row;
    if (isRight && isLevel) return [];
    return [
      {
        place: elementNames.signingAuthority,
        line,
        found: isRight ? 'không ngang “Nơi nhận”' : 'bên trái “Nơi nhận”',
        allowed: 'bên phải, ngang hàng với “Nơi nhận”',
      },
    ];
  },
};

const recipientsHead: Rule = {
  id: 'recipientsHead.words',
  severity: 'error',
  source: boxSource('recipientsHead'),
  check: ({ end: { recipientsHead: line } }) => {
    if (!line) return null;
    const said = oneLine(line.text);
    if (said === 'Nơi nhận:' || isUpper(said)) return [];
    return [
      {
        place: elementNames.recipientsHead,
        line,
        found: said,
        allowed: 'Nơi nhận:',
        fix: 'Viết: Nơi nhận:',
        mend: { kind: 'words', text: 'Nơi nhận:' },
      },
    ];
  },
};

const place = elementNames.recipients;

const dashed = (text: string): string => `- ${oneLine(text).replace(/^[-–—+•*]\s*/u, '')}`;

const recipientDash: Rule = {
  id: 'recipients.dash',
  severity: 'error',
  source: boxSource('recipients'),
  check: ({ end: { recipients } }) =>
    recipients.length === 0
      ? null
      : recipients
          .filter(({ text }) => !/^-\s*\S/.test(text.trim()))
          .map((line) => ({
            place,
            line,
            found: oneLine(line.text),
            allowed: 'mỗi dòng bắt đầu bằng gạch đầu dòng (-)',
            fix: `Viết: ${dashed(line.text)}`,
            mend: { kind: 'words' as const, text: dashed(line.text) },
          })),
};

const recipientMarks: Rule = {
  id: 'recipients.marks',
  severity: 'error',
  source: boxSource('recipients'),
  check: ({ end: { recipients } }) => {
    if (recipients.length === 0) return null;
    return recipients.flatMap((line, at): Hit[] => {
      const mark = at === recipients.length - 1 ? '.' : ';';
      const text = oneLine(line.text);
      if (text.endsWith(mark)) return [];
      return [
        {
          place,
          line,
          found: text,
          allowed: `kết thúc bằng “${mark}”`,
          fix: `Viết: ${text.replace(/[.;,:\s]+$/, '')}${mark}`,
          mend: { kind: 'words', text: `${line.text.replace(/[.;,:\s]+$/, '')}${mark}` },
        },
      ];
    });
  },
};

const archive: Rule = {
  id: 'recipients.archive',
  severity: 'error',
  source: boxSource('recipients'),
  check: ({ end: { recipients } }) => {
    const last = recipients.at(-1);
    if (!last) return null;
    if (/^-?\s*Lưu:\s*VT(?=[\s,.;]|$)/u.test(last.text.trim())) return [];
    return [
      {
        place,
        line: last,
        found: oneLine(last.text),
        allowed: 'dòng cuối: “- Lưu: VT, (đơn vị soạn thảo), (số bản).”',
      },
    ];
  },
};

const annexNumber: Rule = {
  id: 'annexLabel.number',
  severity: 'error',
  source: boxSource('annexLabel'),
  check: ({ annexes }) => {
    if (annexes.length === 0) return null;
    return annexes.flatMap(({ label }, at): Hit[] => {
      const said = oneLine(label.text).replace(/[.:]$/, '');
      const number = /^phụ lục\s*(.*)$/iu.exec(said)?.[1]?.trim() ?? '';
      const right = annexes.length === 1 ? '' : smallRoman(at + 1);
      // One annex alone may carry "I": the decree only asks for numbers from two on.
      if (number === right || (annexes.length === 1 && number === 'I')) return [];
      return [
        {
          place: elementNames.annexLabel,
          line: label,
          found: said,
          allowed: right === '' ? 'Phụ lục (chỉ đánh số khi có từ hai phụ lục)' : `Phụ lục ${right}`,
          fix: `Viết: Phụ lục${right === '' ? '' : ` ${right}`}`,
          mend: { kind: 'words', text: `Phụ lục${right === '' ? '' : ` ${right}`}`, alone: true },
        },
      ];
    });
  },
};

const annexHead: Rule = {
  id: 'annexTitle.present',
  severity: 'error',
  source: boxSource('annexTitle'),
  check: ({ annexes }) =>
    annexes.length === 0
      ? null
      : annexes
          .filter(({ title }) => title.length === 0)
          .map(({ label }) => ({
            place: elementNames.annexTitle,
            line: label,
            found: 'không thấy',
            allowed: 'tên phụ lục dưới chữ “Phụ lục”',
          })),
};

const annexReference: Rule = {
  id: 'annexReference.present',
  severity: 'error',
  source: boxSource('annexReference'),
  check: ({ annexes }) =>
    annexes.length === 0
      ? null
      : annexes
          .filter(({ reference }) => reference === null)
          .map(({ label }) => ({
            place: elementNames.annexReference,
            line: label,
            found: 'không thấy',
            allowed: '(Kèm theo … số …/…-… ngày … của …) dưới tên phụ lục',
          })),
};

/** Longer than any reference; the pattern below is slow on endless text. */
const longestReference = 1000;
const isReference = (text: string): boolean =>
  text.length <= longestReference && /^\(\s*(?:ban hành )?kèm theo .*số.*\/.*ngày.*của .*\)$/iu.test(text);

const annexReferenceForm: Rule = {
  id: 'annexReference.form',
  severity: 'warning',
  source: boxSource('annexReference'),
  check: ({ annexes }) => {
    const lines = annexes.flatMap(({ reference }) => (reference ? [reference] : []));
    if (lines.length === 0) return null;
    return lines
      .filter(({ text }) => !isReference(oneLine(text)))
      .map((line) => ({
        place: elementNames.annexReference,
        line,
        found: oneLine(line.text),
        allowed: '(Kèm theo … số …/…-… ngày … của …)',
      }));
  },
};

export const endRules: readonly Rule[] = [
  signingForm,
  deputy,
  collective,
  signerTitle,
  signerPlace,
  recipientsHead,
  recipientDash,
  recipientMarks,
  archive,
  annexNumber,
  annexHead,
  annexReference,
  annexReferenceForm,
];
