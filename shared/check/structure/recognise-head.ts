/** The elements above the text: agency, nation, number, date, type, subject, addressees and basis. Found by words and place. */
import { fold, oneLine } from '../../text/fold.ts';
import { isAll, isBlank, isUpper, type Line } from './flatten.ts';
import { parseLabel } from './labels.ts';
import { abbreviationOf } from './type-names.ts';

export type HeadElements = {
  readonly nationalName: Line | null;
  readonly motto: Line | null;
  readonly superiorAgency: readonly Line[];
  readonly issuingAgency: readonly Line[];
  readonly number: Line | null;
  readonly placeAndDate: Line | null;
  readonly typeName: Line | null;
  readonly subject: readonly Line[];
  /** "V/v …" of a letter without a type name. */
  readonly letterSubject: readonly Line[];
  readonly addressees: readonly Line[];
  readonly basis: readonly Line[];
  /** First line of the text below the head. */
  readonly bodyFrom: number;
};

/** The head ends at the latest here, whatever the file looks like. */
const longestHead = 60;

export function recogniseHead(all: readonly Line[]): HeadElements {
  const lines = all.slice(0, longestHead);
  const find = (fits: (line: Line) => boolean): Line | null => lines.find(fits) ?? null;
  const nationalName = find((line) => /^cong hoa xa hoi chu nghia viet nam$/.test(fold(line.text)));
  const motto = find((line) => /^doc lap tu do hanh phuc$/.test(fold(line.text).replace(/[.,;]/g, '')));
  const typeName = find((line) => abbreviationOf(line.text) !== null && !looksNumbered(line));
  const headEnd = typeName?.at ?? lines.find((line) => parseLabel(line.text) !== null)?.at ?? lines.length;
  const head = lines.slice(0, headEnd);
  const number = head.find((line) => isNumber(line)) ?? null;
  const placeAndDate = head.find((line) => isPlaceAndDate(line)) ?? null;
  const letterSubject = head.filter((line) => /^v\s*\/\s*v\b/i.test(fold(line.text)));
  const agencies = agencyLines(head, nationalName, motto, number);
  const { superior, issuing } = splitAgencies(agencies);
  const above = typeName ?? (letterSubject.length === 0 ? (placeAndDate ?? number) : null);
  const subject = above ? subjectAfter(lines, above) : [];
  let bodyFrom = (subject.at(-1) ?? typeName ?? placeAndDate ?? number ?? motto)?.at ?? -1;
  bodyFrom += 1;
  if (!typeName) {
    // The head of a letter is one table; its text begins below.
    const table = (number ?? motto)?.cell?.table;
    while (table && lines[bodyFrom]?.cell?.table === table) bodyFrom += 1;
  }
  const addressees = addresseesAfter(lines, bodyFrom);
  if (addressees.length > 0) bodyFrom = (addressees.at(-1)?.at ?? bodyFrom) + 1;
  const basis = basisAfter(all, bodyFrom);
  if (basis.length > 0) bodyFrom = (basis.at(-1)?.at ?? bodyFrom) + 1;
  return {
    nationalName,
    motto,
    superiorAgency: superior,
    issuingAgency: issuing,
    number,
    placeAndDate,
    typeName,
    subject,
    letterSubject,
    addressees,
    basis,
    bodyFrom,
  };
}

const looksNumbered = (line: Line): boolean => parseLabel(line.text) !== null;

/** "Số: 08/KH-UBND", with every slip a typist makes: no colon, spaces, no slash, no hyphen. */
const isNumber = ({ text }: Line): boolean =>
  text.trim().length < 60 && /^so\s*[:.]?[\s.…_]*(\d+|\/|$)/.test(fold(text)) && /\p{Lu}/u.test(text.slice(2));

/** Length first: the patterns try every pair of their words, which a hostile paragraph may hold by the thousand. */
const isPlaceAndDate = ({ text }: Line): boolean =>
  text.trim().length < 90 &&
  !/^\s*\(/.test(text) &&
  (/ngay.*thang.*nam/.test(fold(text)) || /,\s*(ngày\s*)?\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}\s*$/i.test(text));

