/** Every text of a plan with its place, in reading order; and the parts of a text that speak of other documents. */

import type { PlainSection } from '../body/body-blocks.ts';
import { isBullet, parseLabel } from '../reading/labels.ts';
import type { Path, ReviewInput, ReviewRow } from './input.ts';

export type Place = { where: string; path: Path };
/** `part` tells what kind of text it is; a title is one line of the document's own name. */
export type PlacedText = Place & {
  part: 'title' | 'basis' | 'section' | 'closing' | 'annexTitle' | 'task' | 'result' | 'time' | 'name';
  text: string;
};

/** Whether the rows are part of the document or only repeat what its sections say. */
export const ownRows = (plan: ReviewInput): ReviewRow[] => (plan.annex === 'table' ? plan.rows : []);

export function textsOf(plan: ReviewInput): PlacedText[] {
  const found: PlacedText[] = [];
  const add = (part: PlacedText['part'], where: string, path: Path, text: string): void => {
    if (text.trim() !== '') found.push({ part, where, path, text });
  };
  if (plan.head) add('title', 'Tên kế hoạch', ['head', 'title'], plan.head.title);
  plan.basis.forEach((text, at) => void add('basis', `Căn cứ thứ ${at + 1}`, ['basis', at], text));
  plan.preamble.forEach((text, at) => void add('section', 'Đoạn mở đầu', ['preamble', at], text));
  walkSections(plan.sections, (section, place) => {
    add('section', place.where, [...place.path, 'heading'], section.heading);
    section.paragraphs.forEach((text, at) => void add('section', place.where, [...place.path, 'paragraphs', at], text));
  });
  plan.closing.forEach((text, at) => void add('closing', 'Đoạn kết', ['closing', at], text));
  plan.annexTitle.forEach((text, at) => void add('annexTitle', 'Tên phụ lục', ['annexTitle', at], text));
  const rows = ownRows(plan);
  for (const [at, row] of rows.entries()) {
    const isNew = (field: 'area' | 'component') => row[field] !== rows[at - 1]?.[field];
    if (isNew('area')) add('name', rowWhere(plan, at, 'lĩnh vực'), ['rows', at, 'area'], row.area);
    if (isNew('component')) add('name', rowWhere(plan, at, 'thành phần'), ['rows', at, 'component'], row.component);
    // A shared cell is printed once; reading it again would tell each of its faults twice.
    if (row.sharesWith !== null) continue;
    const list = (part: 'task' | 'result', field: 'tasks' | 'results', caption: string): void =>
      row[field].forEach((text, item) => void add(part, rowWhere(plan, at, caption), ['rows', at, field, item], text));
    list('task', 'tasks', 'nhiệm vụ');
    list('result', 'results', 'kết quả');
    add('time', rowWhere(plan, at, 'thời gian'), ['rows', at, 'time'], row.time);
  }
  return found;
}

/** "Phụ lục, dòng 25 (7. c) Cơ sở hạ tầng căn bản), ô thời gian". */
export function rowWhere(plan: Pick<ReviewInput, 'rows'>, at: number, cell: string): string {
  const row = plan.rows[at];
  const name = [row?.no ?? '', row?.component || row?.area || ''].filter((part) => part !== '').join('. ');
  return `Phụ lục, dòng ${at + 1}${name === '' ? '' : ` (${short(name)})`}, ô ${cell}`;
}

export const short = (text: string, longest = 80): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
};

/** Visits each section, parents first, with its place as people say it: "Mục II.1.a". */
export function walkSections(
  sections: readonly PlainSection[],
  visit: (section: PlainSection, place: Place) => void,
  above: { labels: readonly string[]; path: Path } = { labels: [], path: ['sections'] },
): void {
  const met = new Set<string>();
  let bullets = 0;
  for (const [at, section] of sections.entries()) {
    const label = parseLabel(`${section.label} x`);
    const isItem = label !== null && isBullet(label);
    if (isItem) bullets++;
    const bare = section.label.replace(/[\s.):/-]+$/, '');
    // A number that stands twice names no place; its heading does.
    const own = isItem ? `gạch ${bullets}` : met.has(bare) ? `${bare} (${short(section.heading, 40)})` : bare;
    met.add(bare);
    const labels = joined(above.labels, own);
    const path = [...above.path, at];
    visit(section, { where: sectionWhere(labels, section.heading), path });
    walkSections(section.children, visit, { labels, path: [...path, 'children'] });
  }
}

/** "1.3" under "1" already says where it lies. */
function joined(above: readonly string[], own: string): readonly string[] {
  if (own === '') return above;
  const parent = above.at(-1);
  return parent !== undefined && own.startsWith(`${parent}.`) ? [...above.slice(0, -1), own] : [...above, own];
}

function sectionWhere(labels: readonly string[], heading: string): string {
  const numbers = labels.filter((label) => !label.startsWith('gạch'));
  const bullet = labels.find((label) => label.startsWith('gạch'));
  if (labels.length === 0) return heading === '' ? 'Phần nội dung' : `Phần “${short(heading, 60)}”`;
  const place = numbers.length === 0 ? 'Phần nội dung' : `Mục ${numbers.join('.')}`;
  return bullet === undefined ? place : `${place}, ${bullet}`;
}

const documentKinds =
  'Kế hoạch|Chỉ thị|Quyết định|Nghị quyết|Công văn|Văn bản|Nghị định|Thông tư|Hướng dẫn|Báo cáo|Chương trình|Đề án|Kết luận|Thông báo';

/** A cited document from its kind and number to the end of its subject. */
const citation = new RegExp(
  `(?:${documentKinds})\\s+(?:số\\s*:?\\s*)?\\d{1,5}\\s*/[^;]*?(?=;|\\.\\s|\\.$|,\\s+(?:UBND|(?:Ủy|Uỷ) ban)|$)`,
  'giu',
);
const quoted = /[“"][^“”"]{1,300}[”"]/gu;
const datedLaw = /(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s+[^,;.]{0,60}?(?<!trong\s+)năm\s+\d{4}/gu;

/** The text with names of other documents and quoted words blanked out, at the same length. */
export const withoutCited = (text: string): string =>
  [citation, quoted, datedLaw].reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
