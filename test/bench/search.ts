/** Accent-free typing over 100,000 texts: through the handler, against the same SQL by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '../../electron/server/open-office.ts';
import { fold } from '../../shared/text/fold.ts';
import { check, inTurn, ratio, type Suite, timed } from './measure.ts';

const rows = 100_000;
const words =
  'niêm yết công khai ngân sách đất đai hộ nghèo thủ tục hành chính tuyên truyền phổ biến giải quyết đơn thư đối thoại tiếp công dân bảo hiểm y tế môi trường rác thải đường thôn an ninh trật tự họp dân báo cáo quý kiểm tra giám sát cán bộ công chức văn phòng tư pháp địa chính trường học trạm xá truyền thanh'.split(
    ' ',
  );
const typed = ['ngan sach dat', 'thu tuc hanh ch', 'doi thoai 4711', 'truyen thanh thon', 'd'];

export const searchSuite: Suite = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const opened = openOffice({ dataDir: folder, tickets: null });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  try {
    const { sqlite } = office.deps.db;
    say(`search: ${rows} texts …`);
    const insert = sqlite.prepare('insert into search_entry (kind, ref, folded) values (?, ?, ?)');
    sqlite.transaction(() => {
      for (let row = 0; row < rows; row++) insert.run('task', `t${row}`, fold(textOf(row)));
    })();
    const viaHandler = async (q: string): Promise<string[]> => {
      const response = await office.fetch(
        new Request(`http://bench.invalid/api/search?limit=50&q=${encodeURIComponent(q)}`),
        { door: 'test' },
      );
      return ((await response.json()) as { hits: { id: string }[] }).hits.map((hit) => hit.id);
    };
    const statement = sqlite
      .prepare(
        'select e.ref from search_index i join search_entry e on e.rowid = i.rowid where search_index match ? order by i.rowid desc limit 50',
      )
      .pluck();
    const byHand = (q: string): string[] =>
      statement.all(
        q
          .split(' ')
          .map((word, at, all) => (at === all.length - 1 ? `"${word}"*` : `"${word}"`))
          .join(' '),
      ) as string[];
    const checked: string[] = [];
    for (const q of typed) {
      const found = await viaHandler(q);
      check(
        JSON.stringify(found) === JSON.stringify(byHand(q)),
        `"${q}" finds what SQL by hand finds (${found.length})`,
        checked,
      );
      const slow = slowAnswer(q);
      check(
        found.every((id, index) => id === slow[index]) && found.length === slow.length,
        `"${q}" finds what reading every text finds`,
        checked,
      );
    }
    const times = await inTurn(15, {
      program: () => timed(async () => Promise.all(typed.map(viaHandler))),
      floor: async () => timed(() => typed.map(byHand)),
    });
    return {
      suite: 'search',
      measured: times,
      ratios: { 'search / SQL by hand': ratio(times.program, times.floor) },
      checked,
    };
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Words by a fixed generator, and a number that makes some texts rare. */
function textOf(row: number): string {
  let state = row * 2654435761 + 12345;
  const picked = Array.from({ length: 20 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[state % words.length];
  });
  return `${picked.join(' ')} ${row % 10_000}`;
}

/** The first 50 from the newest on, by reading every text. */
function slowAnswer(q: string): string[] {
  const wanted = q.split(' ');
  const last = wanted.length - 1;
  const found: string[] = [];
  for (let row = rows - 1; row >= 0 && found.length < 50; row--) {
    const has = fold(textOf(row)).split(' ');
    if (wanted.every((word, at) => has.some((each) => (at === last ? each.startsWith(word) : each === word))))
      found.push(`t${row}`);
  }
  return found;
}
