/** cli import and cli read: a plan kept and updated without a window. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/make-office.ts';
import { planFile } from '../support/plan-file.ts';

const program = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

/** Runs the command line as a person would; its JSON and its exit code. */
async function cli(
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; json: Record<string, unknown> }> {
  const child = spawn(process.execPath, [program, ...args, '--json']);
  child.stdin.end(input);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, json: JSON.parse(printed) };
}

const head = ['TT', 'Nội dung', 'Nhiệm vụ', 'Kết quả', 'Đơn vị chủ trì', 'Thời gian'];
const cells = ['1', 'Công khai', 'Niêm yết danh sách', 'Danh sách', 'Văn phòng', 'Quý I'];
const tabbed = `${[head, cells].map((row) => row.join('\t')).join('\n')}\n`;
const page = `<html><body><table>${[head, cells].map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`;

it('keeps a plan in a new office named after its issuer, and updates it from later files', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'du-lieu');
  const [first, second] = [join(folder, 'a.docx'), join(folder, 'b.docx')];
  writeFileSync(first, await planFile(2024));
  writeFileSync(
    second,
    await planFile(2024, ({ rows }) => {
      rows[0]!.time = 'Quý IV';
      rows.splice(3, 1);
      rows.push({ ...rows.at(-1)!, component: 'Nội dung chưa từng có', tasks: ['Việc chưa từng có'] });
    }),
  );
  const kept = await cli(['import', first, '--data', data]);
  const rows = kept.json.counts as { added: number };
  expect(kept).toMatchObject({ code: 0, json: { updated: false, counts: { changed: 0, unchanged: 0, removed: 0 } } });
  const { planId } = kept.json;
  expect((await cli(['import', first, '--data', data])).json).toMatchObject({
    planId,
    updated: true,
    counts: { added: 0, changed: 0, unchanged: rows.added, removed: 0 },
  });
  expect((await cli(['import', second, '--data', data])).json).toMatchObject({
    planId,
    updated: true,
    counts: { added: 1, changed: 1, unchanged: rows.added - 2, removed: 1 },
    conflicts: 0,
    kept: [],
  });
});

it('refuses in words what it cannot place, and leaves no empty office behind', async () => {
  const data = join(temporaryFolder(), 'du-lieu');
  expect(await cli(['import', '-', '--data', data], tabbed)).toMatchObject({
    code: 1,
    json: { error: { code: 'chua-co-co-quan' } },
  });
  expect(existsSync(data)).toBe(false);
  expect(await cli(['import', join(data, 'khong-co.docx'), '--data', data])).toMatchObject({
    code: 1,
    json: { error: { code: 'khong-tim-thay' } },
  });
  const named = ['import', '-', '--data', data, '--office', 'UBND xã An Thịnh'];
  expect(await cli(named, tabbed)).toMatchObject({ code: 1, json: { error: { code: 'chua-ro-nam' } } });
  expect(await cli([...named, '--year', '2026'], tabbed)).toMatchObject({ code: 0, json: { counts: { added: 1 } } });
  expect(await cli(['import', '-', '--data', data], page)).toMatchObject({ code: 0, json: { updated: true } });
});

it.each([
  ['text with tabs', tabbed],
  ['a page', page],
])('reads %s from the standard input', async (_, input) => {
  const { code, json } = await cli(['read', '-'], input);
  expect(code).toBe(0);
  expect(json.rows).toMatchObject([{ dimension: 'Công khai', tasks: ['Niêm yết danh sách'], time: 'Quý I' }]);
});
