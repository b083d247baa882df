/**
 * Everything a kept office says through the program's endpoints that a later program must still say: what people wrote, what was frozen,
 * sent, received and answered, the sums, and the digests of all files. What a program computes anew (texts of drafts, findings, proposals)
 * is left out, for later programs may know better; and so is what belongs to the moment or the computer (version, folder, safety copies).
 */
import { createHash } from 'node:crypto';
import type { Client } from '../../../electron/hosts/client.ts';
import type { Office } from '../../../electron/server/open-office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { StateView } from '../../../shared/api/contract/office.ts';

export type ReadingDesk = Pick<Client, 'ask' | 'raw' | 'finish'> & { readonly evidence: Office['evidence'] };

const { activities, answers, consolidation, handover, issue, office, planDown, plans } = contract;
const { receiving, reports, review, sending, targets, time, trust, work, writing } = contract;

/** One object for `expected.json`: names as in the contract, lists in the order the program gives them. */
export async function readOut(desk: ReadingDesk): Promise<Record<string, unknown>> {
  const { ask } = desk;
  const { office: own, plans: kept, windows, reports: opened, currentWindowId, canUndo } = await ask(office.state);
  const state = { office: own, plans: kept, windows, reports: opened, currentWindowId, canUndo };
  const years = [...new Set(kept.map(({ year }) => year))];
  return {
    state,
    people: await peopleOf(desk),
    plans: await each(kept, ({ id }) => planOf(desk, id, windows)),
    windowsOfYears: await each(years, (year) => windowsOf(desk, year)),
    workingYears: (await ask(time.workingYears)).years.filter((year) => year.own !== null),
    activities: (await ask(activities.list, { query: {} })).activities,
    handovers: (await ask(handover.list)).handovers,
    proof: await proofOf(desk),
    reports: await each(opened, (report) => reportOf(desk, report)),
    ledger: (await ask(sending.ledger)).entries.map(({ noResend, ...entry }) => ({
      ...entry,
      canResend: noResend === null,
    })),
    parts: (await ask(receiving.parts)).sets,
    trust: await trustOf(desk),
    superiorPlans: await superiorPlans(desk, kept),
    received: await receivedOf(desk),
    sums: await sumsOf(desk),
  };
}

async function each<T, U>(list: readonly T[], look: (item: T) => Promise<U>): Promise<U[]> {
  const seen: U[] = [];
  for (const item of list) seen.push(await look(item));
  return seen;
}

const digest = (bytes: ArrayBuffer): string => createHash('sha256').update(Buffer.from(bytes)).digest('hex');

/** Digest of the bytes behind an address the program gave out. */
const behind = async ({ evidence }: ReadingDesk, url: string): Promise<string> =>
  digest(await (await evidence(new Request(url))).arrayBuffer());

async function peopleOf({ ask }: ReadingDesk) {
  const { posts, people } = await ask(office.people);
  return { posts, people };
}

/** The windows of a year as they are kept, and the regimes the office entered or was given. */
async function windowsOf({ ask }: ReadingDesk, year: number) {
  const { windows, regimes } = await ask(time.windows, { query: { year } });
  return {
    windows: windows.map(({ due: _due, superiorDue: _superiorDue, ...window }) => window),
    regimes: regimes.filter(({ origin }) => origin !== 'san-co'),
  };
}

async function planOf(desk: ReadingDesk, id: string, windows: StateView['windows']) {
  const { ask } = desk;
  const params = { id };
  const plan = await ask(plans.get, { params });
  const own = windows.filter(({ year }) => year === plan.year);
  const table = await ask(plans.table, { params, query: {} });
  return {
    plan,
    table,
    entries: await each(own, async ({ id: window }) => {
      const { tasks } = await ask(plans.table, { params, query: { window } });
      const entered = tasks.filter(({ progress, evidenceCount }) => progress !== null || evidenceCount > 0);
      return {
        window,
        tasks: entered.map(({ id: task, progress, evidenceCount }) => ({ task, progress, evidenceCount })),
      };
    }),
    results: (
      await each(table.groups, ({ id: group }) => each(own, (window) => figuresOf(desk, { group, window: window.id })))
    ).flatMap((group) => group.filter((figures) => figures !== null)),
    timeAnswers: (await ask(time.words, { params })).words.flatMap(({ words, tasks, answer }) =>
      answer ? [{ words, tasks, answer }] : [],
    ),
    events: (await ask(time.events, { params })).recorded,
    origin: (await ask(writing.origin, { params })).origin,
    silenced: (await ask(review.plan, { params, body: {} })).silenced.map(({ rule, reason }) => ({ rule, reason })),
    issued: await issuedOf(desk, id),
  };
}

/** Figures and reasons as they were entered; null where a group has none in a window. */
async function figuresOf({ ask }: ReadingDesk, query: { group: string; window: string }) {
  const { results } = await ask(targets.results, { query });
  const entered = results.flatMap(({ words, corrected, choiceRevision, chosen, targets: asked, proofs }) => {
    const figures = asked.flatMap(({ key, own, window, year }) => (own ? [{ key, own, window, year }] : []));
    const reasons = proofs.flatMap(({ kind, reason }) => (reason === '' ? [] : [{ kind, reason }]));
    if (!corrected && figures.length === 0 && reasons.length === 0) return [];
    return [{ words, corrected, choiceRevision, chosen: corrected ? chosen : [], figures, reasons }];
  });
  return entered.length > 0 ? { ...query, entered } : null;
}

