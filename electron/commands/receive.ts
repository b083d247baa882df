/** cli receive FILE …: bundles, parts in any order, locked ones and cards; each file is told by itself, none stops the others. */
import { rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readOffice } from '../../db/queries/office.ts';
import type { BundleCheck } from '../../shared/api/contract/receiving.ts';
import type { Deps } from '../server/core/deps.ts';
import { isRefusal } from '../server/core/refusal.ts';
import { checkFile, checkFolder, type PendingFile } from '../server/exchange/incoming/check-file.ts';
import { receiveFile } from '../server/exchange/incoming/receive.ts';
import { type Command, CommandRefused, required, WrongUsage, withOffice } from './command.ts';
import { existingData } from './export.ts';
import { passwordOf } from './password-file.ts';

type Told = {
  file: string;
  /** Taken, or here already. */
  ok: boolean;
  kind: BundleCheck['kind'] | 'card' | 'part' | null;
  standing: BundleCheck['standing'] | 'cho-du-phan';
  unit: string | null;
  key: NonNullable<BundleCheck['from']>['known'] | null;
  sequence: number | null;
  receivedId: string | null;
  message: string;
  warnings: string[];
  missing: number[];
};

type Asked = { password: string | null; trust: boolean; as: 'chinh' | 'cat-rieng' | null };

type Taken = { told: Told; setId: string | null };

const cli = { id: 'office', personId: null };

export const receive: Command = {
  usage: 'receive TỆP… --data DIR [--password-file TỆP] [--trust] [--as chinh|cat-rieng] [--json]',
  about: 'kiểm tra và tiếp nhận gói, các phần của gói, thẻ đơn vị',
  options: {
    data: { type: 'string' },
    'password-file': { type: 'string' },
    trust: { type: 'boolean' },
    as: { type: 'string' },
  },
  run: async (input, output) => {
    if (input.positionals.length === 0) throw new WrongUsage('Lệnh receive cần ít nhất một tệp.');
    const { as } = input.values;
    if (as !== undefined && as !== 'chinh' && as !== 'cat-rieng')
      throw new WrongUsage('--as cần chinh hoặc cat-rieng.');
    const dataDir = existingData(required(input, 'data'));
    const asked: Asked = { password: passwordOf(input), trust: input.values.trust === true, as: as ?? null };
    const files = await withOffice({ dataDir }, async (_, { deps }) => {
      if (!readOffice(deps.db))
        throw new CommandRefused('chua-co-co-quan', 'Hồ sơ này chưa khai cơ quan nên chưa nhận được. Chưa nhận gì.');
      const taken: Taken[] = [];
      for (const path of input.positionals) taken.push(await take(deps, path, asked));
      return settled(taken);
    });
    const ok = files.every((file) => file.ok);
    output.result(
      { ok, files },
      files.flatMap((file) => [
        `${file.ok ? 'Được' : 'CHƯA'}  ${file.file}: ${file.message}`,
        ...file.warnings.map((words) => `       ! ${words}`),
      ]),
    );
    return ok;
  },
};

async function take(deps: Deps, path: string, asked: Asked): Promise<Taken> {
  const base: Told = {
    file: path,
    ok: false,
    kind: null,
    standing: 'khong-nhan',
    unit: null,
    key: null,
    sequence: null,
    receivedId: null,
    message: '',
    warnings: [],
    missing: [],
  };
  const alone = (message: string): Taken => ({ told: { ...base, message }, setId: null });
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) return alone(`Không có tệp ${path}. Chưa nhận gì từ tệp này.`);
  if (facts.size === 0) return alone('Tệp rỗng (0 byte). Chưa nhận gì.');
  const folder = checkFolder(deps);
  try {
    const staged = await checkFile(
      deps,
      {
        path: resolve(path),
        fileName: basename(path),
        folder,
        ...(asked.password !== null && { password: asked.password }),
      },
      { signal: new AbortController().signal, progress: () => undefined },
    );
    const told = await answer(deps, staged, asked, { ...base, ...said(staged.check) });
    return { told, setId: staged.check.parts?.setId ?? staged.setId };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null || !('syscall' in (error as object))) throw error;
    return alone(`Không đọc được tệp (${code}). Chưa nhận gì. Hãy chép tệp vào máy rồi nhận lại.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const said = (
  check: BundleCheck,
): Pick<Told, 'kind' | 'standing' | 'unit' | 'key' | 'sequence' | 'message' | 'warnings' | 'missing'> => ({
  kind: check.given === 'the' ? 'card' : check.given === 'phan' ? 'part' : check.kind,
  standing: check.standing,
  unit: check.from?.unitName ?? null,
  key: check.from?.known ?? null,
  sequence: check.report?.sequence ?? null,
  message: check.standingText,
  warnings: check.warnings,
  missing: check.parts?.missing ?? [],
});

async function answer(deps: Deps, staged: PendingFile, asked: Asked, told: Told): Promise<Told> {
  const { check } = staged;
  if (check.parts) return { ...told, standing: 'cho-du-phan' };
  if (!check.receivable) return told;
  const key = asked.trust && check.from?.known !== 'khoa-doi' ? ('tin' as const) : ('de-sau' as const);
  const done = await receiveFile(deps, cli, staged, { key, ...(asked.as && { as: asked.as }) });
  if (isRefusal(done)) return { ...told, message: done.message };
  return { ...told, ok: true, standing: done.standing, receivedId: done.receivedId, message: done.text };
}

/** A part whose set became whole later in the same call was taken with it: what it says is what the whole said. */
function settled(taken: readonly Taken[]): Told[] {
  const wholes = new Map(
    taken.flatMap(({ told, setId }) => (setId !== null && told.kind !== 'part' ? [[setId, told]] : [])),
  );
  return taken.map(({ told, setId }) => {
    const whole = told.standing === 'cho-du-phan' && setId !== null ? wholes.get(setId) : undefined;
    if (!whole) return told;
    return { ...told, ok: whole.ok, missing: [], message: `Đã ghép với các phần khác. ${whole.message}` };
  });
}
