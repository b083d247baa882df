/** The report of a window, the bundle that carries it, and what a superior receives. */
import { z } from 'zod';
import { bodyBlock } from '../../body/body-blocks.ts';
import { reportTemplate } from '../../report/templates.ts';
import { dateOrEmpty, filledLine, id, line, nothing, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { unitView, windowView } from './office.ts';

export const reportSection = z.object({
  key: z.string(),
  label: z.string(),
  heading: z.string(),
  level: z.number().int(),
  text: z.string(),
  auto: z.string(),
  edited: z.boolean(),
  /** The figures behind a hand-edited text have changed since; `auto` shows the new wording. */
  stale: z.boolean(),
  /** A person added it; it can be moved and removed. */
  own: z.boolean(),
  /** The text with its tables, bold and italic words; null where it has none. */
  blocks: z.array(bodyBlock).nullable(),
});
export type ReportSection = z.infer<typeof reportSection>;

const namedActivity = z.object({ id, title: z.string(), date: z.string() });

/** What stands behind the numbers, so that each leads to it by one click. */
const behind = z.object({
  /** Every task under the total it counts in. */
  tasks: z.array(
    z.object({ taskId: id, text: z.string(), as: z.enum(['done', 'doing', 'notArisen', 'none', 'notDue']) }),
  ),
  /** Targets with a figure: finished words, the windows it was gathered from, and what it rests on. */
  figures: z.array(
    z.object({
      area: z.string(),
      measured: z.string(),
      asked: z.string(),
      text: z.string().nullable(),
      verdict: z.string(),
      yearText: z.string().nullable(),
      from: z.array(z.string()),
      tasks: z.array(z.object({ taskId: id, text: z.string() })),
      proofs: z.array(z.object({ id, title: z.string() })),
      activities: z.array(namedActivity),
    }),
  ),
  activities: z.array(z.object({ kind: z.string(), text: z.string(), items: z.array(namedActivity) })),
});

export const reportView = z.object({
  id,
  planId: id,
  window: windowView,
  status: z.enum(['draft', 'frozen']),
  number: z.string(),
  date: z.string(),
  title: z.string(),
  revision,
  template: reportTemplate,
  signer: z.object({ authority: z.string(), title: z.string(), name: z.string() }),
  recipients: z.array(z.string()),
  sections: z.array(reportSection),
  missing: z.array(
    z.object({
      taskId: id,
      task: z.string(),
      lead: z.string(),
      kind: z.enum([
        'khong-co-ket-qua',
        'thieu-minh-chung',
        'thieu-loi',
        'so-chua-ro',
        'thieu-theo-muc',
        'giai-trinh',
        'chi-tieu-thieu-so',
      ]),
      reason: z.string(),
    }),
  ),
  /** Entries written after the window was locked, with their reasons. */
  late: z.array(z.object({ taskId: id, task: z.string(), reason: z.string() })),
  counts: z.object({
    tasks: z.number(),
    done: z.number(),
    doing: z.number(),
    /** Due in the window, and nobody told anything. */
    none: z.number(),
    /** Not due in the window, and nobody told anything: listed apart, not missing. */
    notDue: z.number(),
    notArisen: z.number(),
    evidence: z.number(),
  }),
  /** As the tables stand now, also for a frozen report. */
  behind,
  frozenAt: z.number().nullable(),
  /** The whole document as standalone print HTML. */
  html: z.string(),
  /** The same as sheets on a screen, for a sandboxed frame. */
  previewHtml: z.string(),
});
export type ReportView = z.infer<typeof reportView>;

export const placeView = z.object({ id, label: z.string(), removable: z.boolean(), freeBytes: z.number().nullable() });
export type PlaceView = z.infer<typeof placeView>;

export const inboxView = z.object({
  windows: z.array(z.object({ key: z.string(), label: z.string() })),
  units: z.array(
    z.object({
      unit: unitView,
      expected: z.boolean(),
      received: z.array(
        z.object({
          id,
          windowKey: z.string(),
          receivedAt: z.number(),
          sequence: z.number(),
          rows: z.number(),
          answered: z.number(),
          evidence: z.number(),
          bytes: z.number(),
          /** `da-nhan`, `tra-lai`, `chap-nhan`, or `thu-hoi` for a report its sender withdrew. */
          state: z.string(),
        }),
      ),
    }),
  ),
});
export type InboxView = z.infer<typeof inboxView>;

export const receivedView = z.object({
  id,
  unit: unitView,
  windowLabel: z.string(),
  title: z.string(),
  planTitle: z.string(),
  sequence: z.number(),
  receivedAt: z.number(),
  fingerprint: z.string(),
  fileName: z.string(),
  state: z.string(),
  /** Set aside: another bundle is the one that counts. */
  superseded: z.boolean(),
  recall: z.object({ at: z.number(), reason: z.string() }).nullable(),
  /** Every bundle of this unit and window, newest first, this one among them. */
  versions: z.array(
    z.object({
      id,
      sequence: z.number(),
      receivedAt: z.number(),
      state: z.string(),
      superseded: z.boolean(),
    }),
  ),
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
  rows: z.array(
    z.object({
      taskId: z.string(),
      no: z.string(),
      area: z.string(),
      component: z.string(),
      text: z.string(),
      lead: z.string(),
      time: z.string(),
      state: z.string().nullable(),
      doneText: z.string(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      measure: z.string(),
      obstacle: z.string(),
      proposal: z.string(),
      /** Why it was written after the sender's window was locked; empty for an entry in time. */
      lateReason: z.string(),
      evidenceIds: z.array(z.string()),
    }),
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      fileName: z.string().nullable(),
      mediaType: z.string().nullable(),
      bytes: z.number().nullable(),
      url: z.string().nullable(),
      number: z.string().nullable(),
      date: z.string().nullable(),
      preview: z.enum(['image', 'pdf', 'none']),
      /** The bytes are not of the type the bundle names: never shown in place, and said so. */
      falseType: z.boolean(),
    }),
  ),
});
export type ReceivedView = z.infer<typeof receivedView>;

