/** The standing of a bundle beside what is here: SPEC NH1 to NH11, by hand and against a model of a sender. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arriving, type Held, judgeChain, judgeRecall, judgeReport } from '../../../shared/bundle/standing.ts';

const bundle = (sequence: number, changes: Partial<Arriving> = {}): Arriving => ({
  bundleId: `g${sequence}`,
  digest: `d${sequence}`,
  unitId: 'xa',
  installationId: 'may',
  sequence,
  previous: sequence === 1 ? null : `d${sequence - 1}`,
  windowKey: '2024-Q1',
  replaces: sequence === 1 ? null : `g${sequence - 1}`,
  ...changes,
});
const held = (sequence: number, changes: Partial<Held> = {}): Held => {
  const { replaces: _, ...rest } = bundle(sequence);
  return { ...rest, superseded: false, recalled: false, ...changes };
};
const none = new Set<string>();
const standing = (arriving: Arriving, here: Held[], recalls = none) => judgeReport(arriving, here, recalls).standing;

describe('a report', () => {
  it('NH1, NH2: the same content is the same bundle; one id with two contents is refused', () => {
    expect(standing(bundle(1), [held(1)])).toBe('da-co');
    expect(standing(bundle(1, { bundleId: 'khac' }), [held(1)])).toBe('da-co');
    expect(standing(bundle(1, { digest: 'khac' }), [held(1)])).toBe('xung-dot');
  });

  it('NH4 to NH6: new, in place of another, older', () => {
    expect(judgeReport(bundle(1), [], none)).toMatchObject({ standing: 'moi', counts: true, supersedes: [] });
    expect(judgeReport(bundle(2), [held(1)], none)).toMatchObject({ standing: 'thay-the', supersedes: ['g1'] });
    expect(judgeReport(bundle(1), [held(2)], none)).toMatchObject({ standing: 'cu-hon', counts: false });
    expect(standing(bundle(2, { windowKey: '2024-Q2', replaces: null }), [held(1)])).toBe('moi');
    expect(standing(bundle(2, { unitId: 'khac' }), [held(1)])).toBe('moi');
  });

  it('NH7: withdrawn before it came', () => {
    expect(judgeReport(bundle(1), [], new Set(['g1']))).toMatchObject({ standing: 'da-thu-hoi', counts: true });
    expect(judgeReport(bundle(1), [held(2)], new Set(['g1']))).toMatchObject({ standing: 'da-thu-hoi', counts: false });
  });

  it('NH8: another computer that does not know what counts here waits for a person; one that names it does not', () => {
    const other = bundle(9, { installationId: 'may-2', previous: null, replaces: null });
    expect(judgeReport(other, [held(1)], none)).toMatchObject({ standing: 'may-khac', undecided: true, counts: false });
    expect(standing({ ...other, replaces: 'g1' }, [held(1)])).toBe('thay-the');
  });

  it('NH9: two bundles of one number, a predecessor that is another one, a successor that names another one', () => {
    const twin = bundle(2, { bundleId: 'x', digest: 'x' });
    expect(judgeReport(twin, [held(1), held(2)], none)).toMatchObject({ standing: 'chia-nhanh', undecided: true });
    expect(judgeReport(twin, [held(1), held(2)], none).chain.fork).toEqual({
      sequence: 2,
      digest: 'x',
      otherDigest: 'd2',
    });
    expect(judgeChain(bundle(3, { previous: 'x' }), [held(2)]).fork).toMatchObject({ sequence: 2 });
    expect(judgeChain(twin, [held(3)]).fork).toMatchObject({ sequence: 2, otherDigest: 'd2' });
    expect(judgeChain(bundle(2), [held(1), held(3)]).fork).toBeNull();
  });

  it('NH10: what descends from the bundle that counts goes on replacing it; the other branch waits for a person', () => {
    const here = [held(1, { superseded: true }), held(2), held(2, { bundleId: 'x', digest: 'x', superseded: true })];
    expect(standing(bundle(3), here)).toBe('thay-the');
    expect(standing(bundle(3, { previous: 'x', replaces: 'x' }), here)).toBe('chia-nhanh');
    // What the numbers cannot tell any more is asked, too.
    expect(standing(bundle(7, { previous: 'y' }), here)).toBe('chia-nhanh');
  });

  it('NH11: a gap is named, and is none for the first bundle of a sender', () => {
    expect(judgeChain(bundle(4), [held(1)]).missing).toEqual({ from: 2, to: 3 });
    expect(judgeChain(bundle(4), [held(3)]).missing).toBeNull();
    expect(judgeChain(bundle(4), []).missing).toBeNull();
    expect(judgeChain(bundle(2), [held(4)]).missing).toBeNull();
  });
});

describe('a recall', () => {
  const recall = bundle(2, { bundleId: 'r', digest: 'r', windowKey: null, replaces: 'g1' });
  it('NH3: withdraws the bundle it names, once, and only that content', () => {
    expect(judgeRecall(recall, 'd1', [held(1)], none).standing).toBe('moi');
    expect(judgeRecall(recall, 'd1', [held(1, { recalled: true })], none).standing).toBe('da-co');
    expect(judgeRecall(recall, 'khac', [held(1)], none).standing).toBe('xung-dot');
    expect(judgeRecall(recall, 'd1', [held(1, { superseded: true }), held(3)], none).standing).toBe('da-thay');
    expect(judgeRecall(recall, 'd1', [held(1, { unitId: 'khac' })], none).standing).toBe('chua-co-goi');
  });
  it('NH7: is remembered where the report is not here yet', () => {
    expect(judgeRecall(recall, 'd1', [], none).standing).toBe('chua-co-goi');
    expect(judgeRecall(recall, 'd1', [], new Set(['g1'])).standing).toBe('da-co');
  });
});

type Sent = { report: Arriving } | { recall: Arriving; withdrawn: string };

/** A sender that never loses anything: versions of one window's report, some withdrawn. */
function honestSender(acts: readonly ('version' | 'recall')[]): Sent[] {
  const sent: Sent[] = [];
  let last: Arriving | null = null;
  let withdrawn = false;
  for (const act of acts) {
    const sequence = sent.length + 1;
    const previous = sent.length === 0 ? null : `d${sequence - 1}`;
    if (act === 'recall' && last && !withdrawn) {
      sent.push({
        recall: bundle(sequence, { previous, windowKey: null, replaces: last.bundleId }),
        withdrawn: last.digest,
      });
      withdrawn = true;
      continue;
    }
    last = bundle(sequence, { previous, replaces: last?.bundleId ?? null });
    withdrawn = false;
    sent.push({ report: last });
  }
  return sent;
}

