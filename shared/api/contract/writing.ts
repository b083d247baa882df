/** Writing a plan in the program: its words saved as one act, the page it prints, new plans from a template or from last year's. */
import { z } from 'zod';
import { bodyBlock } from '../../body/body-blocks.ts';
import type { WrittenSection } from '../../body/written-blocks.ts';
import { carryKind, planOrigin } from '../../plan/turn-year.ts';
import { templateKey } from '../../templates/templates.ts';
import { dateOrEmpty, filledLine, id, line, nothing, paragraphs, revision } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { keptView, planView } from './plans.ts';

const text = paragraphs(20_000);
const blocks = z.array(bodyBlock).max(2000);
const byId = z.object({ id });

/** Deeper than any plan; a tree without an end is refused. */
const deepest = 12;

const section = (depth: number): z.ZodType<WrittenSection> =>
  z.object({
    /** A section of the plan stays the same record; any other word stands for a new one. */
    id: z.union([id, z.literal('')]),
    label: line(40),
    heading: line(4000),
    paragraphs: blocks,
    children: depth === deepest ? z.array(z.never()) : z.lazy(() => z.array(section(depth + 1)).max(2000)),
  }) as z.ZodType<WrittenSection>;

export const writtenHead = z.object({
  number: line(60),
  date: dateOrEmpty,
  place: line(100),
  title: filledLine(500),
  basis: z.array(filledLine(4000)).max(200),
  preamble: z.array(text).max(200),
  closing: z.array(text).max(200),
  /** Left as it is where it is not said. */
  annexTitle: z.array(filledLine(500)).max(6).optional(),
  recipients: z.array(filledLine(500)).max(100),
  signer: z.object({ authority: line(200), title: paragraphs(200), name: line(100) }),
});
export type WrittenHead = z.infer<typeof writtenHead>;

export const notMovedView = z.object({
  where: z.string(),
  text: z.string(),
  why: z.enum(['citation', 'event', 'date']),
});

const papiPart = z.object({ code: z.string(), name: z.string(), area: z.string() });

export const nextYearView = z.object({
  /** Every task of the old plan, in its order, with what is proposed and why. */
  tasks: z.array(
    z.object({
      id,
      text: z.string(),
      area: z.string(),
      time: z.string(),
      /** Its time in the new year. */
      timeNext: z.string(),
      kind: carryKind,
      take: z.boolean(),
      reason: z.string(),
      /** Who it stays assigned to; null when it is assigned to nobody, or to somebody who left. */
      assignee: z.string().nullable(),
      /** Ids of the sets of areas that have no place for it. */
      placelessIn: z.array(z.string()),
    }),
  ),
  taxonomies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      confirmed: z.boolean(),
      kept: z.number(),
      gone: z.array(papiPart),
      added: z.array(papiPart),
    }),
  ),
  year: z.number(),
  title: z.string(),
  carried: z.number(),
  /** Done once and for all; left out unless asked for. */
  done: z.array(z.object({ id, text: z.string() })),
  notMoved: z.array(notMovedView),
});
export type NextYearView = z.infer<typeof nextYearView>;

export const writingContract = {
  /** Saves head and sections as one undoable act. Refused (`da-doi`) with the plan as it stands now when somebody saved meanwhile. */
  save: endpoint({
    method: 'PUT',
    path: '/plans/:id/body',
    params: byId,
    query: nothing,
    body: z.object({ revision, head: writtenHead, sections: z.array(section(1)).max(2000) }),
    answer: z.object({
      id,
      revision,
      /** null where nothing had changed. */
      batchId: id.nullable(),
      /** Records made for the new sections, by the word that stood for them. */
      made: z.record(z.string(), id),
    }),
  }),
  /** The plan as it prints, as a page for the printer and one for a sandboxed frame. */
  document: endpoint({
    method: 'GET',
    path: '/plans/:id/document',
    params: byId,
    query: nothing,
    body: null,
    answer: z.object({ html: z.string(), previewHtml: z.string(), revision }),
  }),
  word: endpoint({
    method: 'GET',
    path: '/plans/:id/word',
    params: byId,
    query: nothing,
    body: null,
    answer: 'bytes',
  }),
  fromTemplate: endpoint({
    method: 'POST',
    path: '/plans/from-template',
    params: nothing,
    query: nothing,
    body: z.object({ template: templateKey, year: z.number().int().min(2000).max(2100) }),
    answer: keptView,
  }),
  /** What the plan of the next year would be. Changes nothing. */
  seeNextYear: endpoint({
    method: 'GET',
    path: '/plans/:id/next-year',
    params: byId,
    query: nothing,
    body: null,
    answer: nextYearView,
  }),
  /** Where a plan made from the year before comes from; null for every other plan. */
  origin: endpoint({
    method: 'GET',
    path: '/plans/:id/origin',
    params: byId,
    query: nothing,
    body: null,
    answer: z.object({ origin: planOrigin.nullable() }),
  }),
  /** Makes the plan of the next year as one undoable act; `keep` names done tasks that are wanted again, `leave` others that are not. */
  nextYear: endpoint({
    method: 'POST',
    path: '/plans/:id/next-year',
    params: byId,
    query: nothing,
    body: z.object({
      keep: z.array(id).max(5000),
      leave: z.array(id).max(5000).default([]),
      /** The set of areas to follow, and which of its new parts to add empty, by code. */
      taxonomyId: z.string().max(60).nullable().default(null),
      add: z.array(z.string().max(60)).max(200).default([]),
    }),
    answer: keptView.extend({ notMoved: z.array(notMovedView) }),
  }),
};

/** What stands in the plan now, in the details of a `da-doi` refusal of `save`. */
export const staleBody = z.object({ current: planView });
