/** cli import FILE: keeps the plan of a file, or updates the kept plan that the file is a later text of. */
import { existsSync } from 'node:fs';
import { dataFolder } from '../../db/data-folder.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { CountsView, MergedView } from '../../shared/api/contract/plans.ts';
import { parseUnit } from '../../shared/office/unit.ts';
import { annexReference } from '../../shared/plan/annex-reference.ts';
import { emptyHeader, type ReadHeader, type ReadPlan } from '../../shared/plan/read-plan.ts';
import type { Client } from '../hosts/client.ts';
import { readPlanFile } from '../work/tasks.ts';
import { type Command, type CommandInput, CommandRefused, required, WrongUsage, withOffice } from './command.ts';
import { type GivenFile, givenFile } from './given-file.ts';

const { plans, office: officeOf } = contract;

/** What the person who runs the command knows besides the file. */
type GivenFacts = { year: number | null; office: string };

type Imported = {
  planId: string;
  /** True where a kept plan was updated. */
  updated: boolean;
  counts: Pick<CountsView, 'added' | 'changed' | 'unchanged' | 'removed'>;
  tasks: CountsView;
  /** Fields that file and office both changed: the office's words stand. */
  conflicts: number;
  /** What the file lost and the plan keeps, and why. */
  kept: MergedView['kept'];
  doubts: number;
  warnings: string[];
};

export const importPlan: Command = {
  usage: 'import TỆP|- --data THƯ_MỤC [--office "UBND xã …"] [--year NĂM] [--json]',
  about: 'giữ kế hoạch trong tệp, hoặc cập nhật kế hoạch đã giữ',
  options: { data: { type: 'string' }, year: { type: 'string' }, office: { type: 'string' } },
  run: async (input, output) => {
    const [path, ...more] = input.positionals;
    if (path === undefined || more.length > 0) throw new WrongUsage('Lệnh import cần đúng một tệp.');
    const dataDir = dataFolder(required(input, 'data')).root;
    const given = { year: yearGiven(input), office: String(input.values.office ?? '') };
    const file = await givenFile(path);
    // A file that cannot be kept must not leave an empty office behind.
    if (!existsSync(dataFolder(dataDir).database)) officeOfPlan(await read(file), given);
    const done = await withOffice({ dataDir }, (client) => importInto(client, file, given));
    output.result(done, linesOf(done));
    return true;
  },
};

function yearGiven({ values }: CommandInput): number | null {
  if (typeof values.year !== 'string') return null;
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new WrongUsage('--year cần một năm, ví dụ 2026.');
  return year;
}

async function read({ name, bytes }: GivenFile): Promise<ReadPlan> {
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const done = await readPlanFile({ name, bytes }, control);
  if (!done.ok) throw new CommandRefused(done.error.code, done.error.message);
  return done.value;
}

async function importInto(client: Client, { name, bytes }: GivenFile, given: GivenFacts): Promise<Imported> {
  const { ask, finish } = client;
  const job = await finish(await ask(plans.read, { query: { name }, bytes }));
  if (job.state !== 'done')
    throw new CommandRefused(job.error?.code ?? 'da-huy', job.error?.message ?? 'Việc đọc đã bị hủy. Chưa lưu gì.');
  const plan = await ask(plans.readResult, { params: { id: job.id } });
  const read = { readId: job.id, header: plan.plan ?? emptyHeader, rows: plan.rows };
  const { matches } = await ask(plans.matches, { params: { id: job.id }, body: {} });
  const facts = {
    doubts: [...plan.rows.flatMap((row) => row.doubts), ...(plan.plan?.doubts ?? [])].length,
    warnings: plan.warnings,
  };
  const [same] = matches.filter(({ year }) => given.year === null || year === given.year);
  if (!same) return { ...(await keep(client, plan, read, given)), ...facts };
  const params = { id: same.planId };
  const body = { ...read, keepRemoved: [], apart: [] };
  const { stamp } = await ask(plans.compare, { params, body });
  const { planId, counts, tasks, kept } = await ask(plans.merge, { params, body: { ...body, stamp, chosen: [] } });
  const { added, changed, unchanged, removed, conflicts } = counts;
  return { planId, updated: true, counts: { added, changed, unchanged, removed }, tasks, conflicts, kept, ...facts };
}

async function keep(
  { ask }: Client,
  plan: ReadPlan,
  read: { readId: string; header: ReadHeader; rows: ReadPlan['rows'] },
  given: GivenFacts,
): Promise<Omit<Imported, 'doubts' | 'warnings'>> {
  if (plan.rows.length === 0 && (plan.plan?.sections.length ?? 0) === 0)
    throw new CommandRefused('khong-co-ke-hoach', 'Không thấy kế hoạch hay bảng nhiệm vụ nào trong tệp. Chưa lưu gì.');
  const year = given.year ?? plan.plan?.year ?? annexReference(plan.source.blocks)?.year ?? null;
  if (year === null)
    throw new CommandRefused(
      'chua-ro-nam',
      'Chưa rõ kế hoạch này của năm nào. Chưa lưu gì. Hãy chạy lại với --year NĂM, ví dụ --year 2026.',
    );
  if (!(await ask(officeOf.state)).office) await ask(officeOf.setUp, { body: officeOfPlan(plan, given) });
  const { planId, tasks } = await ask(plans.keep, { body: { ...read, year } });
  const none = { changed: 0, unchanged: 0, removed: 0 };
  return {
    planId,
    updated: false,
    counts: { added: plan.rows.length, ...none },
    tasks: { added: tasks, ...none, kept: 0 },
    conflicts: 0,
    kept: [],
  };
}

/** The office that issued the plan; refused where neither its head nor the line of its annex names a unit. */
function officeOfPlan({ plan, source }: ReadPlan, { office }: GivenFacts) {
  const unit = parseUnit(office || plan?.issuer || annexReference(source.blocks)?.issuer || '');
  if (!unit)
    throw new CommandRefused(
      'chua-co-co-quan',
      'Hồ sơ này chưa khai cơ quan, và tệp không nêu cơ quan ban hành kế hoạch. Chưa lưu gì. Hãy mở Sổ Việc để khai cơ quan, hoặc thêm --office "UBND xã …".',
    );
  return {
    ...unit,
    superiorKind: null,
    superiorName: '',
    place: plan?.place || unit.name,
    chairTitle: 'CHỦ TỊCH',
    chairName: plan?.signer.name ?? '',
  };
}

function linesOf({ updated, counts, tasks, conflicts, kept, doubts, warnings }: Imported): string[] {
  const words = ({ added, changed, unchanged, removed }: Imported['counts']) =>
    `thêm ${added}, đổi ${changed}, giữ nguyên ${unchanged}, bỏ ${removed}`;
  return [
    updated ? 'Đã cập nhật kế hoạch đang có.' : 'Đã giữ thành kế hoạch mới.',
    `Hàng trong bảng: ${words(counts)}`,
    `Nhiệm vụ: ${words(tasks)}`,
    ...(conflicts > 0 ? [`${conflicts} chỗ tệp và máy cùng sửa: giữ chữ trong máy.`] : []),
    ...kept.map(({ text, why }) => `Tệp không còn nhưng vẫn giữ (${why && keptWords[why]}): ${text}`),
    ...(doubts > 0 ? [`${doubts} chỗ đọc chưa chắc, nên mở Sổ Việc xem lại.`] : []),
    ...warnings,
  ];
}

const keptWords = {
  worked: 'đã có kết quả hoặc minh chứng',
  'by-hand': 'được thêm trong máy',
  chosen: 'được chọn giữ',
  'holds-kept': 'còn chứa mục được giữ',
} as const;
