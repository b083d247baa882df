/** What a superior sees over many units: the completeness wall, the sums, and proof that turns up twice. */
import { z } from 'zod';
import { wallStates } from '../../consolidation/wall.ts';
import { id, line, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

const none = nothing;
const windowKey = z.string().regex(/^\d{4}-[A-Za-z0-9]{1,16}$/);
const unitIds = z.array(z.string());

export const wallWindowView = z.object({
  key: z.string(),
  label: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  dueDate: z.string().nullable(),
  dueStrict: z.boolean(),
  /** Units whose report is there, all units, and how many kept the date of those that can be judged. */
  received: z.number(),
  expected: z.number(),
  onTime: z.number(),
  judged: z.number(),
});
export type WallWindowView = z.infer<typeof wallWindowView>;

export const wallCellView = z.object({
  unitId: z.string(),
  windowKey: z.string(),
  state: z.enum(wallStates),
  receivedOn: z.string().nullable(),
  onTime: z.boolean().nullable(),
  daysLate: z.number(),
  /** The report that counts, to open it. */
  receivedId: id.nullable(),
});
export type WallCellView = z.infer<typeof wallCellView>;

const stateCounts = z.object({
  chua: z.number(),
  'dang-lam': z.number(),
  xong: z.number(),
  'khong-phat-sinh': z.number(),
  trong: z.number(),
  tong: z.number(),
});

export const figureSumView = z.object({
  key: z.string(),
  areaKey: z.string(),
  area: z.string(),
  component: z.string(),
  task: z.string(),
  measure: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  units: z.array(z.object({ unitId: z.string(), numerator: z.number(), denominator: z.number().nullable() })),
  notArisen: unitIds,
  silent: unitIds,
  doubtful: z.array(z.object({ unitId: z.string(), reason: z.string() })),
  outliers: unitIds,
  asOf: z.string().nullable(),
});
export type FigureSumView = z.infer<typeof figureSumView>;

export const consolidationView = z.object({
  window: wallWindowView,
  asOf: z.string().nullable(),
  units: z.array(z.object({ id: z.string(), name: z.string(), receivedId: id.nullable() })),
  areas: z.array(
    z.object({
      areaKey: z.string(),
      area: z.string(),
      all: stateCounts,
      units: z.array(z.object({ unitId: z.string(), counts: stateCounts })),
    }),
  ),
  sums: z.array(figureSumView),
});
export type ConsolidationView = z.infer<typeof consolidationView>;

export const repeatedProofView = z.object({
  sha256: z.string(),
  title: z.string(),
  units: z.number(),
  windows: z.number(),
  rows: z.number(),
  /** The first places, most telling first; `rows` says how many there are. */
  places: z.array(
    z.object({
      unitName: z.string(),
      windowKey: z.string(),
      receivedId: id,
      taskId: z.string(),
      task: z.string(),
    }),
  ),
});
export type RepeatedProofView = z.infer<typeof repeatedProofView>;

export const consolidationContract = {
  wall: endpoint({
    method: 'GET',
    path: '/wall',
    params: none,
    query: none,
    body: null,
    answer: z.object({
      units: z.array(z.object({ id: z.string(), name: z.string() })),
      windows: z.array(wallWindowView),
      cells: z.array(wallCellView),
    }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/consolidation',
    params: none,
    query: z.object({ window: windowKey }),
    body: null,
    answer: consolidationView,
  }),
  repeatedProof: endpoint({
    method: 'GET',
    path: '/consolidation/repeated-proof',
    params: none,
    query: none,
    body: null,
    answer: z.object({ proofs: z.array(repeatedProofView), total: z.number() }),
  }),
  /** Makes the consolidated report; the job's result is `{ file: id }`, fetched once with `file`. */
  make: endpoint({
    method: 'POST',
    path: '/consolidation/files',
    params: none,
    query: none,
    body: z.object({ window: windowKey, format: z.enum(['docx', 'xlsx']) }),
    answer: jobView,
  }),
  file: endpoint({
    method: 'GET',
    path: '/consolidation/files/:id',
    params: z.object({ id: line(80) }),
    query: none,
    body: null,
    answer: 'bytes',
  }),
};
