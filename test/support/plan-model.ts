/** A random plan as it is kept, and random edits of it as a person would make them in Word, each with what must be told of it. */
import type { RowOrigin, StoredParts, StoredSection } from '../../electron/documents/plan-parts.ts';
import type { ReviewRow } from '../../shared/review/input.ts';

/** A kept plan with its records, as printing sees it. */
export type ModelPlan = Omit<StoredParts, 'sections' | 'rows'> & {
  sections: StoredSection[];
  rows: (ReviewRow & { origin: RowOrigin })[];
};

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'công khai minh bạch thủ tục hành chính đất đai môi trường y tế giáo dục trẻ em thôn xã dân chủ cơ sở niêm yết hồ sơ đúng hạn tiếp công dân chuyển đổi số an ninh trật tự'.split(
    ' ',
  );

export function words(next: () => number, least: number): string {
  const list = Array.from({ length: least + Math.floor(next() * 6) }, () => {
    const word = syllables[Math.floor(next() * syllables.length)] ?? 'xã';
    return next() < 0.6 ? `${word}${Math.floor(next() * 900) + 100}` : word;
  });
  const text = list.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Two to four parts with points, paragraphs and items; two to four areas with rows of one to three tasks. */
export function randomPlan(seed: number): ModelPlan {
  const next = numbers(seed);
  let count = 0;
  const id = (kind: string) => `${kind}-${++count}`;
  const upTo = (most: number) => 1 + Math.floor(next() * most);
  const paragraphs = (most: number) =>
    Array.from({ length: upTo(most) }, () => (next() < 0.25 ? `- ${words(next, 6)}` : `${words(next, 7)}.`));
  const sections: StoredSection[] = ['I.', 'II.', 'III.', 'IV.'].slice(0, 1 + upTo(3)).map((label) => ({
    id: id('muc'),
    label,
    heading: words(next, 3),
    paragraphs: paragraphs(3),
    children: ['1.', '2.', '3.'].slice(0, Math.floor(next() * 4)).map((point) => ({
      id: id('muc'),
      label: point,
      heading: words(next, 3),
      paragraphs: paragraphs(2),
      children:
        next() < 0.3
          ? ['a)', 'b)'].map((letter) => ({
              id: id('muc'),
              label: letter,
              heading: '',
              paragraphs: [`${words(next, 7)};`],
              children: [],
            }))
          : [],
    })),
  }));
  const rows: ModelPlan['rows'] = [];
  for (let area = 1; area <= 1 + upTo(3); area++) {
    const [areaId, name] = [id('noi-dung'), words(next, 4)];
    for (let component = 0; component < upTo(3); component++) {
      const [componentId, component_] = [id('thanh-phan'), words(next, 3)];
      for (let row = 0; row < upTo(2); row++) {
        const tasks = Array.from({ length: upTo(3) }, () => words(next, 7));
        rows.push({
          no: String(area),
          area: name,
          component: component_,
          tasks,
          results: Array.from({ length: upTo(2) }, () => words(next, 4)),
          lead: words(next, 2),
          executors: Array.from({ length: upTo(2) }, () => words(next, 2)),
          time: words(next, 2),
          sharesWith: null,
          origin: {
            areaId,
            groupId: id('nhom'),
            componentId,
            taskIds: tasks.map(() => id('nhiem-vu')),
            ownTask: false,
          },
        });
      }
    }
  }
  return {
    head: {
      number: `${10 + Math.floor(next() * 80)}/KH-UBND`,
      date: '2024-03-15',
      place: 'An Thịnh',
      issuer: 'UBND xã An Thịnh',
      title: words(next, 8),
      basis: Array.from({ length: upTo(3) }, () => `Căn cứ ${words(next, 6)};`),
      recipients: [...Array.from({ length: 1 + upTo(3) }, () => words(next, 3)), 'Lưu: VT.'],
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn Bình' },
    },
    year: 2024,
    preamble: next() < 0.5 ? [] : [`${words(next, 9)}.`],
    sections,
    closing: [`Trên đây là Kế hoạch của ${words(next, 6)}, các đơn vị nghiêm túc thực hiện.`],
    annexTitle: [],
    hasTable: true,
    rows,
    emptyAreas: [],
  };
}

/** What is told of an edit: kind, the words that stood there, the words that stand there now. */
export type Told = { kind: string; before: string; after: string };

type Edit = (plan: ModelPlan, next: () => number) => Told | null;

const pick = <T>(list: readonly T[], next: () => number): T | undefined => list[Math.floor(next() * list.length)];
const replaced = (text: string, next: () => number): string => {
  const parts = text.split(' ');
  const at = Math.floor(next() * parts.length);
  parts[at] = `sửa${Math.floor(next() * 1e6)}`;
  return parts.join(' ');
};
const swap = (list: string[], at: number, text: string): Told => {
  const before = list[at] ?? '';
  list[at] = text;
  return { kind: 'changed', before, after: text };
};
const allSections = (plan: ModelPlan): StoredSection[] => {
  const list: StoredSection[] = [];
  const walk = (sections: StoredSection[]): void =>
    sections.forEach((section) => {
      list.push(section);
      walk(section.children);
    });
  walk(plan.sections);
  return list;
};
const titled = (plan: ModelPlan) => allSections(plan).filter(({ heading }) => heading !== '');

/** One of each kind at most, so that what must be told is certain. Paragraph edits keep away from each other's section. */
export const editsOfWords: Record<string, Edit> = {
  number: ({ head }) => {
    const before = `Số: ${head.number}`;
    head.number = '99/KH-UBND';
    return { kind: 'changed', before, after: 'Số: 99/KH-UBND' };
  },
  date: ({ head }) => {
    head.date = '2024-04-06';
    const line = (day: string) => `An Thịnh, ngày ${day} năm 2024`;
    return { kind: 'changed', before: line('15 tháng 3'), after: line('06 tháng 4') };
  },
  title: ({ head }, next) => {
    const before = head.title;
    const text = replaced(before, next);
    head.title = text.charAt(0).toUpperCase() + text.slice(1);
    return { kind: 'changed', before, after: head.title };
  },
  basis: ({ head }, next) => {
    const text = `Căn cứ thêm ${words(next, 6)}`;
    head.basis.unshift(`${text};`);
    return { kind: 'added', before: '', after: `${text};` };
  },
  recipient: ({ head }, next) => {
    const at = Math.floor(next() * (head.recipients.length - 1));
    const before = head.recipients[at] ?? '';
    head.recipients[at] = replaced(before, next);
    return { kind: 'changed', before: `- ${before};`, after: `- ${head.recipients[at]};` };
  },
  signer: ({ head }) => {
    head.signer.name = 'Trần Thị Hòa';
    return { kind: 'changed', before: 'Nguyễn Văn Bình', after: 'Trần Thị Hòa' };
  },
  heading: (plan, next) => {
    const section = pick(titled(plan), next);
    if (!section) return null;
    const before = section.heading;
    section.heading = `${before} đổi${Math.floor(next() * 1e6)}`;
    return { kind: 'changed', before: `${section.label} ${before}`, after: `${section.label} ${section.heading}` };
  },
  paragraph: (plan, next) => {
    const section = titled(plan)[0];
    if (!section) return null;
    const at = Math.floor(next() * section.paragraphs.length);
    return swap(section.paragraphs as string[], at, `${replaced(String(section.paragraphs[at]), next)} thêm.`);
  },
  added: (plan, next) => {
    const section = titled(plan).at(-1);
    const text = `Bổ sung ${words(next, 8)}.`;
    section?.paragraphs.splice(Math.floor(next() * (section.paragraphs.length + 1)), 0, text);
    return section ? { kind: 'added', before: '', after: text } : null;
  },
  moved: (plan, next) => {
    const [from, to] = [titled(plan)[1], titled(plan)[2]];
    if (!from || !to || to === titled(plan).at(-1) || from.paragraphs.length === 0) return null;
    const [text = ''] = from.paragraphs.splice(Math.floor(next() * from.paragraphs.length), 1);
    to.paragraphs.push(text);
    return { kind: 'moved', before: String(text), after: String(text) };
  },
};

/** Rows are taken from different ends of the table, so that no edit touches another's row. */
export const editsOfTable: Record<string, Edit> = {
  task: ({ rows }, next) => {
    const tasks = rows[0]?.tasks ?? [];
    return swap(tasks, 0, replaced(tasks[0] ?? '', next));
  },
  result: ({ rows }, next) => {
    const results = rows[1]?.results ?? [];
    const before = results.join('\n');
    results[0] = replaced(results[0] ?? '', next);
    return { kind: 'changed', before, after: results.join('\n') };
  },
  lead: ({ rows }) => {
    const row = rows[2];
    if (!row) return null;
    const before = row.lead;
    row.lead = 'Bộ phận mới được giao';
    return { kind: 'changed', before, after: row.lead };
  },
  time: ({ rows }) => {
    const row = rows[0];
    if (!row) return null;
    const before = row.time;
    row.time = 'Quý III và quý IV';
    return { kind: 'changed', before, after: row.time };
  },
  area: ({ rows }) => {
    const id = rows.at(-1)?.origin.areaId;
    const before = rows.at(-1)?.area ?? '';
    for (const row of rows) if (row.origin.areaId === id) row.area = `${before} đổi tên`;
    return { kind: 'changed', before, after: `${before} đổi tên` };
  },
  addedTask: ({ rows }, next) => {
    const text = `Nhiệm vụ thêm ${words(next, 6)}`;
    rows.at(-1)?.tasks.push(text);
    return { kind: 'added', before: '', after: text };
  },
  removedRow: ({ rows }) => {
    if (rows.length < 7) return null;
    const [row] = rows.splice(4, 1);
    return row ? { kind: 'removed', before: row.tasks.join('\n'), after: '' } : null;
  },
};
