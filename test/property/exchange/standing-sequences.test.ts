/** Random sequences of what happens to bundles between a commune and its superior, over the pure rules, against a plain model. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verdictStanding } from '../../../shared/answer/answer.ts';
import { type Arriving, type Held, judgeRecall, judgeReport } from '../../../shared/bundle/standing.ts';
import type { VerdictBundle } from '../../../shared/bundle/verdict-v1.ts';
import {
  type Answer,
  communeModel,
  contradictory,
  descends,
  type Expected,
  type Paper,
  superiorModel,
} from './model.ts';

const runs = Number(process.env.SO_VIEC_SEQUENCES ?? 1000);
const windows = ['2024-Q1', '2024-Q2'];

type Step =
  | { do: 'send' | 'resend' | 'recall'; pc: number; window: number }
  | { do: 'backup' | 'restore-data' | 'restore-all' | 'new-keys' | 'clone'; pc: number }
  | { do: 'deliver'; paper: number; main: boolean }
  | { do: 'other-content'; paper: number }
  | { do: 'other-answer'; answer: number; pc: number }
  | { do: 'answer'; window: number; verdict: Answer['verdict'] }
  | { do: 'deliver-answer'; answer: number; pc: number }
  | { do: 'receipt'; paper: number; pc: number };

// Without a bias to the small: what is interesting lies far into a sequence.
const at = fc.noBias(fc.nat({ max: 60 }));
const pc = fc.nat({ max: 2 });
const window = fc.constantFrom(0, 0, 0, 1);
const steps: fc.Arbitrary<Step[]> = fc.noBias(
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), pc, window }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('resend' as const), pc, window }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('recall' as const), pc, window }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('backup' as const), pc }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restore-data' as const, 'restore-all' as const), pc }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('new-keys' as const, 'clone' as const), pc }) },
      { weight: 12, arbitrary: fc.record({ do: fc.constant('deliver' as const), paper: at, main: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('other-content' as const), paper: at }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('answer' as const),
          window,
          verdict: fc.constantFrom('nhan' as const, 'tra-lai' as const, 'chap-nhan' as const),
        }),
      },
      { weight: 9, arbitrary: fc.record({ do: fc.constant('deliver-answer' as const), answer: at, pc }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('other-answer' as const), answer: at, pc }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('receipt' as const), paper: at, pc }) },
    ),
    { minLength: 5, maxLength: 40, size: 'max' },
  ),
);

type Computer = {
  installation: string;
  model: ReturnType<typeof communeModel>;
  known: { digest: string; data: VerdictBundle; superseded: boolean }[];
  last: Paper | null;
  versions: Map<string, number>;
  kept: Kept | null;
};
type Kept = Pick<Computer, 'installation' | 'last' | 'known' | 'versions'> & {
  model: ReturnType<ReturnType<typeof communeModel>['snapshot']>;
};

/** How often each outcome was met, so that a generator that grows tame is noticed. */
const seen: Partial<
  Record<Expected['outcome'] | 'answer-counts' | 'answer-aside' | 'answer-refused' | 'answer-again', number>
> = {};

const copied = (known: Computer['known']): Computer['known'] => known.map((each) => ({ ...each }));

