/** Fills a superior's office with the reports of an invented province, as if each had been received as a bundle. */
import { createHash } from 'node:crypto';
import { readOffice } from '../../db/queries/office.ts';
import type { Deps } from '../../electron/server/core/deps.ts';
import { act } from '../../electron/server/core/deps.ts';
import { type ReportBundle, reportBundle } from '../../shared/bundle/manifest-v1.ts';
import { inventedProvince, window } from './invented-province.ts';

type Report = ReturnType<typeof inventedProvince>['reports'][number];

/** `windows` are keys like `2026-Q2`; the same reports come in each. Proof: one file of its own per row that is done, one shared by all units. */
export function fillProvince(deps: Deps, size: number, windows: readonly string[] = [window.key]): void {
  const { units, reports } = inventedProvince(size);
  const superiorId = readOffice(deps.db)?.unit.id ?? null;
  act(deps, { id: 'office', personId: null }, 'test.fill', 'Nạp tỉnh giả định', (batch) => {
    for (const { unitId, bareName } of units)
      batch.insert('unit', { id: unitId, kind: 'xa', name: bareName, superiorId, validFrom: null, validTo: null });
    for (const key of windows)
      for (const [at, report] of reports.entries()) {
        const data = bundleOf(report, key);
        batch.insert('receivedReport', {
          id: `${report.receivedId}-${key}`,
          unitId: report.unitId,
          windowKey: key,
          windowLabel: data.window.label,
          sequence: 1,
          bundleId: data.bundle.id,
          digest: sha(`${report.unitId} ${key}`),
          fingerprint: '',
          fileName: `${report.unitId}.zip`,
          bytes: 1000,
          receivedAt: Date.parse(`${report.receivedOn}T03:00:00Z`) + at,
          superseded: false,
          rowCount: data.rows.length,
          answeredCount: data.rows.length,
          evidenceCount: data.evidence.length,
          data,
        });
      }
  });
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the unit's program would send. */
export function bundleOf(report: Report, key: string): ReportBundle {
  const rows = report.rows.map((row, at) => {
    const [figure] = row.figures;
    return {
      ...row,
      groupId: row.taskId,
      results: [],
      executors: [],
      numerator: figure?.numerator ?? null,
      denominator: figure?.denominator ?? null,
      measure: figure?.measure ?? '',
      revision: 1,
      evidenceIds: row.state === 'xong' ? [`e${at}`, ...(at === 0 ? ['chung'] : [])] : [],
    };
  });
  const proof = (id: string, title: string, content: string) => ({
    id,
    kind: 'file' as const,
    title,
    fileName: `${title}.pdf`,
    mediaType: 'application/pdf',
    sha256: sha(content),
    bytes: 1000,
    path: null,
    withheld: 'size' as const,
    url: null,
    number: null,
    symbol: null,
    date: null,
    excerpt: null,
  });
  return reportBundle.parse({
    format: { name: 'so-viec/goi', version: '1.0' },
    bundle: {
      id: `g-${report.unitId}-${key}`,
      kind: 'report',
      purpose: 'new',
      replaces: null,
      sequence: 1,
      previous: null,
      createdAt: `${report.receivedOn}T01:00:00Z`,
    },
    sender: {
      installationId: `m-${report.unitId}`,
      unit: { id: report.unitId, kind: 'xa', name: report.bareName, superiorName: 'tỉnh Sông Lam' },
    },
    receiver: { name: 'UBND tỉnh Sông Lam' },
    plan: {
      id: `k-${report.unitId}`,
      year: 2026,
      number: '15/KH-UBND',
      date: '2026-01-20',
      title: 'Nâng cao Chỉ số PAPI năm 2026',
      areas: [],
    },
    window: {
      key,
      label: key === window.key ? window.label : `Kỳ ${key}`,
      from: window.fromDate,
      to: window.toDate,
      due: window.dueDate,
    },
    report: {
      id: `b-${report.unitId}-${key}`,
      version: 1,
      number: '',
      date: '',
      title: `Báo cáo ${key}`,
      sections: [],
      docx: null,
    },
    rows,
    evidence: [
      ...rows.flatMap((row, at) =>
        row.state === 'xong' ? [proof(`e${at}`, `Biên bản ${at}`, `${report.unitId} ${key} ${at}`)] : [],
      ),
      proof('chung', 'Ảnh hội nghị toàn tỉnh', 'chung'),
    ],
  });
}
