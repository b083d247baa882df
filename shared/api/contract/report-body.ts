/** A report written as one document: its sections saved as one act, its template, who signs and who receives it. */
import { z } from 'zod';
import { bodyBlock } from '../../body/body-blocks.ts';
import { ownKey } from '../../report/own-sections.ts';
import { reportTemplate } from '../../report/templates.ts';
import { filledLine, id, line, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { reportView } from './reports.ts';

const nothing = z.object({});
const byId = z.object({ id });

const writtenSection = z
  .object({
    key: z.string().min(1).max(200),
    /** Of own sections; what generated ones are called is the program's. */
    heading: line(4000),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** Null where nobody touched it. */
    blocks: z.array(bodyBlock).max(2000).nullable(),
  })
  .refine(({ key, heading }) => !key.startsWith('own:') || (ownKey.test(key) && heading !== ''));

export const reportBodyContract = {
  /**
   * Saves the sections in their order as one undoable act (RE18). Refused: `dang-chot` for a frozen report, `da-doi` with the report as
   * it stands now when somebody saved meanwhile.
   */
  save: endpoint({
    method: 'PUT',
    path: '/reports/:id/body',
    params: byId,
    query: nothing,
    body: z.object({ revision, sections: z.array(writtenSection).max(1000) }),
    answer: z.object({ id, revision, batchId: id.nullable() }),
  }),
  /** Template, signer and recipients; null follows the window and the office again. What is not named stays. */
  setting: endpoint({
    method: 'PATCH',
    path: '/reports/:id/setting',
    params: byId,
    query: nothing,
    body: z.object({
      revision,
      template: reportTemplate.nullable().optional(),
      signer: z
        .object({ authority: line(200), title: paragraphs(200), name: line(100) })
        .nullable()
        .optional(),
      recipients: z.array(filledLine(500)).max(100).nullable().optional(),
    }),
    answer: written,
  }),
};

/** What stands in the report now, in the details of a `da-doi` refusal of `save`. */
export const staleReport = z.object({ current: reportView });
