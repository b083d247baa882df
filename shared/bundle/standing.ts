/**
 * What a bundle that arrives means beside what is here already: new, again, older, in place of another, withdrawn, or a contradiction.
 * Pure, so that a model of both offices can drive it; numbered rules NH1 to NH12 of SPEC.md, each quoted where it is decided.
 *
 * Order comes from `sequence` and `previous` of one installation and from `replaces`, never from a clock and never across installations.
 */

/** A bundle at the door, as far as its standing depends on it. */
export type Arriving = {
  bundleId: string;
  /** Content digest (BN24). */
  digest: string;
  /** The sender among this office's units, whatever the bundle calls it. */
  unitId: string;
  installationId: string;
  sequence: number;
  previous: string | null;
  /** What it is about: the reporting window of a report. A recall has none of its own. */
  windowKey: string | null;
  /** The bundle it replaces or withdraws. */
  replaces: string | null;
};

/** A report that was received, or a recall that was (its `windowKey` is null). */
export type Held = Omit<Arriving, 'replaces'> & {
  /** Kept, but not the one that counts. */
  superseded: boolean;
  /** Withdrawn by its sender. */
  recalled: boolean;
};

export type ReportStanding =
  | 'moi'
  | 'da-co'
  | 'cu-hon'
  | 'thay-the'
  | 'xung-dot'
  | 'chia-nhanh'
  | 'may-khac'
  | 'da-thu-hoi';
export type RecallStanding = 'moi' | 'da-co' | 'xung-dot' | 'chua-co-goi' | 'da-thay';

/** A contradiction in the sender's numbers: two different bundles claim one place in its row (NH9). */
export type Fork = { sequence: number; digest: string; otherDigest: string };

export type Chain = {
  /** Null while the sender's bundles fit together. */
  fork: Fork | null;
  /** Numbers between what is here and this bundle that never came (NH11); empty for a sender seen for the first time. */
  missing: { from: number; to: number } | null;
};

export type ReportJudgement = {
  standing: ReportStanding;
  /** Bundles that stop counting when this one is received as the one that counts. */
  supersedes: readonly string[];
  /** Received as the one that counts, unless a person says otherwise. */
  counts: boolean;
  /** A person must say whether it counts: the numbers do not (NH8, NH10). */
  undecided: boolean;
  /** Its sender withdrew it before it came (NH7): kept, and counted no more. */
  recalled: boolean;
  chain: Chain;
};

/** NH1 to NH8, NH10 for a report among everything received from its unit. `recalls` are the ids of bundles the unit withdrew. */
export function judgeReport(bundle: Arriving, held: readonly Held[], recalls: ReadonlySet<string>): ReportJudgement {
  const judged = judgePlace(bundle, held);
  const recalled = recalls.has(bundle.bundleId);
  // NH7: withdrawn before it came. It takes the place it would have had, so that the order of arrival does not matter.
  const withdrawn = recalled && ['moi', 'thay-the', 'cu-hon'].includes(judged.standing);
  return { ...judged, recalled, standing: withdrawn ? 'da-thu-hoi' : judged.standing };
}

function judgePlace(bundle: Arriving, held: readonly Held[]): Omit<ReportJudgement, 'recalled'> {
  const chain = judgeChain(bundle, held);
  const current = held.filter(
    (each) => each.unitId === bundle.unitId && each.windowKey === bundle.windowKey && !each.superseded,
  );
  const plain = (standing: ReportStanding, counts: boolean, undecided = false) => ({
    standing,
    counts,
    undecided,
    supersedes: counts || undecided ? current.map(({ bundleId }) => bundleId) : [],
    chain,
  });
  // NH1: the same content is the same bundle, however it was packed. NH2: one id, two contents.
  if (held.some(({ digest }) => digest === bundle.digest)) return plain('da-co', false);
  if (held.some(({ bundleId }) => bundleId === bundle.bundleId)) return plain('xung-dot', false);
  // NH10: after a contradiction the numbers no longer say which is newer; only a descent does.
  if (chain.fork || branched(bundle, held, current))
    return plain('chia-nhanh', current.length === 0, current.length > 0);
  if (current.length === 0) return plain('moi', true);
  // NH4: in place of what counts here, by name.
  if (current.some(({ bundleId }) => bundleId === bundle.replaces)) return plain('thay-the', true);
  const own = current.filter(({ installationId }) => installationId === bundle.installationId);
  // NH8: another PC of the unit that does not know what counts here.
  if (own.length < current.length) return plain('may-khac', false, true);
  // NH5, NH6: one installation, by its own numbers.
  return own.some(({ sequence }) => sequence > bundle.sequence) ? plain('cu-hon', false) : plain('thay-the', true);
}

