/**
 * What must be true at both ends of the exchange, said the plainest way: lists are searched through whole, nothing is shared with the
 * program. Numbers in brackets are rules of shared/bundle/SPEC.md and shared/answer/SPEC.md.
 */

/** A report or recall as it lies on a stick. `before` is the truth the receiver cannot see: the bundle sent before it on that computer. */
export type Paper = {
  kind: 'report' | 'recall';
  id: string;
  digest: string;
  installation: string;
  sequence: number;
  previous: string | null;
  replaces: string | null;
  /** The window of a report; a recall has none. */
  window: string | null;
  version: number;
  /** Content a recall withdraws. */
  withdraws: string | null;
  before: Paper | null;
};

/** What a bundle must do at the superior. `ask`: nothing counts otherwise until a person says so. */
export type Expected = {
  outcome: 'again' | 'refused' | 'counts' | 'aside' | 'ask' | 'withdraws' | 'remembered';
  contradiction: boolean;
  gap: { from: number; to: number } | null;
  withdrawn: boolean;
};

const fits = (a: Paper, b: Paper): boolean => {
  if (a.installation !== b.installation) return true;
  if (a.sequence === b.sequence) return a.digest === b.digest;
  const [low, high] = a.sequence < b.sequence ? [a, b] : [b, a];
  return high.sequence !== low.sequence + 1 || high.previous === low.digest;
};

/** Two bundles of one number, or neighbours that do not name each other (NH9). */
export const contradictory = (papers: readonly Paper[]): boolean =>
  papers.some((high) => {
    const others = papers.filter((each) => each !== high && each.installation === high.installation);
    const below = others.filter((each) => each.sequence === high.sequence - 1);
    const twin = others.some((each) => each.sequence === high.sequence && each.digest !== high.digest);
    return twin || (below.length > 0 && below.every((each) => !fits(each, high)));
  });

/** Goes down the row of `previous` among what is known; true when it meets `goal`. */
function reaches(from: Paper, goal: Paper, known: readonly Paper[]): boolean {
  const seen = new Set<string>();
  let digest = from.previous;
  while (digest !== null && !seen.has(digest)) {
    if (digest === goal.digest) return true;
    seen.add(digest);
    digest = known.find((each) => each.digest === digest)?.previous ?? null;
  }
  return false;
}

/** The truth: was `older` sent before `newer` in the same history? */
export function descends(newer: Paper, older: Paper): boolean {
  for (let at = newer.before; at !== null; at = at.before) if (at.digest === older.digest) return true;
  return false;
}

/** The superior's side of one unit. */
export function superiorModel() {
  const received: Paper[] = [];
  const counting = new Map<string, Paper>();
  const withdrawn = new Set<string>();

  function expected(paper: Paper): Expected {
    const known = received.some(({ digest }) => digest === paper.digest);
    const row = received.filter(({ installation }) => installation === paper.installation);
    const below = row.map(({ sequence }) => sequence).filter((sequence) => sequence < paper.sequence);
    const last = below.length === 0 ? null : Math.max(...below);
    const gap =
      known || last === null || last + 1 >= paper.sequence ? null : { from: last + 1, to: paper.sequence - 1 };
    const contradiction = !known && touches(paper, row);
    const said = (outcome: Expected['outcome']): Expected => ({
      outcome,
      contradiction,
      gap,
      withdrawn: paper.kind === 'report' && withdrawn.has(paper.id),
    });
    if (known) return said('again');
    if (received.some(({ id }) => id === paper.id)) return said('refused');
    if (paper.kind === 'recall') return said(recallOutcome(paper));
    const current = counting.get(paper.window ?? '');
    if (!current) return said('counts');
    const torn =
      contradictory(row) && current.installation === paper.installation && !reaches(paper, current, received);
    if (contradiction || torn) return said('ask');
    if (paper.replaces === current.id) return said('counts');
    if (paper.installation !== current.installation) return said('ask');
    return said(paper.sequence > current.sequence ? 'counts' : 'aside');
  }

  /** Does this bundle itself contradict one of its row? */
  function touches(paper: Paper, row: readonly Paper[]): boolean {
    const below = row.filter(({ sequence }) => sequence === paper.sequence - 1);
    const above = row.filter(({ sequence }) => sequence === paper.sequence + 1);
    return (
      row.some(({ sequence }) => sequence === paper.sequence) ||
      (below.length > 0 && below.every(({ digest }) => digest !== paper.previous)) ||
      above.some(({ previous }) => previous !== paper.digest)
    );
  }

  function recallOutcome(recall: Paper): Expected['outcome'] {
    const named = received.find((each) => each.kind === 'report' && each.id === recall.replaces);
    if (!named) return withdrawn.has(recall.replaces ?? '') ? 'again' : 'remembered';
    if (named.digest !== recall.withdraws) return 'refused';
    return withdrawn.has(named.id) ? 'again' : 'withdraws';
  }

  return {
    expected,
    received: received as readonly Paper[],
    counting: counting as ReadonlyMap<string, Paper>,
    isWithdrawn: (paper: Paper) => withdrawn.has(paper.id),
    /** What lies here after a person's yes; `main` is the answer to "does it count?" where it is asked. */
    take(paper: Paper, main: boolean): void {
      const { outcome } = expected(paper);
      const known = received.some(({ digest }) => digest === paper.digest);
      if (known || outcome === 'refused') return;
      received.push(paper);
      if (paper.kind === 'recall') withdrawn.add(paper.replaces ?? '');
      else if (outcome === 'counts' || (outcome === 'ask' && main)) counting.set(paper.window ?? '', paper);
    },
  };
}
export type SuperiorModel = ReturnType<typeof superiorModel>;