async function issuedOf(desk: ReadingDesk, id: string) {
  const { issued } = await desk.ask(issue.of, { params: { id } });
  return each(issued, async (entry) => {
    const params = { id: entry.id };
    const { url } = await desk.ask(issue.view, { params, body: { download: true } });
    const word = await (await desk.raw(issue.word, { params })).arrayBuffer();
    return { ...entry, signedSha256: await behind(desk, url), wordSha256: digest(word) };
  });
}

async function proofOf(desk: ReadingDesk) {
  const { evidence, ...sums } = await desk.ask(work.evidence, { query: {} });
  const list = await each(evidence, async (proof) => {
    if (proof.kind !== 'file') return proof;
    const params = { id: proof.id };
    const { url } = await desk.ask(work.viewEvidence, { params, body: { download: true } });
    return { ...proof, readSha256: await behind(desk, url) };
  });
  return { ...sums, list };
}

/** A frozen report as it was frozen, its Word file by digest; of a draft what a person wrote. */
async function reportOf(desk: ReadingDesk, { planId, windowId, status }: StateView['reports'][number]) {
  const report = await desk.ask(reports.open, { body: { planId, windowId } });
  const { id, window, number, date, title, revision, template, signer, recipients, frozenAt } = report;
  const head = { id, planId, window, status, number, date, title, revision, template, signer, recipients, frozenAt };
  const verdicts = (await desk.ask(answers.verdicts, { params: { id } })).verdicts;
  const issued = await issuedOf(desk, id);
  if (status === 'draft') {
    const written = report.sections.filter(({ edited }) => edited);
    return {
      ...head,
      verdicts,
      issued,
      written: written.map(({ key, heading, text, blocks }) => ({ key, heading, text, blocks })),
    };
  }
  const word = await (await desk.raw(reports.word, { params: { id } })).arrayBuffer();
  const sections = report.sections.map(({ auto: _auto, stale: _stale, ...section }) => section);
  const { counts, html } = report;
  return { ...head, verdicts, issued, sections, counts, words: wordsOf(html), wordSha256: digest(word) };
}

async function trustOf({ ask }: ReadingDesk) {
  const { own, keys, forks } = await ask(trust.view);
  const { moved: _, ...stays } = own;
  return { own: stays, keys, forks };
}

async function superiorPlans({ ask }: ReadingDesk, kept: StateView['plans']) {
  return each((await ask(planDown.list)).plans, async ({ id, year }) => {
    const params = { id };
    const { changes: _, regimes, ...plan } = await ask(planDown.get, { params });
    const adopted = regimes.map(({ regime, adopted: follows }) => ({ regime, adopted: follows }));
    const own = kept.filter((each) => each.year === year);
    const coverage = await each(own, async (each) => {
      const { rows, gone } = await ask(planDown.coverage, { params, query: { plan: each.id } });
      const answered = rows
        .map(({ proposals: _, ...row }) => row)
        .filter(({ links, reason }) => links.length > 0 || reason !== '');
      return { planId: each.id, answered, gone };
    });
    return { ...plan, regimes: adopted, coverage };
  });
}

async function receivedOf(desk: ReadingDesk) {
  const { ask } = desk;
  const { units, windows } = await ask(reports.inbox);
  const counting = units.flatMap(({ received }) => received.map(({ id }) => id));
  // Versions that were set aside keep their rows and the answers given to them.
  const versions = await each(counting, async (id) => (await ask(reports.received, { params: { id } })).versions);
  const list = await each(versions.flat(), async ({ id }) => {
    const params = { id };
    const report = await ask(reports.received, { params });
    const files = report.evidence.filter(({ fileName, bytes }) => fileName !== null && bytes !== null);
    const digests = await each(files, async ({ id: evidence }) => {
      const body = { download: true };
      const response = await desk.raw(reports.viewReceivedEvidence, { params: { ...params, evidence }, body });
      // What stayed with its sender has no bytes here.
      const url = response.ok ? ((await response.json()) as { url: string }).url : null;
      return { evidence, sha256: url === null ? null : await behind(desk, url) };
    });
    return { report, digests, answers: await ask(answers.of, { params }) };
  });
  return { windows, units, list };
}

async function sumsOf({ ask }: ReadingDesk) {
  const wall = await ask(consolidation.wall);
  return {
    wall,
    windows: await each(wall.windows, async ({ key }) => {
      const { sums, ...view } = await ask(consolidation.view, { query: { window: key } });
      return { ...view, sums: sums.map(({ doubtful: _doubtful, outliers: _outliers, ...sum }) => sum) };
    }),
    repeatedProof: await ask(consolidation.repeatedProof),
  };
}

/** The words of a printed page, line by line, whatever its looks. */
const wordsOf = (html: string): string[] =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(?:br|\/p|\/td|\/th|\/tr|\/div|\/h\d|\/li|\/table)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
