/** The wall of units and windows, the sums of a window, and the superior's report as Word or Excel. */
import type { Hono } from 'hono';
import { listReceived } from '../../../db/queries/received.ts';
import type { WallWindowView } from '../../../shared/api/contract/consolidation.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { onTimeRate, type WallCell, wallCells } from '../../../shared/consolidation/wall.ts';
import { consolidatedXlsx } from '../../documents/write/consolidated-xlsx.ts';
import { renderWord } from '../../work/tasks.ts';
import { type Deps, today } from '../core/deps.ts';
import { fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { newestKept } from '../core/newest-kept.ts';
import { refuse } from '../core/refusal.ts';
import {
  arrivals,
  consolidatedDocument,
  consolidatedWindow,
  type NamedWindow,
  repeatedProofOf,
  reportingUnits,
  wallWindows,
} from './consolidation.ts';

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file is fetched at once after it was made; a few stay for a slow window. */
const keptFiles = 4;

/** The list is for looking at, not for going through thousands of places. */
const shownProofs = 500;
const shownPlaces = 50;

export function consolidationRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { consolidation } = contract;

  implement(app, deps, consolidation.wall, () => {
    const units = reportingUnits(deps);
    const windows = wallWindows(deps);
    const came = arrivals(deps);
    const cells = wallCells(
      units.map(({ unitId }) => unitId),
      windows,
      came,
      today(deps),
    );
    const received = currentReports(deps);
    return {
      units: units.map(({ unitId, unitName }) => ({ id: unitId, name: unitName })),
      windows: windows.map((window) =>
        windowView(
          window,
          cells.filter(({ windowKey }) => windowKey === window.key),
        ),
      ),
      cells: cells.map((cell) => ({ ...cell, receivedId: received.get(`${cell.unitId} ${cell.windowKey}`) ?? null })),
    };
  });

  implement(app, deps, consolidation.view, ({ query }) => {
    const found = consolidatedWindow(deps, query.window, false);
    if (!found) return refuse('khong-tim-thay');
    const { window, cells, content } = found;
    const received = new Map(content.reports.map(({ unitId, receivedId }) => [unitId, receivedId]));
    return {
      window: windowView(window, cells),
      asOf: content.asOf,
      units: content.wall.map(({ unitId, unitName }) => ({
        id: unitId,
        name: unitName,
        receivedId: received.get(unitId) ?? null,
      })),
      areas: content.areas.map(({ areaKey, area, all, units }) => ({ areaKey, area, all, units: [...units] })),
      sums: content.sums.map((sum) => ({
        ...sum,
        units: sum.units.map(({ unitId, numerator, denominator }) => ({ unitId, numerator, denominator })),
        notArisen: [...sum.notArisen],
        silent: [...sum.silent],
        doubtful: [...sum.doubtful],
        outliers: [...sum.outliers],
      })),
    };
  });

  implement(app, deps, consolidation.repeatedProof, () => {
    const proofs = repeatedProofOf(deps);
    return {
      total: proofs.length,
      proofs: proofs.slice(0, shownProofs).map(({ places, ...proof }) => ({
        ...proof,
        places: places.slice(0, shownPlaces).map(({ unitName, windowKey, receivedId, taskId, task }) => ({
          unitName,
          windowKey,
          receivedId,
          taskId,
          task,
        })),
      })),
    };
  });

  const files = newestKept<{ bytes: Uint8Array; type: string; name: string }>(keptFiles);

  implement(app, deps, consolidation.make, ({ body }) => {
    const found = consolidatedWindow(deps, body.window, true);
    const document = found && consolidatedDocument(deps, found);
    if (!found || !document) return refuse('khong-tim-thay');
    const label = `Tổng hợp ${found.window.label}`;
    return deps.jobs.start({ kind: 'word', label, unit: 'steps', total: 1 }, async (control) => {
      control.progress('đang tạo tệp', 0, 1);
      const bytes =
        body.format === 'docx'
          ? await renderWord(document, { signal: control.signal, progress: () => undefined })
          : await consolidatedXlsx({ title: document.title, content: found.content, repeated: repeatedProofOf(deps) });
      const type = body.format === 'docx' ? wordType : excelType;
      files.add(control.id, { bytes, type, name: `tong-hop-${found.window.key}.${body.format}` });
      return { file: control.id };
    });
  });

  implement(app, deps, consolidation.file, ({ params }) => {
    const file = files.get(params.id);
    if (!file) return refuse('khong-tim-thay', undefined, 'Tệp này không còn trong bộ nhớ. Hãy tạo lại.');
    return fileAnswer(file.bytes, file.name, file.type);
  });
}

/** The report that counts, by unit and window. */
function currentReports(deps: Deps): Map<string, string> {
  const current = new Map<string, string>();
  for (const { id, unitId, windowKey, superseded, state } of listReceived(deps.db))
    if (!superseded && state !== 'thu-hoi') current.set(`${unitId} ${windowKey}`, id);
  return current;
}

function windowView(window: NamedWindow, cells: readonly WallCell[]): WallWindowView {
  const { key, label, fromDate, toDate, dueDate, dueStrict } = window;
  return {
    key,
    label,
    fromDate,
    toDate,
    dueDate,
    dueStrict,
    received: cells.filter(({ receivedOn }) => receivedOn !== null).length,
    expected: cells.length,
    ...onTimeRate(cells),
  };
}
