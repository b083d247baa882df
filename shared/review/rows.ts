/** RV7, RV8: areas without tasks, rows that do not say who, what and when. */
import type { ReviewFinding, ReviewInput, ReviewRow } from './input.ts';
import { ownRows, rowWhere, short } from './texts.ts';

export function emptyAreas(plan: ReviewInput): ReviewFinding[] {
  const rows = ownRows(plan);
  const finding = (name: string, where: string, path: ReviewFinding['path']): ReviewFinding => ({
    rule: 'area-empty',
    level: 'fault',
    where,
    path,
    text: name,
    why: 'Lĩnh vực này không có nhiệm vụ nào. Hãy giao nhiệm vụ hoặc bỏ lĩnh vực khỏi phụ lục.',
    fix: null,
  });
  const found = plan.emptyAreas.map(({ no, name }, at) =>
    finding(name, `Phụ lục, lĩnh vực ${no}`.trim(), ['emptyAreas', at]),
  );
  const areas = new Map<string, { at: number; tasks: number }>();
  for (const [at, row] of rows.entries()) {
    const known = areas.get(row.area) ?? { at, tasks: 0 };
    known.tasks += row.tasks.filter((task) => task.trim() !== '').length;
    areas.set(row.area, known);
  }
  for (const [name, { at, tasks }] of areas)
    if (tasks === 0 && name !== '') found.push(finding(name, rowWhere(plan, at, 'lĩnh vực'), ['rows', at, 'area']));
  return found;
}

type Asked = { field: 'lead' | 'results' | 'time'; caption: string; missing(row: ReviewRow): boolean; why: string };
const asked: readonly Asked[] = [
  { field: 'lead', caption: 'chủ trì', missing: (row) => row.lead.trim() === '', why: 'Chưa ghi đơn vị chủ trì.' },
  {
    field: 'results',
    caption: 'kết quả',
    missing: (row) => !row.results.some((result) => result.trim() !== ''),
    why: 'Chưa ghi sản phẩm, kết quả phải đạt.',
  },
  {
    field: 'time',
    caption: 'thời gian',
    missing: (row) => row.time.trim() === '',
    why: 'Chưa ghi thời gian thực hiện.',
  },
];

/**
 * Every task is given a product, a responsible post and a time, because they are the basis of local scoring. A column that no row
 * fills, and a plan without a task table, are told once.
 */
export function incompleteRows(plan: ReviewInput, isAnnexMissing: boolean): ReviewFinding[] {
  // Where the announced table is missing, what it says is not known.
  if (plan.annex === 'none') return isAnnexMissing ? [] : gatheredRows(plan);
  const rows = plan.rows;
  const own = rows.filter((row) => row.sharesWith === null);
  return asked.flatMap(({ field, caption, missing, why }): ReviewFinding[] => {
    const finding = (where: string, path: ReviewFinding['path'], text: string, sentence: string): ReviewFinding => ({
      rule: 'row-incomplete',
      level: 'fault',
      where,
      path,
      text,
      why: sentence,
      fix: null,
    });
    if (own.length > 1 && own.every(missing))
      return [finding('Phụ lục', ['rows'], '', `Cả bảng nhiệm vụ không hàng nào ghi ${caption}.`)];
    return rows.flatMap((row, at) =>
      row.sharesWith === null && missing(row)
        ? [finding(rowWhere(plan, at, caption), ['rows', at, field], short(row.tasks[0] ?? row.component), why)]
        : [],
    );
  });
}

function gatheredRows({ rows }: ReviewInput): ReviewFinding[] {
  const counts = asked
    .map(({ caption, missing }) => ({ caption, count: rows.filter(missing).length }))
    .filter(({ count }) => count > 0);
  if (rows.length === 0 || counts.length === 0) return [];
  const list = counts.map(({ caption, count }) => `${count} nhóm không ghi ${caption}`).join(', ');
  return [
    {
      rule: 'row-incomplete',
      level: 'note',
      where: 'Phần nội dung',
      path: ['sections'],
      text: '',
      why: `Kế hoạch không có bảng nhiệm vụ; trong ${rows.length} nhóm nhiệm vụ ở phần nội dung có ${list}. Kế hoạch cần nêu rõ sản phẩm, người chủ trì và thời gian của từng nhiệm vụ.`,
      fix: null,
    },
  ];
}
