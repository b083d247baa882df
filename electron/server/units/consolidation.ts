/** What a superior's screens and documents say over many units: gathers the received reports for `shared/consolidation`. */
import { readOffice, readWindows } from '../../../db/queries/office.ts';
import {
  listReceived,
  receivedOfWindow,
  receivedProofs,
  receivedRows,
  receivedRowsByProof,
  receivedWindows,
} from '../../../db/queries/received.ts';
import { allTaskTexts } from '../../../db/queries/tasks.ts';
import type { BundleRow } from '../../../shared/bundle/manifest-v1.ts';
import { buildConsolidated } from '../../../shared/consolidation/build-consolidated.ts';
import { type Consolidated, consolidate } from '../../../shared/consolidation/consolidated.ts';
import { type ProofPlace, type RepeatedProof, repeatedProof } from '../../../shared/consolidation/repeated-proof.ts';
import { reportedFigures } from '../../../shared/consolidation/row-figures.ts';
import type { UnitReport } from '../../../shared/consolidation/unit-report.ts';
import { type Arrival, type WallCell, type WallWindow, wallCells } from '../../../shared/consolidation/wall.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { issuerLines, officeName, unitName } from '../../../shared/office/unit.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { compareVi } from '../../../shared/text/fold.ts';
import { type Deps, today } from '../core/deps.ts';

export type NamedUnit = { readonly unitId: string; readonly unitName: string; readonly bareName: string };
export type NamedWindow = WallWindow & { readonly label: string; readonly fromDate: string };

/** Units that report to this office, in dictionary order. */
export function reportingUnits(deps: Deps): NamedUnit[] {
  return (readOffice(deps.db)?.subordinates ?? [])
    .map(({ id, kind, name }) => ({ unitId: id, unitName: unitName({ kind, name }), bareName: name }))
    .sort((a, b) => compareVi(a.bareName, b.bareName));
}

/**
 * Windows the wall can show: those this office keeps, and those that came with a bundle. The due date is the office's own word for
 * its units; where it has none, what the newest bundle says.
 */
export function wallWindows(deps: Deps): NamedWindow[] {
  const own = readWindows(deps.db).map(({ key, label, fromDate, toDate, dueDate, dueStrict }) => ({
    key,
    label,
    fromDate,
    toDate,
    dueDate,
    dueStrict,
  }));
  const came = receivedWindows(deps.db);
  const known = new Map(own.map((window) => [window.key, window]));
  for (const window of came) {
    const mine = known.get(window.key);
    if (!mine) known.set(window.key, { ...window, dueStrict: false });
    else if (mine.dueDate === null) known.set(window.key, { ...mine, dueDate: window.dueDate });
  }
  return [...known.values()].sort((a, b) => compareWindows(a, b));
}

const compareWindows = (a: NamedWindow, b: NamedWindow): number =>
  a.toDate === b.toDate ? (a.fromDate < b.fromDate ? 1 : -1) : a.toDate < b.toDate ? -1 : 1;

export function arrivals(deps: Deps): Arrival[] {
  return listReceived(deps.db).map(({ unitId, windowKey, receivedAt, sequence, state, superseded }) => ({
    unitId,
    windowKey,
    receivedOn: dateInVietnam(receivedAt),
    sequence,
    state,
    superseded,
  }));
}

export type ConsolidatedWindow = {
  readonly window: NamedWindow;
  readonly cells: readonly WallCell[];
  readonly content: Consolidated;
};

/** Null for a window that nobody knows. `keepRows` for documents; screens show sums alone. */
export function consolidatedWindow(deps: Deps, windowKey: string, keepRows: boolean): ConsolidatedWindow | null {
  const window = wallWindows(deps).find(({ key }) => key === windowKey);
  if (!window) return null;
  const units = reportingUnits(deps);
  const cells = wallCells(
    units.map(({ unitId }) => unitId),
    [window],
    arrivals(deps),
    today(deps),
  );
  return { window, cells, content: consolidate(units, cells, reportsOf(deps, windowKey, units), keepRows) };
}