function agencyLines(
  head: readonly Line[],
  nationalName: Line | null,
  motto: Line | null,
  number: Line | null,
): Line[] {
  const holder = number?.cell ?? nationalName?.cell ?? null;
  const known = new Set([nationalName, motto, number]);
  const candidates = head.filter((line) => !known.has(line) && !isBlank(line) && !isPlaceAndDate(line));
  if (holder) {
    const nationColumn = (nationalName ?? motto)?.cell?.column ?? holder.columns - 1;
    return candidates.filter(
      ({ cell, text, at }) =>
        cell?.table === holder.table &&
        cell.column !== nationColumn &&
        !/^v\s*\/\s*v\b/i.test(fold(text)) &&
        (number === null || at < number.at),
    );
  }
  return candidates.filter((line) => isUpper(line.text) && (number === null || line.at < number.at));
}

/** A body of its own: what follows it is the unit it belongs to. */
const bareBody = /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)$/i;
const ownBody =
  /^(phong|ban|van phong|trung tam|so|chi cuc|truong|tram|cong an|ubnd|uy ban|hoi dong|hdnd|to|doi|thanh tra)( |$)/;

/** The superior stands above only where the lines below are a full name of their own. */
function splitAgencies(lines: readonly Line[]): { superior: readonly Line[]; issuing: readonly Line[] } {
  const texts = lines.map((line) => oneLine(line.text));
  const first = texts[0] ?? '';
  const taken = bareBody.test(first) ? 2 : 1;
  const next = texts[taken];
  if (next !== undefined && ownBody.test(fold(next)))
    return { superior: lines.slice(0, taken), issuing: lines.slice(taken) };
  return { superior: [], issuing: lines };
}

function subjectAfter(lines: readonly Line[], typeName: Line): Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(typeName.at + 1)) {
    if (isBlank(line)) {
      if (found.length > 0 || line.paragraph.lines.length > 0) break;
      continue;
    }
    const isShown = line.paragraph.align === 'center' || isAll(line, (run) => run.bold);
    if (line.cell !== null || !isShown || looksNumbered(line) || /^(kinh gui|can cu)/.test(fold(line.text))) break;
    // "CHỦ TỊCH ỦY BAN NHÂN DÂN …" of a decision stands below its subject.
    if (found.length > 0 && isUpper(line.text) && !isUpper(found.at(-1)?.text ?? '')) break;
    found.push(line);
    if (line.paragraph.lines.length > 0) break;
  }
  return found;
}

function addresseesAfter(lines: readonly Line[], from: number): Line[] {
  const near = lines.slice(from, from + 8).find((line) => /^kinh gui/.test(fold(line.text)));
  if (!near) return [];
  const found = [near];
  for (const line of lines.slice(near.at + 1)) {
    if (isBlank(line)) continue;
    if (!/^[-–+•]/.test(line.text.trim()) || !/^kinh gui:?$/.test(fold(near.text))) break;
    found.push(line);
  }
  return found;
}

/** Căn cứ lines; "Căn cứ …, UBND ban hành Kế hoạch như sau:" is a sentence of the text and none of them. */
function basisAfter(lines: readonly Line[], from: number): Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(from)) {
    if (isBlank(line)) continue;
    const words = fold(line.text);
    // The one who decides, named between subject and basis.
    if (found.length === 0 && isUpper(line.text) && line.paragraph.align === 'center' && !looksNumbered(line)) continue;
    const isOpening = /nhu sau\s*:?\s*\.?$/.test(words) || /:$/.test(words);
    const isCited =
      /^(can cu|theo de nghi|xet)( |$)/.test(words) ||
      (/^thuc hien /.test(words) && (isAll(line, (run) => run.italic) || /;$/.test(words)));
    if (line.cell !== null || isOpening || !isCited) break;
    found.push(line);
  }
  return found;
}
