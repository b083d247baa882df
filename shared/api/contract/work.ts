/** What was done and what proves it. */
import { z } from 'zod';
import { proofKind } from '../../target/target.ts';
import { dateOrEmpty, filledLine, id, line, nothing, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { progressState, taskRow } from './plans.ts';

export const evidenceKind = z.enum(['file', 'link', 'document']);

export const evidenceView = z.object({
  id,
  kind: evidenceKind,
  title: z.string(),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  url: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  excerpt: z.string().nullable(),
  sensitive: z.boolean(),
  addedAt: z.number(),
  /** What kind of proof it is: as somebody said, else as its name and type suggest. */
  proofKind,
  proofKindGuessed: z.boolean(),
  /** Who issued the document. */
  issuer: z.string().nullable(),
  /** The day a link was looked at, and the proof that is the picture of it. */
  seenOn: z.string().nullable(),
  screenshotId: z.string().nullable(),
  /** Why a sensitive proof goes into bundles all the same; null keeps it here. */
  bundleReason: z.string().nullable(),
  /** Whether the words inside the file can be searched; null while nobody looked, or for what is no file. */
  words: z.enum(['doc-duoc', 'khong-co-chu', 'khong-doc-duoc']).nullable(),
  revision,
  preview: z.enum(['image', 'pdf', 'none']),
  links: z.array(
    z.object({
      id,
      taskId: id,
      taskText: z.string(),
      windowId: id,
      windowLabel: z.string(),
      /** Why it was brought after the window was locked; null for one in time. */
      lateReason: z.string().nullable(),
    }),
  ),
});
export type EvidenceView = z.infer<typeof evidenceView>;

/** One line of "Việc của tôi": the task with where it stands in the plan. */
export const workItem = taskRow.extend({
  areaNo: z.string(),
  areaName: z.string(),
  componentName: z.string(),
  results: z.array(z.string()),
  executors: z.array(z.string()),
  /** How the person is concerned. */
  role: z.enum(['assignee', 'lead', 'executor', 'support']),
});
export type WorkItem = z.infer<typeof workItem>;

const none = nothing;
const byId = z.object({ id });
/** Why a proof is brought to a locked window, or taken from one; refused (`ky-da-khoa`) without one there. Left aside elsewhere. */
const lateReason = line(500).optional();
const amount = z.number().min(0).max(1e12).nullable();
const httpAddress = line(2000).refine(
  (value) => /^https?:\/\/[^\s]+$/i.test(value),
  'Đường link phải bắt đầu bằng http:// hoặc https://',
);

export const workContract = {
  mine: endpoint({
    method: 'GET',
    path: '/mine',
    params: none,
    query: z.object({ person: id, window: id, plan: id }),
    body: null,
    answer: z.object({ items: z.array(workItem) }),
  }),
  /** Writes a person's entry for a task and window. `revision` null when there was none. */
  saveProgress: endpoint({
    method: 'PUT',
    path: '/progress',
    params: none,
    query: none,
    body: z.object({
      taskId: id,
      windowId: id,
      revision: revision.nullable(),
      state: progressState,
      doneText: paragraphs(8000),
      numerator: amount,
      denominator: amount,
      measure: line(100),
      obstacle: paragraphs(4000),
      proposal: paragraphs(4000),
      /** Why it is written after the window was locked; refused (`ky-da-khoa`) without one then. Left out: an earlier reason stays. */
      lateReason: paragraphs(500).optional(),
    }),
    answer: written,
  }),
  evidence: endpoint({
    method: 'GET',
    path: '/evidence',
    params: none,
    query: z.object({ task: id.optional(), window: id.optional(), q: line(200).optional() }),
    body: null,
    answer: z.object({ evidence: z.array(evidenceView), totalFiles: z.number(), totalBytes: z.number() }),
  }),
  /** Stores a file once by content; `known` says its bytes were already there. With task and window it is linked at once. */
  addFile: endpoint({
    method: 'PUT',
    path: '/evidence/file',
    params: none,
    query: z.object({ name: filledLine(255), task: id.optional(), window: id.optional(), lateReason }),
    body: { rawBytes: 512 * 1024 * 1024 },
    answer: z.object({ evidence: evidenceView, known: z.boolean(), batchId: id }),
  }),
  addLink: endpoint({
    method: 'POST',
    path: '/evidence/link',
    params: none,
    query: none,
    body: z.object({
      title: filledLine(300),
      url: httpAddress,
      /** The day the page was looked at. */
      seenOn: dateOrEmpty.optional(),
      taskId: id.nullable(),
      windowId: id.nullable(),
      lateReason,
    }),
    answer: z.object({ evidence: evidenceView, batchId: id }),
  }),
  addDocument: endpoint({
    method: 'POST',
    path: '/evidence/document',
    params: none,
    query: none,
    body: z.object({
      title: filledLine(300),
      number: line(60),
      date: z.string().max(10),
      excerpt: line(500),
      issuer: line(200).optional(),
      taskId: id.nullable(),
      windowId: id.nullable(),
      lateReason,
    }),
    answer: z.object({ evidence: evidenceView, batchId: id }),
  }),
  changeEvidence: endpoint({
    method: 'PATCH',
    path: '/evidence/:id',
    params: byId,
    query: none,
    body: z.object({ revision, title: filledLine(300), sensitive: z.boolean() }),
    answer: written,
  }),
  /** The register of a document, the kind of proof, when and how a link was seen. A field left out stays as it is. */
  registerEvidence: endpoint({
    method: 'PATCH',
    path: '/evidence/:id/register',
    params: byId,
    query: none,
    body: z.object({
      revision,
      number: line(60).optional(),
      date: dateOrEmpty.optional(),
      issuer: line(200).optional(),
      excerpt: line(500).optional(),
      /** Null goes back to what name and type suggest. */
      proofKind: proofKind.nullable().optional(),
      seenOn: dateOrEmpty.optional(),
      screenshotId: id.nullable().optional(),
    }),
    answer: written,
  }),
  /** Lets a sensitive proof go into bundles, with the reason; an empty one keeps it here again. */
  allowInBundle: endpoint({
    method: 'PUT',
    path: '/evidence/:id/bundle-reason',
    params: byId,
    query: none,
    body: z.object({ revision, reason: line(500) }),
    answer: written,
  }),
  linkEvidence: endpoint({
    method: 'POST',
    path: '/evidence/:id/links',
    params: byId,
    query: none,
    body: z.object({ taskId: id, windowId: id, lateReason }),
    answer: written,
  }),
  unlinkEvidence: endpoint({
    method: 'DELETE',
    path: '/evidence-links/:id',
    params: byId,
    query: z.object({ lateReason }),
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** A short-lived address on the evidence origin; `download` asks for an attachment. */
  viewEvidence: endpoint({
    method: 'POST',
    path: '/evidence/:id/view',
    params: byId,
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
