/** Bundles that came in, one row each, whatever became of them: what the ledger lists. */
import type { Database } from '../open.ts';
import { flag, number, select, text } from '../rows.ts';
import * as schema from '../schema/index.ts';

export type ArrivalRow = {
  id: string;
  unitId: string;
  title: string;
  windowLabel: string;
  sequence: number;
  /** Empty, and `bytes` 0, where the file's name was not kept. */
  fileName: string;
  bytes: number;
  digest: string;
  at: number;
  /** As stored: the state of a report, the verdict of an answer; else empty. */
  state: string;
  superseded: boolean;
  /** Why a report was withdrawn; else empty. */
  reason: string;
};

const { receivedReport, receivedRecall, receivedVerdict, superiorPlan } = schema;
const nothing = text("''");

export const reportArrivals = ({ sqlite }: Database): ArrivalRow[] => {
  const {
    id,
    unitId,
    windowLabel,
    sequence,
    fileName,
    bytes,
    digest,
    receivedAt: at,
    state,
    superseded,
  } = receivedReport;
  const title = text("'Báo cáo ' || window_label");
  return select(
    sqlite,
    { id, unitId, title, windowLabel, sequence, fileName, bytes, digest, at, state, superseded, reason: nothing },
    'from received_report',
  ).all();
};

/** What was not kept of anything but a report: its file. */
const noFile = { fileName: nothing, bytes: number('0') };

export const recallArrivals = ({ sqlite }: Database): ArrivalRow[] => {
  const { id, unitId, title, windowLabel, sequence, digest, receivedAt: at, reason } = receivedRecall;
  const state = text("'thu-hoi'");
  return select(
    sqlite,
    { ...noFile, id, unitId, title, windowLabel, sequence, digest, at, state, superseded: flag('0'), reason },
    'from received_recall',
  ).all();
};

export const verdictArrivals = ({ sqlite }: Database): ArrivalRow[] => {
  const { id, unitId, sequence, digest, receivedAt: at, verdict: state, superseded } = receivedVerdict;
  const title = text("coalesce(json_extract(data, '$.answers.title'), '')");
  const windowLabel = text("coalesce(json_extract(data, '$.window.label'), '')");
  return select(
    sqlite,
    { ...noFile, id, unitId, title, windowLabel, sequence, digest, at, state, superseded, reason: nothing },
    'from received_verdict',
  ).all();
};

export const planArrivals = ({ sqlite }: Database): ArrivalRow[] => {
  const { id, unitId, title, sequence, digest, receivedAt: at, superseded } = superiorPlan;
  const none = { windowLabel: nothing, state: nothing, reason: nothing };
  return select(
    sqlite,
    { ...noFile, ...none, id, unitId, title, sequence, digest, at, superseded },
    'from superior_plan',
  ).all();
};