/** An answer of the superior to one version of a report. */
export type Answer = {
  id: string;
  digest: string;
  sequence: number;
  window: string;
  version: number;
  /** Content it answers. */
  answers: string;
  verdict: 'nhan' | 'tra-lai' | 'chap-nhan';
};

/** The commune's side: what it sent from one computer, and what came back. */
export function communeModel() {
  const sent: Paper[] = [];
  const answers: Answer[] = [];
  const receipts = new Set<string>();
  const mine = (answer: Answer) =>
    sent.some(
      (each) =>
        each.kind === 'report' &&
        each.window === answer.window &&
        each.version === answer.version &&
        each.digest === answer.answers,
    );
  const same = (a: Answer, b: Answer) => a.window === b.window && a.version === b.version;
  return {
    sent: sent as readonly Paper[],
    send: (paper: Paper) => void (sent.includes(paper) || sent.push(paper)),
    /** AN5, AN6. */
    expected(answer: Answer): 'again' | 'refused' | 'counts' | 'aside' {
      if (answers.some(({ digest }) => digest === answer.digest)) return 'again';
      if (!mine(answer) || answers.some(({ id }) => id === answer.id)) return 'refused';
      return answers.some((each) => same(each, answer) && each.sequence > answer.sequence) ? 'aside' : 'counts';
    },
    take(answer: Answer): void {
      const known = answers.some(({ digest }) => digest === answer.digest);
      if (!known && mine(answer) && !answers.some(({ id }) => id === answer.id)) answers.push(answer);
    },
    /** AN8: marks nothing but what was sent. */
    receipt: (digest: string) => void (sent.some((each) => each.digest === digest) && receipts.add(digest)),
    received: (digest: string) => receipts.has(digest),
    /** The answer that stands for a version; null before the first. */
    standing: (window: string, version: number): Answer | null =>
      answers
        .filter((each) => each.window === window && each.version === version)
        .reduce<Answer | null>((best, each) => (best === null || each.sequence >= best.sequence ? each : best), null),
    /** What the ledger must say of a report that was sent. */
    state(paper: Paper): string {
      if (sent.some((each) => each.kind === 'recall' && each.replaces === paper.id)) return 'thu-hoi';
      const newer = sent.some(
        (each) => each.kind === 'report' && each.window === paper.window && each.sequence > paper.sequence,
      );
      if (newer) return 'da-thay';
      const answer = this.standing(paper.window ?? '', paper.version);
      if (answer && answer.answers === paper.digest) return answer.verdict === 'nhan' ? 'da-nhan' : answer.verdict;
      return receipts.has(paper.digest) ? 'da-nhan' : 'da-gui';
    },
    forget(keep: readonly Paper[], kept: readonly Answer[], marks: readonly string[]): void {
      sent.splice(0, sent.length, ...keep);
      answers.splice(0, answers.length, ...kept);
      receipts.clear();
      for (const mark of marks) receipts.add(mark);
    },
    snapshot: () => ({ sent: [...sent], answers: [...answers], receipts: [...receipts] }),
  };
}
export type CommuneModel = ReturnType<typeof communeModel>;