/** The receiver as `receive.ts` keeps it. */
function receiver() {
  const here: Held[] = [];
  const recalls = new Set<string>();
  const keep = ({ replaces: _, ...rest }: Arriving, superseded: boolean, recalled: boolean) =>
    here.push({ ...rest, superseded, recalled });
  return {
    take: (sent: Sent) => {
      if ('recall' in sent) {
        const judged = judgeRecall(sent.recall, sent.withdrawn, here, recalls);
        if (judged.standing === 'da-co' || judged.standing === 'xung-dot') return judged;
        keep(sent.recall, true, false);
        recalls.add(sent.recall.replaces ?? '');
        for (const each of here) if (each.bundleId === sent.recall.replaces) each.recalled = true;
        return judged;
      }
      const judged = judgeReport(sent.report, here, recalls);
      if (judged.standing === 'da-co' || judged.standing === 'xung-dot') return judged;
      if (judged.counts) for (const each of here) if (judged.supersedes.includes(each.bundleId)) each.superseded = true;
      keep(sent.report, !judged.counts, judged.recalled);
      return judged;
    },
    look: (report: Arriving) => judgeReport(report, here, recalls),
    counting: () =>
      here
        .filter((each) => each.windowKey !== null && !each.superseded)
        .map(({ digest, recalled }) => [digest, recalled]),
    size: () => here.length,
  };
}

const acts = fc.array(fc.constantFrom('version' as const, 'version' as const, 'recall' as const), {
  minLength: 1,
  maxLength: 8,
});

describe('an honest sender', () => {
  it('whatever the order and however often: the newest version counts, withdrawn or not; no fork, nothing asked', () => {
    const delivery = acts.chain((done) => {
      const sent = honestSender(['version', ...done]);
      const every = fc.shuffledSubarray([...sent, ...sent, ...sent], { minLength: 3 * sent.length });
      return every.map((order) => ({ sent, order }));
    });
    fc.assert(
      fc.property(delivery, ({ sent, order }) => {
        const to = receiver();
        for (const each of order) {
          const judged = to.take(each);
          expect(judged.chain.fork).toBeNull();
          expect('undecided' in judged && judged.undecided).toBe(false);
          expect(judged.standing).not.toBe('xung-dot');
        }
        const reports = sent.flatMap((each) => ('report' in each ? [each.report] : []));
        const last = reports.at(-1);
        const withdrawn = sent.some((each) => 'recall' in each && each.recall.replaces === last?.bundleId);
        expect(to.counting()).toEqual([[last?.digest, withdrawn]]);
        expect(to.size()).toBe(sent.length);
      }),
      { seed: 50, numRuns: 400 },
    );
  });

  it('lost bundles leave the newest that came', () => {
    const delivery = acts.chain((done) => {
      const sent = honestSender(['version', ...done]).filter((each) => 'report' in each);
      return fc.shuffledSubarray(sent, { minLength: 1 });
    });
    fc.assert(
      fc.property(delivery, (order) => {
        const to = receiver();
        for (const each of order) to.take(each);
        const newest = order
          .map((each) => ('report' in each ? each.report : null))
          .reduce((a, b) => ((b?.sequence ?? 0) > (a?.sequence ?? 0) ? b : a));
        expect(to.counting().map(([digest]) => digest)).toEqual([newest?.digest]);
      }),
      { seed: 51, numRuns: 400 },
    );
  });
});

it('a sender that went back in time is never taken as newer without a person', () => {
  const scenario = fc.record({
    before: fc.integer({ min: 1, max: 4 }),
    first: fc.integer({ min: 1, max: 4 }),
    second: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(scenario, ({ before, first, second, seed }) => {
      const trunk = Array.from({ length: before }, (_, index) => bundle(index + 1));
      const branch = (name: string, length: number) =>
        Array.from({ length }, (_, index) => {
          const sequence = before + index + 1;
          const previous = index === 0 ? `d${before}` : `${name}${sequence - 1}`;
          return bundle(sequence, {
            bundleId: `${name}${sequence}`,
            digest: `${name}${sequence}`,
            previous,
            replaces: index === 0 ? `g${before}` : `${name}${sequence - 1}`,
          });
        });
      const one = branch('a', first);
      const two = branch('b', second);
      const to = receiver();
      for (const report of [...trunk, ...one]) to.take({ report });
      const counted = to.counting();
      const order = seed % 2 === 0 ? two : [...two].reverse();
      // From the first bundle of the branch on; without it there is nothing but a gap to see, and a gap is shown as one (NH11).
      for (const report of order) {
        const { standing, counts, chain } = to.look(report);
        if (chain.missing) continue;
        expect({ standing, counts }).toEqual({ standing: 'chia-nhanh', counts: false });
        to.take({ report });
      }
      expect(to.counting()).toEqual(counted);
    }),
    { seed: 52, numRuns: 200 },
  );
});