/** Everything a run needs: the computers, what is on the way, the program's rules over plain lists, the model beside them. */
function world() {
  let made = 0;
  const id = (mark: string) => `${mark}${++made}`;
  const computer = (installation: string): Computer => ({
    installation,
    model: communeModel(),
    known: [],
    last: null,
    versions: new Map(),
    kept: null,
  });
  const pcs = [computer('may-1')];
  const papers: Paper[] = [];
  const answers: Answer[] = [];
  const here: Held[] = [];
  const recalls = new Set<string>();
  const superior = superiorModel();
  const ofPc = (index: number): Computer => pcs[index % pcs.length] as Computer;

  const newestSent = (pc: Computer, window: string) =>
    pc.model.sent.filter((each) => each.kind === 'report' && each.window === window).at(-1);

  function write(pc: Computer, rest: Pick<Paper, 'kind' | 'replaces' | 'window' | 'version' | 'withdraws'>): Paper {
    const before = [...pc.model.sent, ...(pc.last ? [pc.last] : [])].reduce<Paper | null>(
      (newest, each) => (newest === null || each.sequence > newest.sequence ? each : newest),
      null,
    );
    const paper: Paper = {
      ...rest,
      id: id('g'),
      digest: id('d'),
      installation: pc.installation,
      sequence: (before?.sequence ?? 0) + 1,
      previous: before?.digest ?? null,
      before,
    };
    pc.last = paper;
    pc.model.send(paper);
    papers.push(paper);
    return paper;
  }

  const run: { [K in Step['do']]: (step: Extract<Step, { do: K }>) => void } = {
    send: ({ pc: index, window: which }) => {
      const pc = ofPc(index);
      const window = windows[which] ?? '';
      const version = (pc.versions.get(window) ?? 0) + 1;
      pc.versions.set(window, version);
      const replaces = newestSent(pc, window)?.id ?? null;
      write(pc, { kind: 'report', replaces, window, version, withdraws: null });
    },
    resend: ({ pc: index, window: which }) => {
      const again = newestSent(ofPc(index), windows[which] ?? '');
      if (again) papers.push(again);
    },
    recall: ({ pc: index, window: which }) => {
      const pc = ofPc(index);
      const named = newestSent(pc, windows[which] ?? '');
      if (!named || pc.model.state(named) === 'thu-hoi') return;
      write(pc, { kind: 'recall', replaces: named.id, window: null, version: 0, withdraws: named.digest });
    },
    backup: ({ pc: index }) => {
      const pc = ofPc(index);
      const { installation, last, known, versions } = pc;
      pc.kept = { installation, last, known: copied(known), versions: new Map(versions), model: pc.model.snapshot() };
    },
    'restore-data': ({ pc: index }) => restore(ofPc(index), false),
    'restore-all': ({ pc: index }) => restore(ofPc(index), true),
    'new-keys': ({ pc: index }) => {
      ofPc(index).installation = id('may-');
    },
    clone: ({ pc: index }) => {
      if (pcs.length > 2) return;
      const from = ofPc(index);
      const twin = computer(from.installation);
      const { sent, answers: came, receipts } = from.model.snapshot();
      twin.model.forget(sent, came, receipts);
      pcs.push(Object.assign(twin, { known: copied(from.known), last: from.last, versions: new Map(from.versions) }));
    },
    deliver: ({ paper, main }) => {
      const given = papers[paper % Math.max(papers.length, 1)];
      if (given) deliver(given, main);
    },
    // Somebody's program gives one id to two contents: refused, and what is here stays (NH2).
    'other-content': ({ paper }) => {
      const given = papers[paper % Math.max(papers.length, 1)];
      if (given && here.some(({ bundleId }) => bundleId === given.id)) deliver({ ...given, digest: id('x') }, true);
    },
    answer: ({ window: which, verdict }) => {
      const window = windows[which] ?? '';
      const counted = superior.counting.get(window);
      if (!counted || superior.isWithdrawn(counted)) return;
      const sequence = answers.length + 1;
      const { version, digest } = counted;
      answers.push({ id: id('v'), digest: id('vd'), sequence, window, version, answers: digest, verdict });
    },
    'deliver-answer': ({ answer, pc: index }) => {
      const given = answers[answer % Math.max(answers.length, 1)];
      if (given) deliverAnswer(ofPc(index), given);
    },
    'other-answer': ({ answer, pc: index }) => {
      const given = answers[answer % Math.max(answers.length, 1)];
      if (given) deliverAnswer(ofPc(index), { ...given, digest: id('vx') });
    },
    receipt: ({ paper, pc: index }) => {
      const given = papers[paper % Math.max(papers.length, 1)];
      if (given) ofPc(index).model.receipt(given.digest);
    },
  };

  function restore(pc: Computer, keysToo: boolean): void {
    if (!pc.kept) return;
    const { model, installation, last, known, versions } = pc.kept;
    pc.model.forget(model.sent, model.answers, model.receipts);
    pc.known = copied(known);
    pc.versions = new Map(versions);
    if (keysToo) Object.assign(pc, { installation, last });
  }

  function deliver(paper: Paper, main: boolean): void {
    const wanted = superior.expected(paper);
    const was = new Map(superior.counting);
    const arriving: Arriving = {
      bundleId: paper.id,
      digest: paper.digest,
      unitId: 'xa',
      installationId: paper.installation,
      sequence: paper.sequence,
      previous: paper.previous,
      windowKey: paper.window,
      replaces: paper.replaces,
    };
    const { replaces: _, ...rest } = arriving;
    if (paper.kind === 'recall') {
      const judged = judgeRecall(arriving, paper.withdraws ?? '', here, recalls);
      const outcome =
        judged.standing === 'moi' || judged.standing === 'da-thay'
          ? 'withdraws'
          : judged.standing === 'chua-co-goi'
            ? 'remembered'
            : judged.standing === 'da-co'
              ? 'again'
              : 'refused';
      expect({ outcome, gap: judged.chain.missing, contradiction: judged.chain.fork !== null }).toEqual({
        outcome: wanted.outcome,
        gap: wanted.gap,
        contradiction: wanted.contradiction,
      });
      if (outcome !== 'refused' && !here.some(({ digest }) => digest === paper.digest)) {
        here.push({ ...rest, superseded: true, recalled: false });
        recalls.add(paper.replaces ?? '');
        for (const each of here) if (each.bundleId === paper.replaces) each.recalled = true;
      }
    } else {
      const judged = judgeReport(arriving, here, recalls);
      const outcome =
        judged.standing === 'da-co'
          ? 'again'
          : judged.standing === 'xung-dot'
            ? 'refused'
            : judged.undecided
              ? 'ask'
              : judged.counts
                ? 'counts'
                : 'aside';
      expect({
        outcome,
        gap: judged.chain.missing,
        contradiction: judged.chain.fork !== null,
        withdrawn: judged.recalled,
      }).toEqual(wanted);
      if (outcome !== 'again' && outcome !== 'refused') {
        const counts = outcome === 'counts' || (outcome === 'ask' && main);
        if (counts) for (const each of here) if (judged.supersedes.includes(each.bundleId)) each.superseded = true;
        here.push({ ...rest, superseded: !counts, recalled: judged.recalled });
      }
    }
    superior.take(paper, main);
    neverSilently(paper, wanted, was);
    seen[wanted.outcome] = (seen[wanted.outcome] ?? 0) + 1;
    agree();
  }

  /** The truth nobody at the superior can see: what went back in time is never taken as newer without a question or a named gap. */
  function neverSilently(paper: Paper, { outcome }: Expected, was: ReadonlyMap<string, Paper>): void {
    const before = paper.window === null ? undefined : was.get(paper.window);
    if (outcome !== 'counts' || !before || descends(paper, before)) return;
    // Only numbers that never came can hide it, and those were named (NH11).
    const between = Array.from(
      { length: paper.sequence - before.sequence - 1 },
      (_, index) => before.sequence + 1 + index,
    );
    const came = (number: number) =>
      here.some((each) => each.installationId === paper.installation && each.sequence === number);
    expect(between.every(came)).toBe(false);
  }

  function agree(): void {
    for (const window of windows) {
      const counted = here.filter((each) => each.windowKey === window && !each.superseded);
      expect(counted.length).toBeLessThanOrEqual(1);
      const wanted = superior.counting.get(window);
      expect(counted.map(({ digest, recalled }) => [digest, recalled])).toEqual(
        wanted ? [[wanted.digest, superior.isWithdrawn(wanted)]] : [],
      );
    }
    expect(here.map(({ digest }) => digest).sort()).toEqual(superior.received.map(({ digest }) => digest).sort());
  }

  function deliverAnswer(pc: Computer, answer: Answer): void {
    const wanted = pc.model.expected(answer);
    const data = {
      bundle: { id: answer.id, sequence: answer.sequence },
      sender: { installationId: 'tinh' },
      answers: { reportId: answer.window, reportVersion: answer.version, contentDigest: answer.answers },
      whole: { verdict: answer.verdict },
    } as VerdictBundle;
    const sent = pc.model.sent.flatMap(({ kind, window, version, digest, id: bundleId }) =>
      kind === 'report' ? [{ reportId: window ?? '', reportVersion: version, digest, bundleId }] : [],
    );
    const ofVersion = pc.known.filter(
      ({ data: { answers: of } }) => of.reportId === answer.window && of.reportVersion === answer.version,
    );
    const known = ofVersion.map((each) => ({ sequence: each.data.bundle.sequence, installationId: 'tinh' }));
    const already = pc.known.some(({ digest }) => digest === answer.digest);
    const taken = new Set(pc.known.filter(({ digest }) => digest !== answer.digest).map((each) => each.data.bundle.id));
    const standing = verdictStanding(data, sent, known, true, taken);
    const outcome = already
      ? 'again'
      : standing === 'khong-khop' || standing === 'xung-dot'
        ? 'refused'
        : standing === 'cu-hon'
          ? 'aside'
          : 'counts';
    expect(outcome).toBe(wanted);
    seen[`answer-${wanted}`] = (seen[`answer-${wanted}`] ?? 0) + 1;
    if (outcome === 'counts') for (const each of ofVersion) each.superseded = true;
    if (outcome === 'counts' || outcome === 'aside')
      pc.known.push({ digest: answer.digest, data, superseded: outcome === 'aside' });
    pc.model.take(answer);
    const [stands] = pc.known.filter(({ superseded, data: { answers: of } }) => {
      return !superseded && of.reportId === answer.window && of.reportVersion === answer.version;
    });
    expect(stands?.data.bundle.id ?? null).toBe(pc.model.standing(answer.window, answer.version)?.id ?? null);
    expect(verdictStanding(data, sent, known, false, taken)).toBe('khong-phai-cap-tren');
  }

  return { step: (step: Step) => (run[step.do] as (given: Step) => void)(step), papers, superior, agree, deliver };
}

