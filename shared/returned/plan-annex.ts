/**
 * The task table of a plan's Word file, cell by cell and three ways. Labels that cover several rows (area, component) are told once.
 * Rules: SPEC.md.
 */
import { lineKey } from '../compare/compare-texts.ts';
import { onLongestRise } from '../compare/order.ts';
import {
  type AnnexColumn,
  type AnnexRow,
  type AnnexTable,
  cellName,
  pairRows,
  readAnnex,
  rowName,
} from './plan-annex-read.ts';
import type { AnnexOrigin, GroupField, ReturnedAnnexTarget } from './plan-annex-target.ts';
import { bareLines, taskChanges } from './plan-annex-tasks.ts';
import type { ProposedChange } from './returned-change.ts';

export { readPlanAnnex } from './plan-annex-read.ts';

type Proposal = Omit<ProposedChange<ReturnedAnnexTarget>, 'id'>;

export function returnedAnnex(
  origins: readonly AnnexOrigin[],
  own: AnnexTable | null,
  file: AnnexTable | null,
  exported: AnnexTable | null,
): Proposal[] {
  if (own === null && file === null) return [];
  if (own === null || file === null) {
    // A table that the file never had is the program's own: it came after the file went out.
    if (file === null && own !== null && exported === null) return [];
    const why = 'Cả bảng nhiệm vụ khác đi nên không nhận từng ô được. Cần thay bảng thì dùng Mở kế hoạch đã có.';
    const said = { where: 'Phụ lục', before: own ? 'Có bảng nhiệm vụ' : '', after: file ? 'Có bảng nhiệm vụ' : '' };
    return [{ kind: own ? 'removed' : 'added', ...said, conflict: null, target: null, why }];
  }
  const now = readAnnex(own);
  const came = readAnnex(file);
  const old = exported ? readAnnex(exported) : now;
  const ownOf = exported ? inverse(pairRows(old.rows, now.rows), old.rows.length) : now.rows.map((_, at) => at);
  const sides: Sides = { origins, now: now.rows, old: old.rows, came: came.rows, at: came.at, ownOf };
  const pairs = pairRows(old.rows, came.rows);
  return [
    ...labelChanges(sides, pairs),
    ...rowChanges(sides, pairs),
    ...came.further.filter(({ words }) => words !== '').map(furtherColumn),
  ];
}

type Sides = {
  origins: readonly AnnexOrigin[];
  now: readonly AnnexRow[];
  old: readonly AnnexRow[];
  came: readonly AnnexRow[];
  at: Record<AnnexColumn, number | null>;
  /** By row of the exported table the own row it is now. */
  ownOf: readonly (number | null)[];
};

function inverse(pairs: readonly (number | null)[], length: number): (number | null)[] {
  const list = new Array<number | null>(length).fill(null);
  pairs.forEach((was, at) => {
    if (was !== null) list[was] = at;
  });
  return list;
}

const same = (a: string, b: string): boolean => lineKey(a) === lineKey(b);
function furtherColumn({ caption, words }: { caption: string; words: string }): Proposal {
  const why = 'Bảng nhiệm vụ không có cột này nên không đưa vào được. Cần giữ thì ghi vào nhiệm vụ hoặc kết quả.';
  const where = `Phụ lục, cột thêm${caption === '' ? '' : ` “${caption}”`}`;
  return { kind: 'added', where, before: '', after: words, conflict: null, target: null, why };
}

