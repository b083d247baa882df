/** The superior's plan on its way down: sent to units below, read at the commune, begun from, and held against the own plan. */
import { z } from 'zod';
import { bodyBlock } from '../../body/body-blocks.ts';
import { coverStates } from '../../coverage/coverage.ts';
import { changedFields } from '../../coverage/plan-changes.ts';
import { regime } from '../../period/regime.ts';
import { id, line, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView, keptView } from './plans.ts';
import { sendingWay } from './sending.ts';
import { workContract } from './work.ts';

const none = nothing;
const byId = z.object({ id });

const sentView = z.object({
  sequence: z.number(),
  at: z.number(),
  /** Nothing of the plan was changed since. */
  current: z.boolean(),
});

export const downView = z.object({
  planId: id,
  title: z.string(),
  number: z.string(),
  date: z.string(),
  year: z.number(),
  tasks: z.number(),
  /** Without number or day: it goes down as a draft. */
  draft: z.boolean(),
  /** The signed file that travels along. */
  signed: z.object({ fileName: z.string(), bytes: z.number() }).nullable(),
  regimes: z.array(z.object({ regime, inUse: z.boolean() })),
  /** Sent to all units alike. */
  shared: sentView.nullable(),
  units: z.array(
    z.object({
      id,
      name: z.string(),
      hasKey: z.boolean(),
      keyDigits: z.string().nullable(),
      sent: sentView.nullable(),
    }),
  ),
  /** About what one bundle measures. */
  bytes: z.number(),
});
export type DownView = z.infer<typeof downView>;

const regimeOffer = z.object({
  regime,
  holds: z.boolean(),
  /** The windows of the year follow it, as the superior gave it. */
  adopted: z.boolean(),
  windows: z.array(
    z.object({ label: z.string(), fromDate: z.string(), toDate: z.string(), due: z.string().nullable() }),
  ),
  /** Windows that hold entries and would move. */
  moves: z.array(z.string()),
});

export const superiorPlanSummary = z.object({
  id,
  planId: z.string(),
  year: z.number(),
  number: z.string(),
  date: z.string(),
  title: z.string(),
  fromUnit: z.string(),
  receivedAt: z.number(),
  draft: z.boolean(),
  tasks: z.number(),
});
export type SuperiorPlanSummary = z.infer<typeof superiorPlanSummary>;

const superiorTaskView = z.object({
  id: z.string(),
  text: z.string(),
  lead: z.string(),
  time: z.string(),
  forUnits: z.boolean(),
});
const superiorGroupView = z.object({
  id: z.string(),
  component: z.string(),
  results: z.array(z.string()),
  executors: z.array(z.string()),
  note: z.string(),
  tasks: z.array(superiorTaskView),
});
const superiorSectionView = z.object({
  id: z.string(),
  depth: z.number(),
  label: z.string(),
  heading: z.string(),
  blocks: z.array(bodyBlock),
});

const taskChange = z.object({
  id: z.string(),
  kind: z.enum(['moi', 'doi', 'bo']),
  text: z.string(),
  before: z.string().nullable(),
  fields: z.array(z.enum(changedFields)),
});

export const superiorPlanView = superiorPlanSummary.extend({
  /** `Kế hoạch số … ngày … của UBND tỉnh …`. */
  citation: z.string(),
  sections: z.array(superiorSectionView),
  areas: z.array(z.object({ id: z.string(), no: z.string(), name: z.string(), groups: z.array(superiorGroupView) })),
  regimes: z.array(regimeOffer),
  files: z.array(z.object({ sha256: z.string(), title: z.string(), bytes: z.number(), mediaType: z.string() })),
  /** Every version here, the one that counts first. */
  versions: z.array(z.object({ id, sequence: z.number(), receivedAt: z.number(), counts: z.boolean() })),
  /** Against the version before; empty for the first. */
  changes: z.array(taskChange),
  /** Own plans of the year, the one that is linked to it first. */
  ownPlans: z.array(z.object({ id, title: z.string(), number: z.string(), linked: z.number() })),
});
export type SuperiorPlanView = z.infer<typeof superiorPlanView>;

const ownTask = z.object({ taskId: id, text: z.string(), area: z.string(), component: z.string() });
export type CoverOwnTask = z.infer<typeof ownTask>;

