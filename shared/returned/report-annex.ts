/** The annex of a returned report: rows against rows, cells against cells. Only the results of a task can be taken over. */
import { lineKey, pairLines } from '../compare/compare-texts.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import { type ProgressState, stateLabels } from '../report/facts.ts';
import { figureOf } from '../report/figures.ts';
import { isLateLine } from '../report/late-line.ts';
import { fold, oneLine } from '../text/fold.ts';
import type { ReturnedChange, ReturnedEntry } from './report-change.ts';

type Table = Extract<SourceBlock, { type: 'table' }>;
type Proposal = Omit<ReturnedChange, 'id'>;

type OwnRow = { taskId: string; entry: ReturnedEntry | null };

const resultCaption = 'ket qua thuc hien';
const taskCaption = 'nhiem vu';

/** The table of tasks and results; null when the document has none. */
export function readReportAnnex(blocks: readonly SourceBlock[]): Table | null {
  const found = blocks.find((block) => {
    if (block.type !== 'table') return false;
    const captions = captionsOf(block);
    return captions.includes(resultCaption) && captions.includes(taskCaption);
  });
  return found?.type === 'table' ? found : null;
}

const captionsOf = (table: Table): string[] => {
  const captions: string[] = new Array<string>(table.columns).fill('');
  for (const { row, column, text } of table.cells) if (row === 0) captions[column] = fold(oneLine(text));
  return captions;
};

/** Texts by row (the caption row left out) and column. A merged cell stands in its first row alone. */
function grid(table: Table): string[][] {
  const rows: string[][] = [];
  for (const { row, column, text } of table.cells) {
    if (row === 0) continue;
    rows[row - 1] ??= new Array<string>(table.columns).fill('');
    const line = rows[row - 1];
    if (line) line[column] = text.split('\n').map(oneLine).filter(Boolean).join('\n');
  }
  return Array.from(rows, (row) => row ?? new Array<string>(table.columns).fill(''));
}

export function compareAnnex(
  rows: readonly OwnRow[],
  own: Table | null,
  file: Table | null,
  takenOut: Table | null,
): Proposal[] {
  if (own === null && file === null) return [];
  if (own === null || file === null) {
    const why = 'Phụ lục do chương trình lập từ bảng nhiệm vụ nên giữ nguyên.';
    const [where, before, after] = ['Phụ lục', own ? 'Có bảng phụ lục' : '', file ? 'Có bảng phụ lục' : ''];
    return [{ kind: own ? 'removed' : 'added', where, before, after, conflict: null, target: null, why }];
  }
  const captions = captionsOf(own);
  const columns = captionsOf(file);
  const ownGrid = grid(own);
  const fileGrid = inOrderOf(captions, columns, grid(file));
  const oldGrid = takenOut ? inOrderOf(captions, captionsOf(takenOut), grid(takenOut)) : null;
  const names = columnNames(own);
  const pairs = pairLines(ownGrid.map(identity), fileGrid.map(identity));
  const changes: Proposal[] = [];
  const seen = new Set(pairs);
  const oldRows = oldGrid && new Set(oldGrid.map(identity));
  ownGrid.forEach((row, at) => {
    if (seen.has(at) || (oldRows && !oldRows.has(identity(row)))) return;
    changes.push({
      kind: 'removed',
      where: rowName(at),
      before: identity(row),
      after: '',
      conflict: null,
      target: null,
      why: 'Dòng này bị xóa trong Word. Nhiệm vụ lấy từ kế hoạch nên giữ nguyên; cần bỏ thì xóa ở mục Nhiệm vụ.',
    });
  });
  pairs.forEach((partner, at) => {
    const now = fileGrid[at] ?? [];
    if (partner === null) {
      if (!now.some((text) => text !== '')) return;
      changes.push({
        kind: 'added',
        where: `Phụ lục, dòng thêm sau dòng ${at}`,
        before: '',
        after: now.filter(Boolean).join('\n'),
        conflict: null,
        target: null,
        why: 'Dòng thêm trong Word chưa có trong kế hoạch. Hãy thêm nhiệm vụ này ở mục Nhiệm vụ.',
      });
      return;
    }
    const row = ownGrid[partner] ?? [];
    const old = oldGrid && rowLike(oldGrid, row);
    captions.forEach((caption, column) => {
      const after = now[column] ?? '';
      // The remark that a result came late is the program's: a file that went out before it says nothing of it.
      const knowsLate = lateOf(after) !== '' || lateOf(old?.[column] ?? '') !== '';
      const before = knowsLate ? (row[column] ?? '') : withoutLate(row[column] ?? '');
      if (lineKey(before) === lineKey(after) && before.split('\n').length === after.split('\n').length) return;
      if (old && lineKey(old[column] ?? '') === lineKey(after)) return;
      const where = `${rowName(partner)}, cột ${names[column]}`;
      const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
      const conflict = old && lineKey(old[column] ?? '') !== lineKey(before) ? (old[column] ?? '') : null;
      changes.push({ kind, where, before, after, conflict, ...cellTarget(caption, before, after, rows[partner]) });
    });
  });
  return [...changes, ...extraColumns(captions, columns, file)];
}

const rowName = (at: number): string => `Phụ lục, dòng ${at + 1}`;
const identity = (row: readonly string[]): string => row.slice(2).filter(Boolean).join(' ');
const columnNames = (table: Table): string[] => {
  const names: string[] = [];
  for (const { row, column, text } of table.cells) if (row === 0) names[column] = oneLine(text);
  return names;
};