/** NH3, NH7: a recall withdraws exactly the bundle it names, by id and by content (`withdrawn`). */
export function judgeRecall(
  bundle: Arriving,
  withdrawn: string,
  held: readonly Held[],
  recalls: ReadonlySet<string>,
): { standing: RecallStanding; chain: Chain } {
  const chain = judgeChain(bundle, held);
  const answer = (standing: RecallStanding) => ({ standing, chain });
  if (held.some(({ digest }) => digest === bundle.digest)) return answer('da-co');
  if (held.some(({ bundleId }) => bundleId === bundle.bundleId)) return answer('xung-dot');
  const named = held.find(
    ({ bundleId, unitId, windowKey }) => bundleId === bundle.replaces && unitId === bundle.unitId && windowKey !== null,
  );
  if (!named) return answer(recalls.has(bundle.replaces ?? '') ? 'da-co' : 'chua-co-goi');
  if (named.digest !== withdrawn) return answer('xung-dot');
  if (named.recalled) return answer('da-co');
  return answer(named.superseded ? 'da-thay' : 'moi');
}

/** NH9, NH11: does the bundle fit into the row of numbers of its installation? */
export function judgeChain(bundle: Arriving, held: readonly Held[]): Chain {
  const row = held.filter(
    ({ installationId, unitId, digest }) =>
      installationId === bundle.installationId && unitId === bundle.unitId && digest !== bundle.digest,
  );
  const known = held.some(({ digest }) => digest === bundle.digest);
  return { fork: known ? null : forkOf(bundle, row), missing: known ? null : missingOf(bundle, row) };
}

function forkOf(bundle: Arriving, row: readonly Held[]): Fork | null {
  const { digest, sequence, previous } = bundle;
  const same = row.find((each) => each.sequence === sequence);
  if (same) return { sequence, digest, otherDigest: same.digest };
  const before = row.filter((each) => each.sequence === sequence - 1);
  if (before.length > 0 && !before.some((each) => each.digest === previous))
    return { sequence: sequence - 1, digest: previous ?? '', otherDigest: before[0]?.digest ?? '' };
  const after = row.filter((each) => each.sequence === sequence + 1);
  const stranger = after.find((each) => each.previous !== digest);
  return stranger ? { sequence, digest, otherDigest: stranger.previous ?? '' } : null;
}

function missingOf({ sequence }: Arriving, row: readonly Held[]): { from: number; to: number } | null {
  const below = row.map((each) => each.sequence).filter((each) => each < sequence);
  const last = Math.max(...below);
  return below.length > 0 && last + 1 < sequence ? { from: last + 1, to: sequence - 1 } : null;
}

/** Whether the installation's numbers contradicted each other before and this bundle does not descend from what counts here. */
function branched(bundle: Arriving, held: readonly Held[], current: readonly Held[]): boolean {
  const row = held.filter(
    ({ installationId, unitId }) => installationId === bundle.installationId && unitId === bundle.unitId,
  );
  const own = current.filter(({ installationId }) => installationId === bundle.installationId);
  if (own.length === 0 || !contradicts(row)) return false;
  const byDigest = new Map(row.map((each) => [each.digest, each]));
  const seen = new Set<string>();
  for (let at = bundle.previous; at !== null && !seen.has(at); at = byDigest.get(at)?.previous ?? null) {
    if (own.some(({ digest }) => digest === at)) return false;
    seen.add(at);
  }
  return true;
}

/** Two bundles of one number, or a bundle whose predecessor here is another one than it names. */
function contradicts(row: readonly Held[]): boolean {
  const bySequence = new Map<number, Set<string>>();
  for (const { sequence, digest } of row)
    bySequence.set(sequence, new Set([...(bySequence.get(sequence) ?? []), digest]));
  if ([...bySequence.values()].some((digests) => digests.size > 1)) return true;
  return row.some(({ sequence, previous }) => {
    const before = bySequence.get(sequence - 1);
    return before !== undefined && !before.has(previous ?? '');
  });
}