/** Names and numbers of areas, names of components: each told once, however many rows it covers. */
function labelChanges({ origins, now, old, came, at, ownOf }: Sides, pairs: readonly (number | null)[]): Proposal[] {
  const areas = new Set(old.map(({ area }) => lineKey(area)));
  const components = new Set(
    old.flatMap((row) => row.components.map((name) => `${lineKey(row.area)} ${lineKey(name)}`)),
  );
  const told = new Set<string>();
  const changes: Proposal[] = [];
  const tell = (key: string, change: Proposal) => {
    if (!told.has(key)) changes.push(change);
    told.add(key);
  };
  pairs.forEach((was, place) => {
    const row = came[place];
    const before = was === null ? undefined : old[was];
    const own = was === null ? null : (ownOf[was] ?? null);
    const origin = own === null ? undefined : origins[own];
    if (!row || !before || own === null || !origin) return;
    const stands = now[own];
    if (!stands) return;
    const label = (column: 'no' | 'area', field: 'no' | 'name', [from, to, here]: [string, string, string]) => {
      if (at[column] === null || same(from, to) || same(here, to)) return;
      const conflict = same(here, from) ? null : from;
      const said = { kind: kindOf(here, to), where: cellName(own, column), before: here, after: to, conflict };
      const target: ReturnedAnnexTarget | null =
        to === '' && field === 'name' ? null : { kind: 'area', id: origin.areaId, field, value: to };
      const why = target ? null : 'Tên nội dung không để trống được. Cần bỏ cả nội dung thì bỏ các dòng của nó.';
      tell(`${origin.areaId} ${field} ${lineKey(to)}`, { ...said, target, why });
    };
    const isOtherArea = !same(before.area, row.area) && areas.has(lineKey(row.area));
    const otherName = row.components.length === 1 && before.components.length === 1;
    const [from = '', to = '', here = ''] = [before.components[0], row.components[0], stands.components[0]];
    const isOtherComponent = otherName && !same(from, to) && components.has(`${lineKey(row.area)} ${lineKey(to)}`);
    if ((isOtherArea && at.area !== null) || (isOtherComponent && at.component !== null)) {
      if (same(stands.area, row.area) && same(here, to)) return;
      const said = { kind: 'moved' as const, before: `${stands.area} › ${here}`, after: `${row.area} › ${to}` };
      const target: ReturnedAnnexTarget = { kind: 'place', groupId: origin.groupId, area: row.area, component: to };
      tell(`place ${origin.groupId}`, {
        ...said,
        where: `${rowName(own)}, chuyển nội dung`,
        conflict: null,
        target,
        why: null,
      });
      return;
    }
    label('no', 'no', [before.no, row.no, stands.no]);
    label('area', 'name', [before.area, row.area, stands.area]);
    if (at.component === null || same(before.components.join('\n'), row.components.join('\n'))) return;
    if (before.components.length !== row.components.length) {
      const said = { before: stands.components.join('\n'), after: row.components.join('\n') };
      const why = 'Ô này gộp hoặc tách nhiều nội dung thành phần nên không nhận chắc được. Hãy sửa ở mục Nhiệm vụ.';
      const kind = kindOf(said.before, said.after);
      tell(`components ${origin.groupId}`, {
        kind,
        where: cellName(own, 'component'),
        ...said,
        conflict: null,
        target: null,
        why,
      });
      return;
    }
    row.components.forEach((name, index) => {
      const [was = '', stood = ''] = [before.components[index], stands.components[index]];
      if (same(was, name) || same(stood, name)) return;
      const id = origin.componentIds[index] ?? null;
      const conflict = same(stood, was) ? null : was;
      const said = {
        kind: kindOf(stood, name),
        where: cellName(own, 'component'),
        before: stood,
        after: name,
        conflict,
      };
      const target: ReturnedAnnexTarget | null = id === null || name === '' ? null : { kind: 'component', id, name };
      const why = target ? null : 'Nội dung thành phần này không sửa từ Word được. Hãy sửa ở mục Nhiệm vụ.';
      tell(`component ${id ?? origin.groupId} ${lineKey(name)}`, { ...said, target, why });
    });
  });
  return changes;
}

const kindOf = (before: string, after: string): 'added' | 'removed' | 'changed' =>
  before === '' ? 'added' : after === '' ? 'removed' : 'changed';

/** Rows that came, went or moved, and the cells of those that stayed, in the order of the file. */
function rowChanges(sides: Sides, pairs: readonly (number | null)[]): Proposal[] {
  const { origins, old, came, ownOf, now } = sides;
  const inPlace = onLongestRise(pairs);
  // What was moved here too, or taken over before, stands in the order of the file already.
  const standsSo = onLongestRise(pairs.map((was) => (was === null ? null : (ownOf[was] ?? null))));
  const changes: Proposal[] = [];
  const known = new Set(pairs);
  const addedBefore = new Set<number>(ownOf.flatMap((at) => (at === null ? [] : [at])));
  const standing = now.flatMap((row, at) => (addedBefore.has(at) ? [] : [lineKey(wholeRow(row))]));
  let after: string | null = null;
  let ownAfter = -1;
  pairs.forEach((was, place) => {
    const row = came[place];
    if (!row) return;
    if (was === null) {
      const at = standing.indexOf(lineKey(wholeRow(row)));
      if (at >= 0) standing.splice(at, 1);
      else changes.push(newRow(row, after, ownAfter));
      return;
    }
    const own = ownOf[was] ?? null;
    const origin = own === null ? undefined : origins[own];
    if (own === null || !origin) return;
    if (!inPlace[place] && !standsSo[place]) changes.push(movedRow(sides, own, after, ownAfter));
    changes.push(...cellChanges(sides, { was, own, row }));
    after = origin.groupId;
    ownAfter = own;
  });
  old.forEach((_, was) => {
    const own = ownOf[was] ?? null;
    if (known.has(was) || own === null) return;
    changes.push(lostRow(sides, was, own));
  });
  return changes;
}

const wholeRow = (row: AnnexRow): string => [row.task, row.result, row.lead, row.executor, row.time].flat().join('\n');