it(`${runs} random sequences of sending, losing, repeating, restoring, cloning and answering: never a wrong state`, () => {
  fc.assert(
    fc.property(steps, (given) => {
      const { step, agree } = world();
      for (const each of given) step(each);
      agree();
    }),
    { seed: 6_2024, numRuns: runs },
  );
  expect(Object.keys(seen)).toHaveLength(11);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

it('where nothing was restored or cloned nothing is ever asked, and in the end the newest counts, whatever was lost and found again', () => {
  const honest = steps.map((given) =>
    given.filter(({ do: what }) => !['restore-data', 'restore-all', 'clone', 'new-keys'].includes(what)),
  );
  fc.assert(
    fc.property(honest, fc.infiniteStream(fc.nat()), (given, order) => {
      const { step, papers, superior, deliver } = world();
      for (const each of given) {
        step(each);
        expect(contradictory(superior.received)).toBe(false);
      }
      for (const paper of [...papers].sort(() => ((order.next().value ?? 0) % 2) - 0.5)) {
        expect(superior.expected(paper).outcome).not.toBe('ask');
        deliver(paper, false);
      }
      for (const window of windows)
        expect(superior.counting.get(window)?.digest).toBe(
          papers.filter((each) => each.window === window).reduce<Paper | undefined>(newest, undefined)?.digest,
        );
    }),
    { seed: 6_2025, numRuns: Math.min(runs, 400) },
  );
});

const newest = (a: Paper | undefined, b: Paper): Paper => (a && a.sequence > b.sequence ? a : b);
