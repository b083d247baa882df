/**
 * The kinds of bundle this program reads and writes: for each its frozen schema, what a schema cannot see, and the files its data
 * promise. One table, so that writing, verifying and receiving are the same for all. Rules BN31, BN36 to BN38, BN70 to BN84.
 */
import type { z } from 'zod';
import { reportBundle } from './manifest-v1.ts';
import { type PlanBundle, planBundle } from './plan-v1.ts';
import { recallBundle } from './recall-v1.ts';
import { type PromisedFile, promisedFiles, type ReferenceFault, referenceFaults } from './references.ts';
import { type VerdictBundle, verdictBundle } from './verdict-v1.ts';

export type BundleDataByKind = {
  report: z.infer<typeof reportBundle>;
  recall: z.infer<typeof recallBundle>;
  verdict: VerdictBundle;
  plan: PlanBundle;
};
export type BundleKind = keyof BundleDataByKind;
export type AnyBundle = BundleDataByKind[BundleKind];

/** Data together with their kind, so that code can ask for the kind once and know the rest. */
export type KindOfBundle = { [K in BundleKind]: { kind: K; data: BundleDataByKind[K] } }[BundleKind];

type Kind<K extends BundleKind> = {
  schema: z.ZodType<BundleDataByKind[K]>;
  faults: (data: BundleDataByKind[K]) => ReferenceFault[];
  files: (data: BundleDataByKind[K]) => PromisedFile[];
  /** What the bundle is about, for its description. */
  title: (data: BundleDataByKind[K]) => string;
};

const kinds: { [K in BundleKind]: Kind<K> } = {
  report: {
    schema: reportBundle,
    faults: referenceFaults,
    files: promisedFiles,
    title: ({ report }) => report.title,
  },
  recall: {
    schema: recallBundle,
    faults: () => [],
    files: () => [],
    title: ({ recall }) => `Thu hồi: ${recall.title}`,
  },
  verdict: {
    schema: verdictBundle,
    faults: verdictFaults,
    files: () => [],
    title: ({ answers }) => `Trả lời: ${answers.title}`,
  },
  plan: {
    schema: planBundle,
    faults: planFaults,
    files: ({ plan }) => plan.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes, evidenceId: null })),
    title: ({ plan }) => plan.title,
  },
};

export const isBundleKind = (kind: string): kind is BundleKind => Object.hasOwn(kinds, kind);

/** Data of a known kind checked against its schema; null data with the place of the first fault where they do not fit. */
export function readKind(
  kind: BundleKind,
  value: unknown,
): { found: KindOfBundle; fault: null } | { found: null; fault: string } {
  const parsed = kinds[kind].schema.safeParse(value);
  if (parsed.success) return { found: { kind, data: parsed.data } as KindOfBundle, fault: null };
  return { found: null, fault: parsed.error.issues[0]?.path.join('.') ?? '' };
}

/** Every disagreement inside the data, in their order; empty for good data. */
export const faultsOf = ({ kind, data }: KindOfBundle): ReferenceFault[] =>
  (kinds[kind].faults as (data: AnyBundle) => ReferenceFault[])(data);

/** The files the bundle must hold with exactly these bytes. */
export const filesOf = ({ kind, data }: KindOfBundle): PromisedFile[] =>
  (kinds[kind].files as (data: AnyBundle) => PromisedFile[])(data);

export const titleOf = ({ kind, data }: KindOfBundle): string =>
  (kinds[kind].title as (data: AnyBundle) => string)(data);

/** The kind of data that are typed already. */
export const withKind = (data: AnyBundle): KindOfBundle => ({ kind: data.bundle.kind, data }) as KindOfBundle;

/** BN33: only what takes the place of something names it. */
const purposeFaults = ({ bundle }: VerdictBundle | PlanBundle): ReferenceFault[] =>
  (bundle.purpose === 'new') === (bundle.replaces === null) ? [] : [{ code: 'thieu-dan-chieu', id: bundle.id }];

/** BN75, BN76: a row once; who returns or remarks says why; what is accepted as a whole returns no row. */
function verdictFaults(data: VerdictBundle): ReferenceFault[] {
  const faults = purposeFaults(data);
  const seen = new Set<string>();
  for (const { taskId, verdict, words } of data.rows) {
    if (seen.has(taskId)) faults.push({ code: 'trung-ma', id: taskId });
    seen.add(taskId);
    const silent = verdict !== 'chap-nhan' && words.trim() === '';
    const opposed = verdict === 'tra-lai' && data.whole.verdict === 'chap-nhan';
    if (silent || opposed) faults.push({ code: 'tra-loi-sai', id: taskId });
  }
  const why = data.whole.words.trim() !== '' || data.rows.some(({ verdict }) => verdict === 'tra-lai');
  if (data.whole.verdict === 'tra-lai' && !why) faults.push({ code: 'tra-loi-sai', id: data.answers.reportId });
  return faults;
}

/** BN80: ids are unique over the whole plan; parents stand earlier; groups name components of their own area. */
function planFaults(data: PlanBundle): ReferenceFault[] {
  const faults = purposeFaults(data);
  const seen = new Set<string>([data.plan.id]);
  const once = (id: string) => {
    if (seen.has(id)) faults.push({ code: 'trung-ma', id });
    seen.add(id);
  };
  const sections = new Set<string>();
  for (const { id, parentId } of data.plan.sections) {
    once(id);
    if (parentId !== null && !sections.has(parentId)) faults.push({ code: 'thieu-dan-chieu', id: parentId });
    sections.add(id);
  }
  for (const area of data.plan.areas) {
    once(area.id);
    const components = new Set(area.components.map(({ id }) => id));
    for (const { id } of area.components) once(id);
    for (const group of area.groups) {
      once(group.id);
      for (const id of group.componentIds) if (!components.has(id)) faults.push({ code: 'thieu-dan-chieu', id });
      for (const { id } of group.tasks) once(id);
    }
  }
  const regimes = new Set<string>();
  for (const { id } of data.regimes) {
    if (regimes.has(id)) faults.push({ code: 'trung-ma', id });
    regimes.add(id);
  }
  return faults;
}
