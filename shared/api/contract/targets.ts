/** Results of a group: targets with their figures, proof asked for, and what a person corrected. */
import { z } from 'zod';
import { chosenTarget } from '../../target/group-targets.ts';
import { proofKind, target } from '../../target/target.ts';
import { id, line, nothing, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';

const verdict = z.enum(['met', 'missed', 'no-case', 'open', 'running']);
const amount = z.number().min(0).max(1e12).nullable();
const resultWords = paragraphs(20_000);

/** A figure of some days with what it means. `text` has both counts and the share; null while a number is missing. */
const judgedFigure = z.object({
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  text: z.string().nullable(),
  verdict,
  /** Labels of the windows it was put together from; one when it is a window's own. */
  from: z.array(z.string()),
});

export const targetView = z.object({
  key: z.string(),
  target,
  gathering: z.enum(['sum', 'newest']),
  /** What is measured, and what is asked of it, in words. */
  measured: z.string(),
  asked: z.string(),
  /** As entered for this very window. */
  own: z
    .object({ numerator: z.number().nullable(), denominator: z.number().nullable(), note: z.string(), revision })
    .nullable(),
  window: judgedFigure,
  year: judgedFigure,
});
export type TargetView = z.infer<typeof targetView>;

export const proofItemView = z.object({
  kind: proofKind,
  state: z.enum(['co', 'thieu', 'giai-trinh']),
  proofs: z.array(z.object({ id: z.string(), title: z.string() })),
  reason: z.string(),
  reasonRevision: revision.nullable(),
});
export type ProofItemView = z.infer<typeof proofItemView>;

export const resultView = z.object({
  words: z.string(),
  corrected: z.boolean(),
  /** Revision of the correction; null while there is none. */
  choiceRevision: revision.nullable(),
  /** The targets as a correction starts from them. */
  chosen: z.array(chosenTarget),
  targets: z.array(targetView),
  proofs: z.array(proofItemView),
  /** Kinds the words name that a person marked as not needed. */
  notNeeded: z.array(proofKind),
  doubts: z.array(z.string()),
});
export type ResultView = z.infer<typeof resultView>;

/** Figures whose result was reworded: kept, shown, not counted. */
export const strayFigure = z.object({
  words: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

export const groupResults = z.object({
  groupId: id,
  windowId: id,
  results: z.array(resultView),
  stray: z.array(strayFigure),
});
export type GroupResults = z.infer<typeof groupResults>;

const none = nothing;

export const targetsContract = {
  results: endpoint({
    method: 'GET',
    path: '/results',
    params: none,
    query: z.object({ group: id, window: id }),
    body: null,
    answer: groupResults,
  }),
  /** Everything a plan's results still lack in a window: proof not there and not explained, targets without figures. */
  gaps: endpoint({
    method: 'GET',
    path: '/results/gaps',
    params: none,
    query: z.object({ plan: id, window: id }),
    body: null,
    answer: z.object({
      gaps: z.array(
        z.object({
          groupId: id,
          taskId: id.nullable(),
          task: z.string(),
          lead: z.string(),
          words: z.string(),
          missing: z.array(proofKind),
          explained: z.array(z.object({ kind: proofKind, reason: z.string() })),
          openTargets: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** The figures of a target in a window. `revision` null when there were none. */
  saveFigure: endpoint({
    method: 'PUT',
    path: '/results/figure',
    params: none,
    query: none,
    body: z.object({
      groupId: id,
      key: z.string().min(1).max(300),
      windowId: id,
      revision: revision.nullable(),
      numerator: amount,
      denominator: amount,
      note: line(500),
      /** Asked for where the window is locked (PE8). */
      lateReason: line(500).optional(),
    }),
    answer: written,
  }),
  /** What a person says a result asks for; null gives the words' own reading back. */
  saveChoice: endpoint({
    method: 'PUT',
    path: '/results/choice',
    params: none,
    query: none,
    body: z.object({
      groupId: id,
      words: resultWords,
      revision: revision.nullable(),
      targets: z.array(chosenTarget).max(40).nullable(),
      proofs: z.array(proofKind).max(20).nullable(),
    }),
    answer: written,
  }),
  /** Why a proof could not be had in a window; an empty reason takes it back. */
  saveReason: endpoint({
    method: 'PUT',
    path: '/results/reason',
    params: none,
    query: none,
    body: z.object({
      groupId: id,
      words: resultWords,
      kind: proofKind,
      windowId: id,
      revision: revision.nullable(),
      reason: line(1000),
    }),
    answer: z.object({ batchId: id }),
  }),
};
