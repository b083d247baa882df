/**
 * The kinds of bundle this program reads and writes: for each its frozen schema, what a schema cannot see, the files its data promise,
 * what it is about and what its file is called. One table, so that writing, verifying, receiving and the ledger are the same for all.
 * Rules BN31, BN36 to BN38, BN70 to BN84.
 */
import type { z } from 'zod';
import { type BundleKind, bundleKinds } from './kind-names.ts';
import { reportBundle } from './manifest-v1.ts';
import { type PlanBundle, planBundle, taskCount } from './plan-v1.ts';
import { recallBundle } from './recall-v1.ts';
import { type PromisedFile, promisedFiles, type ReferenceFault, referenceFaults } from './references.ts';
import { bundleUnitName } from './unit-card.ts';
import { type VerdictBundle, verdictBundle } from './verdict-v1.ts';

const schemas = { report: reportBundle, recall: recallBundle, verdict: verdictBundle, plan: planBundle };

export type BundleDataByKind = { [K in BundleKind]: z.infer<(typeof schemas)[K]> };
export type AnyBundle = BundleDataByKind[BundleKind];

/** Data together with their kind, so that code can ask for the kind once and know the rest. */
export type KindOfBundle = { [K in BundleKind]: { kind: K; data: BundleDataByKind[K] } }[BundleKind];

/** What a bundle is about, for cards and lists. `rows` are tasks; `reason` is why a report is withdrawn, else empty. */
export type BundleAbout = { title: string; windowLabel: string; rows: number; evidence: number; reason: string };

type Kind<K extends BundleKind> = {
  faults: (data: BundleDataByKind[K]) => ReferenceFault[];
  files: (data: BundleDataByKind[K]) => PromisedFile[];
  about: (data: BundleDataByKind[K]) => BundleAbout;
  /** Before the title where a bundle is described in one line. */
  label: string;
  /** What the file is called, before its number; spelled in ASCII later. */
  fileWords: (data: BundleDataByKind[K]) => string;
};

const fromUnit = ({ sender }: AnyBundle): string => bundleUnitName(sender.unit);

const kinds: { [K in BundleKind]: Kind<K> } = {
  report: {
    faults: referenceFaults,
    files: promisedFiles,
    about: ({ report, window, rows, evidence }) => ({
      title: report.title,
      windowLabel: window.label,
      rows: rows.length,
      evidence: evidence.length,
      reason: '',
    }),
    label: '',
    fileWords: (data) => `bao-cao ${data.window.key} ${fromUnit(data)}`,
  },
  recall: {
    faults: () => [],
    files: () => [],
    about: ({ recall, window }) => ({
      title: recall.title,
      windowLabel: window.label,
      rows: 0,
      evidence: 0,
      reason: recall.reason,
    }),
    label: 'Thu hồi: ',
    fileWords: (data) => `thu-hoi ${data.window.key} ${fromUnit(data)}`,
  },
  verdict: {
    faults: verdictFaults,
    files: () => [],
    about: ({ answers, window, rows }) => ({
      title: answers.title,
      windowLabel: window.label,
      rows: rows.length,
      evidence: 0,
      reason: '',
    }),
    label: 'Trả lời: ',
    fileWords: ({ window, receiver }) => `tra-loi ${window.key} ${receiver.name.replace(/^UBND\s+/, '')}`,
  },
  plan: {
    faults: planFaults,
    files: ({ plan }) => plan.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes, evidenceId: null })),
    about: ({ plan }) => ({
      title: plan.title,
      windowLabel: `năm ${plan.year}`,
      rows: taskCount(plan),
      evidence: 0,
      reason: '',
    }),
    label: '',
    fileWords: (data) => `ke-hoach ${data.plan.year} ${fromUnit(data)}`,
  },
};

export const isBundleKind = (kind: string): kind is BundleKind => bundleKinds.some((each) => each === kind);

/** Data of a known kind checked against its schema; null data with the place of the first fault where they do not fit. */
export function readKind(
  kind: BundleKind,
  value: unknown,
): { found: KindOfBundle; fault: null } | { found: null; fault: string } {
  const parsed = schemas[kind].safeParse(value);
  if (parsed.success) return { found: { kind, data: parsed.data } as KindOfBundle, fault: null };
  return { found: null, fault: parsed.error.issues[0]?.path.join('.') ?? '' };
}

/** Every disagreement inside the data, in their order; empty for good data. */
export const faultsOf = ({ kind, data }: KindOfBundle): ReferenceFault[] =>
  (kinds[kind].faults as (data: AnyBundle) => ReferenceFault[])(data);

/** The files the bundle must hold with exactly these bytes. */
export const filesOf = ({ kind, data }: KindOfBundle): PromisedFile[] =>
  (kinds[kind].files as (data: AnyBundle) => PromisedFile[])(data);

export const aboutOf = ({ kind, data }: KindOfBundle): BundleAbout =>
  (kinds[kind].about as (data: AnyBundle) => BundleAbout)(data);

/** One line that says what the bundle is: `Thu hồi: Báo cáo …`. */
export const titleOf = (found: KindOfBundle): string => `${kinds[found.kind].label}${aboutOf(found).title}`;

/** What the file is called, as words: `bao-cao 2024-Q1 xã Như Quỳnh`. */
export const fileWordsOf = ({ kind, data }: KindOfBundle): string =>
  (kinds[kind].fileWords as (data: AnyBundle) => string)(data);

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
