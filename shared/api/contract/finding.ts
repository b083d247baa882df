/** Finding anything of the office as people type it: without accents, abbreviations both ways, inside files. */
import { z } from 'zod';
import { id, line, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';

export const foundGroups = ['ke-hoach', 'nhiem-vu', 'minh-chung', 'hoat-dong', 'van-ban'] as const;
export type FoundGroup = (typeof foundGroups)[number];

export const foundItem = z.object({
  id,
  title: z.string(),
  context: z.string(),
  snippet: z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) }),
  /** The words stand inside the file, not in its name. */
  insideFile: z.boolean(),
  /** Hash path of the screen that shows it. */
  to: z.string(),
});
export type FoundItem = z.infer<typeof foundItem>;

export const findingContract = {
  find: endpoint({
    method: 'GET',
    path: '/find',
    params: nothing,
    query: z.object({ q: line(200), plan: id.optional() }),
    body: null,
    answer: z.object({
      groups: z.array(z.object({ group: z.enum(foundGroups), items: z.array(foundItem) })),
      /** Stored files whose words are not read yet, so that "nothing found" is not taken for certain. */
      unreadFiles: z.number(),
    }),
  }),
};