/** The row of an earlier file that speaks of the same task: the same words in the columns that name it. */
function rowLike(grid: readonly string[][], row: readonly string[]): string[] | null {
  const name = (each: readonly string[]) => lineKey(each.slice(3, 6).join('\n'));
  const alike = grid.filter((each) => name(each) === name(row));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const inOrderOf = (wanted: readonly string[], given: readonly string[], rows: string[][]): string[][] =>
  rows.map((row) =>
    wanted.map((caption) => {
      const at = given.indexOf(caption);
      return at < 0 ? '' : (row[at] ?? '');
    }),
  );

function extraColumns(wanted: readonly string[], given: readonly string[], file: Table): Proposal[] {
  return given.flatMap((caption, column): Proposal[] => {
    if (wanted.includes(caption)) return [];
    const words = file.cells.filter((cell) => cell.column === column && cell.text.trim() !== '');
    if (words.length === 0) return [];
    return [
      {
        kind: 'added',
        where: 'Phụ lục, cột thêm',
        before: '',
        after: words.map((cell) => cell.text).join('\n'),
        conflict: null,
        target: null,
        why: 'Phụ lục không có cột này nên không đưa vào được. Cần giữ thì ghi vào kết quả của từng nhiệm vụ.',
      },
    ];
  });
}

function cellTarget(
  caption: string,
  before: string,
  after: string,
  row: OwnRow | undefined,
): Pick<Proposal, 'target' | 'why'> {
  if (caption !== resultCaption) return { target: null, why: 'Ô này lấy từ kế hoạch. Cần đổi thì sửa ở mục Nhiệm vụ.' };
  const entry = row && readEntry(before, after, row.entry);
  if (!row || !entry)
    return {
      target: null,
      why: 'Không rõ đâu là tình trạng, lời và số liệu trong ô này. Hãy sửa kết quả ở Việc của tôi.',
    };
  return { target: { kind: 'progress', taskId: row.taskId, entry }, why: null };
}

const states = Object.entries(stateLabels) as [ProgressState, string][];
const stateOf = (line: string): ProgressState | null => {
  const word = fold(line).replace(/[\s.;:,]+$/, '');
  if (word === 'chua co ket qua') return 'chua';
  return states.find(([, label]) => fold(label) === word)?.[0] ?? null;
};
const figureLine = /^Số liệu:\s*(.*)$/u;

/** The entry a changed cell says; null when state, words and figure cannot be told apart for certain (rule RE15). */
export function readEntry(before: string, after: string, entry: ReturnedEntry | null): ReturnedEntry | null {
  const old = partsOf(before);
  const now = partsOf(after);
  // Why an entry came late is asked for in the program: the remark about it is not changed on paper (RE21).
  if (now.state === null || now.late !== old.late) return null;
  const known = entry ?? { state: 'chua' as const, doneText: '', numerator: null, denominator: null, measure: '' };
  const figure = figureOf({ ...known, unit: known.measure });
  const inWords = 'text' in figure && figure.kind !== 'no-case' && old.figure === null;
  const doneText = now.words === old.words ? known.doneText : now.words;
  if (inWords && now.words !== old.words && !now.words.includes(figure.text)) return null;
  if (now.figure === old.figure) return { ...known, state: now.state, doneText };
  if (inWords) return null;
  const read = now.figure === null ? { numerator: null, denominator: null, measure: '' } : readFigure(now.figure);
  return read && { ...known, state: now.state, doneText, ...read };
}

const lateOf = (text: string): string => {
  const last = text.split('\n').at(-1) ?? '';
  return isLateLine(last) ? last : '';
};

const withoutLate = (text: string): string => (lateOf(text) === '' ? text : text.split('\n').slice(0, -1).join('\n'));

function partsOf(text: string): { state: ProgressState | null; words: string; figure: string | null; late: string } {
  const late = lateOf(text);
  const [first = '', ...rest] = withoutLate(text).split('\n');
  const last = figureLine.exec(rest.at(-1) ?? '');
  const words = (last ? rest.slice(0, -1) : rest).join('\n');
  return { state: stateOf(first), words, figure: last?.[1]?.trim() ?? null, late: lineKey(late) };
}

const amount = (text: string): number => Number(text.replace(/\./g, '').replace(',', '.'));
const written = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const share = new RegExp(String.raw`^(${written})\s*/\s*(${written})\s*([^()\d]*?)\s*(?:\([\d.,]+\s*%\))?\s*\.?$`, 'u');
const count = new RegExp(String.raw`^(${written})\s*([^()\d/]*?)\s*\.?$`, 'u');

/** `9/11 thôn, phố (81,8%)` or `12 buổi` as Vietnamese offices write them; null for anything else. */
export function readFigure(text: string): Pick<ReturnedEntry, 'numerator' | 'denominator' | 'measure'> | null {
  const parts = share.exec(text);
  if (parts) {
    const [, numerator = '', denominator = '', measure = ''] = parts;
    return { numerator: amount(numerator), denominator: amount(denominator), measure };
  }
  const single = count.exec(text);
  return single ? { numerator: amount(single[1] ?? ''), denominator: null, measure: single[2] ?? '' } : null;
}
