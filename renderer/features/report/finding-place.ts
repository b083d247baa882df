/** From the words a layout finding quotes to the part of the report they stand in. Pure. */
import { fold } from '../../../shared/text/fold.ts';

type Part = { key: string; label: string; heading: string; text: string };

const headElements = /^(?:số, ký hiệu|địa danh|tên loại|trích yếu)/iu;

/** The words for `Paper`'s way to a heading, `head` for what the head form holds; null where no part of the report has the words. */
export function sectionOfFinding(where: string, sections: readonly Part[]): { heading: string } | 'head' | null {
  if (headElements.test(where)) return 'head';
  const quoted = /“(.+?)(…?)”/u.exec(where)?.[1];
  if (quoted === undefined) return null;
  const words = fold(quoted);
  const found = sections.find(({ label, heading, text }) =>
    [`${label} ${heading}`.trim(), ...text.split('\n')].some(
      (line) => line.trim() !== '' && fold(line).startsWith(words),
    ),
  );
  if (!found) return null;
  return { heading: found.key === 'closing' ? 'end' : `${found.label} ${found.heading}`.trim() };
}