function newRow(row: AnnexRow, after: string | null, ownAfter: number): Proposal {
  const { area, no, task, result, executor } = row;
  const target: ReturnedAnnexTarget = {
    kind: 'addGroup',
    after,
    row: {
      area,
      no,
      component: row.components[0] ?? '',
      tasks: task,
      results: result,
      lead: row.lead.join(' '),
      executors: executor,
      time: row.time.join(' '),
    },
  };
  const isEmpty = task.length === 0;
  return {
    kind: 'added',
    where: ownAfter < 0 ? 'Phụ lục, dòng thêm ở đầu bảng' : `Phụ lục, dòng thêm sau dòng ${ownAfter + 1}`,
    before: '',
    after: [...row.components, ...row.task, ...row.result, ...row.lead, ...row.executor, ...row.time]
      .filter(Boolean)
      .join('\n'),
    conflict: null,
    target: isEmpty ? null : target,
    why: isEmpty ? 'Dòng này chưa có nhiệm vụ nên chưa đưa vào được. Hãy thêm ở mục Nhiệm vụ.' : null,
  };
}

function movedRow({ origins, now }: Sides, own: number, after: string | null, ownAfter: number): Proposal {
  const origin = origins[own];
  const text = now[own]?.task.join('\n') ?? '';
  const where =
    ownAfter < 0 ? `${rowName(own)}, chuyển lên đầu bảng` : `${rowName(own)}, chuyển xuống sau dòng ${ownAfter + 1}`;
  const isOwnTask = origin?.ownTask === true;
  return {
    kind: 'moved',
    where,
    before: text,
    after: text,
    conflict: null,
    target: origin && !isOwnTask ? { kind: 'moveGroup', id: origin.groupId, after } : null,
    why: isOwnTask ? 'Nhiệm vụ này thuộc nhóm ở dòng trên. Cần chuyển thì sửa ở mục Nhiệm vụ.' : null,
  };
}

function lostRow({ origins, now, old }: Sides, was: number, own: number): Proposal {
  const origin = origins[own];
  const [row, before] = [now[own], old[was]];
  const worked = origin?.tasks.some((task) => task.worked) ?? true;
  const said = {
    kind: 'removed' as const,
    where: rowName(own),
    before: row?.task.join('\n') ?? '',
    after: '',
    conflict: row && before && !same(wholeRow(row), wholeRow(before)) ? before.task.join('\n') : null,
  };
  if (!origin || worked) {
    const why = 'Nhiệm vụ của dòng này đã có kết quả hoặc minh chứng nên được giữ lại. Cần bỏ thì xóa ở mục Nhiệm vụ.';
    return { ...said, target: null, why };
  }
  const taskIds = origin.tasks.map(({ id }) => id);
  return { ...said, target: { kind: 'removeGroup', id: origin.groupId, taskIds }, why: null };
}

type Pair = { was: number; own: number; row: AnnexRow };

function cellChanges(sides: Sides, pair: Pair): Proposal[] {
  const { origins, now, old, at } = sides;
  const { was, own, row } = pair;
  const [origin, stands, before] = [origins[own], now[own], old[was]];
  if (!origin || !stands || !before) return [];
  const cell = (
    column: 'result' | 'lead' | 'executor' | 'time',
    targetOf: (lines: string[]) => ReturnedAnnexTarget | null,
  ): Proposal[] => {
    if (at[column] === null) return [];
    const [from, to, here] = [before[column].join('\n'), row[column].join('\n'), stands[column].join('\n')];
    const unchanged = (a: readonly string[], b: readonly string[]) =>
      a.length === b.length && a.every((line, index) => same(line, b[index] ?? ''));
    if (unchanged(before[column], row[column]) || unchanged(stands[column], row[column])) return [];
    const target = targetOf(row[column]);
    const why = target ? null : 'Ô này là của cả nhóm nhiệm vụ. Hãy sửa ở dòng đầu của nhóm, hoặc ở mục Nhiệm vụ.';
    const conflict = unchanged(before[column], stands[column]) ? null : from;
    return [{ kind: kindOf(here, to), where: cellName(own, column), before: here, after: to, conflict, target, why }];
  };
  const ownTask = origin.ownTask ? origin.tasks[0] : undefined;
  const group = (field: GroupField, value: string | string[]): ReturnedAnnexTarget => ({
    kind: 'group',
    id: origin.groupId,
    field,
    value,
  });
  const single =
    (field: 'lead' | 'time') =>
    (lines: string[]): ReturnedAnnexTarget =>
      ownTask ? { kind: 'ownTask', id: ownTask.id, field, value: lines.join(' ') } : group(field, lines.join(' '));
  const list = (field: 'results' | 'executors', stored: readonly string[]) => (lines: string[]) =>
    ownTask ? null : group(field, keptEntries(stored, lines));
  return [
    ...(at.task === null ? [] : taskChanges(origin, stands.task, row.task, before.task, own)),
    ...cell('result', list('results', origin.results)),
    ...cell('lead', single('lead')),
    ...cell('executor', list('executors', origin.executors)),
    ...cell('time', single('time')),
  ];
}

/** Lines of the cell as entries; one that did not change keeps the wording it had. */
const keptEntries = (stored: readonly string[], lines: readonly string[]): string[] =>
  lines.map((line) => stored.find((entry) => same(bareLines(entry).join('\n'), line)) ?? line);
