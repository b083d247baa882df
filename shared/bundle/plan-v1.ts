/**
 * A plan issued downward, version 1: the superior's plan with ids that stay the same from sending to sending, the reporting
 * regimes it sets and the set of areas it uses. FROZEN like `manifest-v1.ts`. Rules BN79 to BN84 of SPEC.md.
 */
import { z } from 'zod';
import {
  chain,
  count,
  dateOrEmpty,
  format,
  id,
  list,
  name,
  payloadPath,
  sender,
  sha256,
  text,
  words,
} from './fields-v1.ts';

/**
 * A block of a section: a plain paragraph as a text, anything richer as an object with its words in `text` and its look in the
 * fields its `type` has (`rich`, `table`). Who does not know the type prints `text`.
 */
export const planBlock = z.union([
  text(20_000),
  z.looseObject({ type: z.string().regex(/^[a-z-]{1,40}$/), text: text(400_000) }),
]);
export type PlanBlock = z.infer<typeof planBlock>;

/** Stable code of an area or component in the set of areas (`taxonomy`); null where the plan uses a name of its own. */
const code = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .nullable();

export const planSection = z.looseObject({
  id,
  /** Null for a section of the first level; otherwise a section that stands earlier in the list. */
  parentId: id.nullable(),
  label: text(40),
  heading: text(2_000),
  blocks: z.array(planBlock).max(5_000),
});

export const planTask = z.looseObject({
  /** Stays the same in every later sending of this plan. */
  id,
  text: words,
  /** Null: as the group says. */
  lead: text(2_000).nullable(),
  time: text(4_000).nullable(),
  /** Whether each subordinate unit has to do it, or only the issuing office; null where the plan does not say. */
  forUnits: z.boolean().nullable(),
});

export const planGroup = z.looseObject({
  id,
  /** Components the group belongs to, one as a rule; empty where the plan has no components. */
  componentIds: z.array(id).max(500),
  results: list(200),
  lead: text(2_000),
  executors: list(200),
  time: text(4_000),
  note: words,
  tasks: z.array(planTask).max(5_000),
});

export const planArea = z.looseObject({
  id,
  code,
  no: text(40),
  name: text(2_000),
  components: z.array(z.looseObject({ id, code, name: text(2_000) })).max(500),
  groups: z.array(planGroup).max(5_000),
});

const yearDay = z.looseObject({
  year: z.number().int().min(-1).max(1),
  day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
});
const dueDay = yearDay.extend({ strict: z.boolean() });
const wholeYear = z.number().int().min(1990).max(2200);

/** A reporting regime as data, the form of `shared/period/regime.ts` when this version was frozen. */
export const planRegime = z.looseObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: text(200).min(1),
  source: text(500).min(1),
  firstYear: wholeYear,
  lastYear: wholeYear.nullable(),
  reporter: text(200),
  recipient: text(200),
  via: text(200),
  partOf: text(200),
  note: text(500),
  windows: z
    .array(
      z.looseObject({
        suffix: z.string().regex(/^(Q[1-4]|H[12]|M9|T(0[1-9]|1[0-2])|Y)$/),
        kind: z.enum(['thang', 'quy', '6-thang', '9-thang', 'nam']),
        from: yearDay,
        to: yearDay,
        due: dueDay.nullable(),
        superiorDue: dueDay.nullable(),
      }),
    )
    .min(1)
    .max(40),
});

export const planBundle = z.looseObject({
  format,
  /** `replaces`: the earlier sending of this plan to the same receiver. */
  bundle: z.looseObject({ ...chain, kind: z.literal('plan'), purpose: z.enum(['new', 'replacement']) }),
  sender,
  /** `unitId` null: for every subordinate unit alike. */
  receiver: z.looseObject({ unitId: id.nullable(), name }),
  plan: z.looseObject({
    id,
    year: wholeYear,
    number: text(200),
    date: dateOrEmpty,
    place: text(500),
    issuer: text(2_000),
    title: text(2_000),
    basis: list(500),
    preamble: list(500),
    closing: list(500),
    recipients: list(500),
    signer: z.looseObject({ authority: text(500), title: text(500), name }),
    sections: z.array(planSection).max(5_000),
    areas: z.array(planArea).max(500),
    /** The plan as signed (PDF) or as a Word file, where it travels along. */
    files: z
      .array(z.looseObject({ path: payloadPath, sha256, bytes: count, title: text(2_000), mediaType: text(200) }))
      .max(50),
  }),
  regimes: z.array(planRegime).max(20),
  /** The set of areas the codes above come from; null where the plan uses none. */
  taxonomy: z
    .looseObject({
      id: z.string().regex(/^[a-z0-9-]{1,80}$/),
      name: text(500),
      source: text(500),
      areas: z
        .array(
          z.looseObject({
            code: code.unwrap(),
            name: text(2_000),
            components: z.array(z.looseObject({ code: code.unwrap(), name: text(2_000) })).max(500),
          }),
        )
        .max(500),
    })
    .nullable(),
});
export type PlanBundle = z.infer<typeof planBundle>;

/** How many tasks a plan holds, whoever they are for. */
export const taskCount = ({ areas }: Pick<PlanBundle['plan'], 'areas'>): number =>
  areas.reduce((sum, { groups }) => sum + groups.reduce((all, { tasks }) => all + tasks.length, 0), 0);