/** In the order of the units, whatever the order of arrival (CO7). */
function* reportsOf(deps: Deps, windowKey: string, units: readonly NamedUnit[]): Generator<UnitReport> {
  const received = new Map(receivedOfWindow(deps.db, windowKey).map((report) => [report.unitId, report]));
  const read = receivedRows(deps.db);
  const ownTexts = allTaskTexts(deps.db);
  for (const unit of units) {
    const report = received.get(unit.unitId);
    if (!report) continue;
    const { id, receivedAt } = report;
    yield {
      ...unit,
      receivedId: id,
      receivedOn: dateInVietnam(receivedAt),
      rows: read(id).map((row) => rowOf(row, ownTexts)),
    };
  }
}

/** Only what adding up and printing need: a row of a bundle carries more. */
const rowOf = (row: BundleRow, ownTexts: ReadonlyMap<string, string>): UnitReport['rows'][number] => ({
  ...answeredTask(row, ownTexts),
  taskId: row.taskId,
  no: row.no,
  area: row.area,
  component: row.component,
  text: row.text,
  lead: row.lead,
  time: row.time,
  state: row.state,
  doneText: row.doneText,
  obstacle: row.obstacle,
  proposal: row.proposal,
  evidenceIds: row.evidenceIds,
  figures: reportedFigures(row),
});

/** CO3: which task of our plan a row answers, in our words. */
function answeredTask({ superiorTaskId }: BundleRow, ownTexts: ReadonlyMap<string, string>) {
  const id = typeof superiorTaskId === 'string' ? superiorTaskId : null;
  return { superiorTaskId: id, superiorText: id === null ? undefined : ownTexts.get(id) };
}

/** The consolidated report as it prints; null for a window that nobody knows or an office not set up. */
export function consolidatedDocument(deps: Deps, found: ConsolidatedWindow): OfficialDocument | null {
  const office = readOffice(deps.db);
  if (!office) return null;
  const unit = office.unit;
  const { superior } = office;
  const superiorName = superior ? officeName(superior) : '';
  const { window, content } = found;
  return buildConsolidated({
    office: { issuer: issuerLines(unit), name: officeName(unit), place: office.office.place, superior: superiorName },
    subject: 'thực hiện Kế hoạch nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI)',
    window: { label: window.label, from: window.fromDate, to: window.toDate, due: window.dueDate },
    content,
    recipients: [...(superiorName ? [superiorName] : []), 'Thường trực Đảng ủy, HĐND', 'Lưu: VT.'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: office.office.chairTitle, name: office.office.chairName },
    number: null,
    date: null,
  });
}

/** The same file as proof in several units, windows or rows, over everything that counts. */
export function repeatedProofOf(deps: Deps): RepeatedProof[] {
  const proofs = receivedProofs(deps.db);
  const times = new Map<string, number>();
  for (const { sha256 } of proofs) times.set(sha256, (times.get(sha256) ?? 0) + 1);
  const names = new Map(reportingUnits(deps).map(({ unitId, unitName: name }) => [unitId, name]));
  const rowsOf = rowsByEvidence(deps);
  const places = proofs.flatMap((proof): ProofPlace[] =>
    rowsOf(proof.receivedId, proof.evidenceId).map(({ taskId, text }) => ({
      sha256: proof.sha256,
      title: proof.title,
      unitId: proof.unitId,
      unitName: names.get(proof.unitId) ?? '',
      windowKey: proof.windowKey,
      receivedId: proof.receivedId,
      taskId,
      task: text,
    })),
  );
  return repeatedProof(places);
}

type RowName = { readonly taskId: string; readonly text: string };

/** Rows of a received report by the proof they name; each report's rows are read once. */
function rowsByEvidence(deps: Deps): (receivedId: string, evidenceId: string) => readonly RowName[] {
  const read = receivedRowsByProof(deps.db);
  const known = new Map<string, Map<string, RowName[]>>();
  return (receivedId, evidenceId) => {
    const rows = known.get(receivedId) ?? group(read(receivedId));
    known.set(receivedId, rows);
    return rows.get(evidenceId) ?? [];
  };
}

function group(rows: readonly (RowName & { evidenceId: string })[]): Map<string, RowName[]> {
  const grouped = new Map<string, RowName[]>();
  for (const { evidenceId, taskId, text } of rows) {
    const known = grouped.get(evidenceId);
    if (known) known.push({ taskId, text });
    else grouped.set(evidenceId, [{ taskId, text }]);
  }
  return grouped;
}