const none = nothing;
const byId = z.object({ id });

export const reportsContract = {
  /** The report of a plan and window; made as a draft the first time it is asked for. */
  open: endpoint({
    method: 'POST',
    path: '/reports/open',
    params: none,
    query: none,
    body: z.object({ planId: id, windowId: id }),
    answer: reportView,
  }),
  /** `text` null gives the section back to the program. */
  saveSection: endpoint({
    method: 'PUT',
    path: '/reports/:id/sections/:key',
    params: z.object({ id, key: z.string().max(200) }),
    query: none,
    body: z.object({ revision, text: paragraphs(40_000).nullable() }),
    answer: written,
  }),
  saveHead: endpoint({
    method: 'PATCH',
    path: '/reports/:id',
    params: byId,
    query: none,
    body: z.object({ revision, number: line(60), date: dateOrEmpty, title: filledLine(500) }),
    answer: written,
  }),
  freeze: endpoint({
    method: 'POST',
    path: '/reports/:id/freeze',
    params: byId,
    query: none,
    body: z.object({ revision }),
    answer: written,
  }),
  /** Opens a frozen report again for a corrected version; what was sent stays in the ledger. */
  reopen: endpoint({
    method: 'POST',
    path: '/reports/:id/reopen',
    params: byId,
    query: none,
    body: z.object({ revision }),
    answer: written,
  }),
  word: endpoint({ method: 'GET', path: '/reports/:id/word', params: byId, query: none, body: null, answer: 'bytes' }),
  places: endpoint({
    method: 'GET',
    path: '/places',
    params: none,
    query: none,
    body: null,
    answer: z.object({ places: z.array(placeView) }),
  }),
  inbox: endpoint({ method: 'GET', path: '/inbox', params: none, query: none, body: null, answer: inboxView }),
  received: endpoint({
    method: 'GET',
    path: '/received/:id',
    params: byId,
    query: none,
    body: null,
    answer: receivedView,
  }),
  viewReceivedEvidence: endpoint({
    method: 'POST',
    path: '/received/:id/evidence/:evidence/view',
    params: z.object({ id, evidence: id }),
    query: none,
    body: z.object({ download: z.boolean() }),
    answer: z.object({
      url: z.string(),
      mediaType: z.string(),
      fileName: z.string(),
      preview: z.enum(['image', 'pdf', 'none']),
    }),
  }),
};
