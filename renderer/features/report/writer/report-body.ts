/** What is the report's own in saving it as one document: only sections that were worded go to the server. RP8. */
import type { JSONContent } from '@tiptap/react';
import { z } from 'zod';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { call, Refusal } from '../../../data/client.ts';
import { documentKind } from '../../../parts/editor/document-saver.ts';
import { readReport, reportNow } from '../../../parts/report/use-report.ts';
import { draftNow, officeDraftKey } from '../../../state/drafts.ts';
import { recordOfReport } from '../fields/report-fields.ts';
import { isWritten, writtenSince } from './report-document.ts';

export const reportBodyKey = (reportId: string): string => officeDraftKey('report-body', reportId, 'document');

const documentShape = z.looseObject({ type: z.literal('doc') });

function documentFromText(text: string): JSONContent | null {
  try {
    const read = documentShape.safeParse(JSON.parse(text));
    return read.success ? (read.data as JSONContent) : null;
  } catch {
    return null;
  }
}

/** The document of an earlier visit that never reached the report; null where there is none. */
export function reportDraft(reportId: string): JSONContent | null {
  const draft = draftNow(reportBodyKey(reportId));
  return draft ? documentFromText(draft.text) : null;
}

export const reportBodyKind = documentKind<JSONContent, ReportView>({
  kind: 'report-body',
  record: recordOfReport,
  parse: documentFromText,
  sameWords: (document, kept) => !isWritten(document, kept.sections),
  write: async (id, document, revision, base) => {
    const from = base ?? reportNow(id);
    // Without the report the words began from, every section would count as worded by hand.
    if (!from) throw new Refusal('chua-mo', 'Hãy mở Soạn báo cáo để lưu.');
    const body = { revision, sections: writtenSince(document, from.sections) };
    return (await call(contract.reportBody.save, { params: { id }, body })).revision;
  },
  read: (id) => reportNow(id) ?? null,
  theirs: async (id) => (await readReport(id)) ?? null,
});
