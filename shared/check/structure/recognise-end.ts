/** The elements below the text: recipients, signature, and the heads of annexes. */
import { fold, oneLine } from '../../text/fold.ts';
import { isBlank, isUpper, type Line } from './flatten.ts';
import { abbreviationOf } from './type-names.ts';

export type EndElements = {
  readonly recipientsHead: Line | null;
  readonly recipients: readonly Line[];
  readonly signingAuthority: readonly Line[];
  readonly signerName: Line | null;
  /** First line of the signature block; the number of lines where there is none. */
  readonly bodyTo: number;
};

export type AnnexElements = {
  readonly label: Line;
  readonly title: readonly Line[];
  readonly reference: Line | null;
  /** First and last line below its head. */
  readonly from: number;
  readonly to: number;
};

const isAnnexLabel = (line: Line): boolean =>
  /^phu luc(?: so)?(?: ?[ivxlc]+| ?\d+)?[.:]?$/.test(fold(line.text)) &&
  line.cell === null &&
  line.paragraph.align !== 'justify';

/** Heads of annexes and what stands below each. */
export function recogniseAnnexes(lines: readonly Line[], from: number): AnnexElements[] {
  const labels = lines.slice(from).filter(isAnnexLabel);
  return labels.map((label, index) => {
    const to = (labels[index + 1]?.at ?? lines.length) - 1;
    const title: Line[] = [];
    let reference: Line | null = null;
    let at = label.at + 1;
    for (; at <= to; at++) {
      const line = lines[at];
      if (!line || isBlank(line)) continue;
      if (/^\(\s*(ban hanh )?kem theo/.test(fold(line.text))) {
        reference = line;
        at += 1;
        break;
      }
      if (line.cell !== null || (line.paragraph.align !== 'center' && !isUpper(line.text))) break;
      if (title.length === 6) break;
      title.push(line);
    }
    return { label, title, reference, from: at, to };
  });
}

const authorityWords =
  /^(t\.?\s?m|k\.?\s?t|q|t\.?\s?l|t\.?\s?u\.?\s?q)[./ ]\s*\S|^(pho )?(chu tich|bi thu|truong (phong|ban)|chanh van phong|giam doc|truong thon|thu truong|hieu truong|cuc truong|vu truong|bo truong|tong giam doc|chi huy truong)/;

/** The signature block of the main document, looked for before `to`. */
export function recogniseEnd(lines: readonly Line[], from: number, to: number): EndElements {
  const area = lines.slice(from, to);
  const recipientsHead = area.findLast((line) => /^noi nhan\b/.test(fold(line.text))) ?? null;
  const authorityStart =
    area.findLast(
      (line) =>
        line.cell !== null &&
        !line.cell.table.ruled &&
        line.cell.column > 0 &&
        line.cell.table === recipientsHead?.cell?.table,
    ) ??
    area.findLast(
      (line) => isUpper(line.text) && authorityWords.test(fold(line.text)) && abbreviationOf(line.text) === null,
    ) ??
    null;
  const table = recipientsHead?.cell?.table ?? authorityStart?.cell?.table ?? null;
  const block = table
    ? area.filter((line) => line.cell?.table === table)
    : area.slice(blockStart(area, recipientsHead, authorityStart));
  const headColumn = recipientsHead?.cell?.column ?? null;
  const recipients = recipientsHead
    ? block.filter(
        (line) =>
          line.at > recipientsHead.at &&
          !isBlank(line) &&
          (table ? line.cell?.column === headColumn : !isUpper(line.text) && /^[-–+•]|;$|luu/.test(fold(line.text))),
      )
    : [];
  const known = new Set<Line | null>([recipientsHead, ...recipients]);
  const right = block.filter(
    (line) => !known.has(line) && !isBlank(line) && (headColumn === null || line.cell?.column !== headColumn),
  );
  const { signingAuthority, signerName } = readSigner(right);
  return { recipientsHead, recipients, signingAuthority, signerName, bodyTo: block[0]?.at ?? to };
}

function blockStart(area: readonly Line[], ...starts: readonly (Line | null)[]): number {
  const first = Math.min(...starts.map((line) => (line ? area.indexOf(line) : area.length)));
  // Several lines of authority stand above the one that was found.
  let start = first;
  while (
    start > 0 &&
    area[start - 1] &&
    isUpper(area[start - 1]?.text ?? '') &&
    /^\s*(TM|KT|Q|TL|TUQ)\b/.test(area[start - 1]?.text ?? '')
  )
    start -= 1;
  return start;
}

/** Authority above, the name last; a block that ends in an office has no name yet. */
function readSigner(lines: readonly Line[]): { signingAuthority: readonly Line[]; signerName: Line | null } {
  const last = lines.at(-1);
  if (!last || lines.length < 2 || authorityWords.test(fold(last.text)))
    return { signingAuthority: lines, signerName: null };
  const note = (line: Line): boolean => /^\(.*\)$/.test(oneLine(line.text));
  return { signingAuthority: lines.slice(0, -1).filter((line) => !note(line)), signerName: last };
}