export const coverageRow = z.object({
  superiorTaskId: z.string(),
  no: z.string(),
  area: z.string(),
  component: z.string(),
  text: z.string(),
  results: z.array(z.string()),
  time: z.string(),
  state: z.enum(coverStates),
  reason: z.string(),
  /** What a write must have seen. */
  stamp: z.string(),
  links: z.array(ownTask),
  proposals: z.array(ownTask.extend({ sure: z.boolean(), likeness: z.number() })),
  /** Against the version before. */
  change: z.enum(['moi', 'doi']).nullable(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

export const coverageView = z.object({
  planId: id,
  planTitle: z.string(),
  counts: z.object({
    asked: z.number(),
    covered: z.number(),
    sure: z.number(),
    unsure: z.number(),
    missing: z.number(),
    outside: z.number(),
    beyond: z.number(),
  }),
  rows: z.array(coverageRow),
  beyond: z.array(ownTask),
  /** Tasks of earlier versions that are gone, with what answers them here. */
  gone: z.array(z.object({ superiorTaskId: z.string(), text: z.string(), links: z.array(ownTask) })),
  /** Fifteen working days after the superior's plan; null while that has no date. */
  issue: z
    .object({
      superiorDate: z.string(),
      due: z.string(),
      confirmed: z.boolean(),
      /** Day of the own plan, "" while it has none. */
      issued: z.string(),
      late: z.boolean(),
      /** Working days from the superior's plan to the own one. */
      days: z.number().nullable(),
    })
    .nullable(),
});
export type CoverageView = z.infer<typeof coverageView>;

const taskIds = z.array(id).max(200);

export const planDownContract = {
  /** What would go down, and what went to whom. */
  down: endpoint({ method: 'GET', path: '/plans/:id/down', params: byId, query: none, body: null, answer: downView }),
  /**
   * Writes the plan for units below: `chung` one bundle for all alike, `rieng` one for each unit in `unitIds`, locked with its key. The
   * job's result is `{ entries: LedgerEntry[] }`.
   */
  send: endpoint({
    method: 'POST',
    path: '/plans/:id/down',
    params: byId,
    query: none,
    body: sendingWay.extend({
      regimeIds: z.array(z.string().max(100)).max(20),
      to: z.enum(['chung', 'rieng']),
      unitIds: z.array(id).max(5000),
    }),
    answer: jobView,
  }),
  /** Plans of the superior that count, newest first. */
  list: endpoint({
    method: 'GET',
    path: '/superior-plans',
    params: none,
    query: none,
    body: null,
    answer: z.object({ plans: z.array(superiorPlanSummary) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/superior-plans/:id',
    params: byId,
    query: none,
    body: null,
    answer: superiorPlanView,
  }),
  /** A short-lived address of a file that came with it, such as the signed PDF. */
  file: endpoint({
    method: 'POST',
    path: '/superior-plans/:id/files/:sha256',
    params: z.object({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: none,
    body: z.object({ download: z.boolean() }),
    answer: workContract.viewEvidence.answer,
  }),
  /** Follows a regime that came with it. Windows that hold entries keep their days unless `moveEntries`. */
  adopt: endpoint({
    method: 'POST',
    path: '/superior-plans/:id/regimes/:regime',
    params: z.object({ id, regime: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
    query: none,
    body: z.object({ moveEntries: z.boolean() }),
    answer: z.object({ batchId: id, added: z.number(), changed: z.number(), untouched: z.array(z.string()) }),
  }),
  /** An own plan begun from it, each task linked to the one it comes from. */
  skeleton: endpoint({
    method: 'POST',
    path: '/superior-plans/:id/skeleton',
    params: byId,
    query: none,
    body: z.object({ keepPeople: z.boolean(), sections: z.boolean(), regimes: z.boolean() }),
    answer: keptView,
  }),
  coverage: endpoint({
    method: 'GET',
    path: '/superior-plans/:id/coverage',
    params: byId,
    query: z.object({ plan: id }),
    body: null,
    answer: coverageView,
  }),
  /**
   * A person's word on one task of the superior: own tasks that answer it; none of them and a reason: out of scope; neither but `none`: no
   * counterpart; nothing at all takes the word back.
   */
  answer: endpoint({
    method: 'PUT',
    path: '/superior-plans/:id/coverage/:task',
    params: z.object({ id, task: id }),
    query: none,
    body: z.object({ planId: id, stamp: z.string().max(20_000), taskIds, reason: line(500), none: z.boolean() }),
    answer: z.object({ batchId: id }),
  }),
  /** Links every sure proposal. */
  acceptSure: endpoint({
    method: 'POST',
    path: '/superior-plans/:id/coverage/accept',
    params: byId,
    query: none,
    body: z.object({ planId: id }),
    answer: z.object({ batchId: id, linked: z.number() }),
  }),
  /** Takes tasks of the superior into the own plan, in their area and component, and links them. */
  addTasks: endpoint({
    method: 'POST',
    path: '/superior-plans/:id/coverage/add',
    params: byId,
    query: none,
    body: z.object({ planId: id, superiorTaskIds: z.array(id).min(1).max(5000) }),
    answer: z.object({ batchId: id, added: z.number(), taskIds: z.array(id) }),
  }),
};
