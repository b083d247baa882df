/**
 * What is frozen with a report, version 1, as it lies in the data of offices. FROZEN: reports frozen with it are printed and sent for years.
 * It leans on no model that goes on growing: the document's nodes stand here as they were. A new field comes as an optional one; what changes
 * the meaning of a field is version 2 beside this file. It asks for the form and not for lengths: what was frozen once must stay readable.
 */
import { z } from 'zod';

const words = z.string();
const lines = z.array(words);
const whole = z.number().int();

const runs = z.array(z.looseObject({ text: words, bold: z.boolean().optional(), italic: z.boolean().optional() }));

const day = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('full'), date: words }),
  z.looseObject({ kind: z.literal('blank'), month: whole.nullable(), year: whole.nullable() }),
]);

const level4 = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const level2 = z.union([z.literal(1), z.literal(2)]);

const signing = z.discriminatedUnion('form', [
  z.looseObject({ form: z.literal('direct'), position: words }),
  z.looseObject({ form: z.literal('TM'), body: words, position: words }),
  z.looseObject({ form: z.literal('KT'), body: words.nullable(), head: words, position: words }),
  z.looseObject({ form: z.literal('Q'), body: words.nullable(), position: words }),
  z.looseObject({ form: z.literal('TL'), head: words, position: words }),
  z.looseObject({ form: z.literal('TUQ'), head: words, position: words }),
  z.looseObject({ form: z.literal('asWritten'), lines }),
]);

const cell = z.looseObject({
  paragraphs: z.array(runs),
  columnSpan: whole.default(1),
  rowSpan: whole.default(1),
});

const node = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('officialHead'),
    superior: words.nullable(),
    issuer: lines,
    number: words.nullable(),
    symbol: words,
    place: words,
    date: day,
  }),
  z.looseObject({ type: z.literal('typeTitle'), typeName: words, subject: lines }),
  z.looseObject({ type: z.literal('addressees'), names: lines }),
  z.looseObject({ type: z.literal('basis'), lines }),
  z.looseObject({ type: z.literal('heading'), level: level4, label: words, text: words }),
  z.looseObject({ type: z.literal('paragraph'), runs }),
  z.looseObject({ type: z.literal('listItem'), level: level2, marker: words, runs }),
  z.looseObject({
    type: z.literal('table'),
    columns: z.array(z.looseObject({ share: z.number(), align: z.enum(['left', 'center', 'justify']) })),
    headerRows: whole,
    labelColumns: whole.default(0),
    size: z.number().optional(),
    rows: z.array(z.array(cell)),
  }),
  z.looseObject({ type: z.literal('signatureBlock'), recipients: lines, signing, name: words }),
  z.looseObject({
    type: z.literal('partySignatures'),
    parties: z.array(z.looseObject({ title: words, name: words })),
  }),
  z.looseObject({
    type: z.literal('annexHead'),
    label: words,
    title: lines,
    attachedTo: z.looseObject({
      typeName: words,
      number: words.nullable(),
      symbol: words,
      date: day,
      issuer: words,
    }),
  }),
]);

const document = z.looseObject({
  title: words,
  sections: z.array(z.looseObject({ orientation: z.enum(['portrait', 'landscape']), nodes: z.array(node) })),
});

/** One task as it will be sent; fields as in the bundle's data (`bundle/manifest-v1.ts`), unknown ones kept. */
const row = z.looseObject({
  taskId: words,
  groupId: words,
  no: words,
  area: words,
  component: words,
  text: words,
  results: lines,
  lead: words,
  executors: lines,
  time: words,
  state: z.enum(['chua', 'dang-lam', 'xong', 'khong-phat-sinh']).nullable(),
  doneText: words,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  measure: words,
  obstacle: words,
  proposal: words,
  lateReason: words.optional(),
  revision: whole,
  evidenceIds: lines,
});

const evidence = z.looseObject({
  id: words,
  kind: z.enum(['file', 'link', 'document', 'activity']),
  title: words,
  fileName: words.nullable(),
  mediaType: words.nullable(),
  sha256: words.nullable(),
  bytes: whole.nullable(),
  path: words.nullable(),
  withheld: z.enum(['sensitive', 'size', 'missing']).nullable(),
  url: words.nullable(),
  number: words.nullable(),
  symbol: words.nullable(),
  date: words.nullable(),
  excerpt: words.nullable(),
});

export const frozenReportV1 = z.looseObject({
  version: z.literal(1),
  document,
  data: z.looseObject({
    plan: z.looseObject({
      id: words,
      year: whole,
      number: words,
      date: words,
      title: words,
      areas: z.array(z.looseObject({ no: words, name: words, components: lines })),
    }),
    window: z.looseObject({ key: words, label: words, from: words, to: words, due: words.nullable() }),
    report: z.looseObject({
      id: words,
      version: whole,
      number: words,
      date: words,
      title: words,
      sections: z.array(z.looseObject({ heading: words, text: words })),
    }),
    rows: z.array(row),
    evidence: z.array(evidence),
  }),
});
export type FrozenReportV1 = z.infer<typeof frozenReportV1>;
