/** What is the report's own in saving it (`parts/editor/document-saver.ts`): only sections that were worded go to the server. */
import type { JSONContent } from '@tiptap/react';
import { z } from 'zod';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { call } from '../../../data/client.ts';
import { type DocumentSaver, officeDraftKey, useDocumentSaver } from '../../../parts/editor/document-saver.ts';
import { reportNow } from '../../../parts/report/use-report.ts';
import { useDrafts } from '../../../state/drafts.ts';
import { writtenSince } from './report-document.ts';

const draftKey = (reportId: string): string => officeDraftKey(`report-write/${reportId}`);

const draftShape = z.object({ revision: z.number(), document: z.looseObject({ type: z.literal('doc') }) });

/** The document of an earlier visit that never reached the report; null where there is none. */
export function reportDraft(reportId: string): { revision: number; document: JSONContent } | null {
  const text = useDrafts.getState().drafts[draftKey(reportId)]?.text;
  if (text === undefined) return null;
  try {
    const read = draftShape.safeParse(JSON.parse(text));
    return read.success ? { revision: read.data.revision, document: read.data.document as JSONContent } : null;
  } catch {
    return null;
  }
}

/** `read` gives the document on the screen at this moment; null when the editor is gone. */
export const useReportWriterSaver = (report: ReportView, read: () => JSONContent | null): DocumentSaver<ReportView> =>
  useDocumentSaver<JSONContent, ReportView>(report, {
    id: report.id,
    draftKey: draftKey(report.id),
    draftRevision: () => reportDraft(report.id)?.revision ?? null,
    read,
    write: async (document, revision, base) => {
      const body = { revision, sections: writtenSince(document, base.sections) };
      return (await call(contract.reportBody.save, { params: { id: report.id }, body })).revision;
    },
    draftText: (document, revision) => JSON.stringify({ revision, document }),
    current: () => reportNow({ planId: report.planId, windowId: report.window.id }) ?? null,
  });
