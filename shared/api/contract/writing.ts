/** Writing a plan in the program: its words saved as one act, the page it prints, new plans from a template or from last year's. */
import { z } from 'zod';
import { bodyBlock } from '../../plan/body-blocks.ts';
import type { WrittenSection } from '../../plan/written-blocks.ts';
import { templateKey } from '../../templates/templates.ts';
import { dateOrEmpty, filledLine, id, line, nothing, paragraphs, revision } from '../common.ts';
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

export const nextYearView = z.object({
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
  /** Makes the plan of the next year as one undoable act; `keep` names done tasks that are wanted again. */
  nextYear: endpoint({
    method: 'POST',
    path: '/plans/:id/next-year',
    params: byId,
    query: nothing,
    body: z.object({ keep: z.array(id).max(5000) }),
    answer: keptView.extend({ notMoved: z.array(notMovedView) }),
  }),
};

/** What stands in the plan now, in the details of a `da-doi` refusal of `save`. */
export const staleBody = z.object({ current: planView });
