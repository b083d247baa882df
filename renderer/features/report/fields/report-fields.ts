/**
 * The parts of a report that save themselves (`../../../data/saver/saver.ts`): the words of a section, number and title, recipients and signer. The
 * report has one revision, so all of them wait in its queue; each is a conflict only where the same part was changed elsewhere. RP2, RP3.
 */

import { contract } from '../../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import type { ReportTemplate } from '../../../../shared/report/templates.ts';
import { oneLine } from '../../../../shared/text/fold.ts';
import { call } from '../../../data/client.ts';
import type { Revision } from '../../../data/saver/save-queue.ts';
import { saver } from '../../../data/saver/saving.ts';
import type { FieldAbout, SavedKind, Standing } from '../../../data/saver/types.ts';
import { readReport, reportNow } from '../../../parts/report/use-report.ts';
import { signerFromText, textOfSigner } from '../../../parts/signing/signer-text.ts';
import { type DraftPlace, officeDraftKey } from '../../../state/drafts.ts';
import { sectionName } from './missing-words.ts';

/** Words that stay untouched this long are saved although the field was not left, in case the power goes first. */
const pause = 5000;
/** Who signs and who receives has no field that is left, only choices and lines. */
const shortPause = 900;

export const recordOfReport = (reportId: string): string => `report/${reportId}`;

/** A part of a report, as read from the whole; null where the report has no such part. */
const kindOfPart = (
  given: Pick<SavedKind, 'kind' | 'pause' | 'fault' | 'saved' | 'send'> & {
    text: (report: ReportView, field: string) => string | null;
  },
): SavedKind => {
  const standing = (report: ReportView | undefined, { field }: DraftPlace): Standing | null => {
    const text = report ? given.text(report, field) : null;
    return report && text !== null ? { text, revision: report.revision } : null;
  };
  return {
    ...given,
    record: ({ record }) => recordOfReport(record),
    standing: (place) => standing(reportNow(place.record), place),
    standingAfter: async (place) => standing(await readReport(place.record), place),
  };
};

/** Words of an earlier version of the program may not know theirs: the first one, and the server says whether it still stands. */
const known = (revision: Revision): number => revision ?? 1;

const section = kindOfPart({
  kind: 'section',
  pause,
  text: ({ sections }, key) => sections.find((each) => each.key === key)?.text ?? null,
  saved: (text) => text.trimEnd(),
  send: ({ record, field }, text, revision) =>
    call(contract.reports.saveSection, {
      params: { id: record, key: field },
      body: { revision: known(revision), text },
    }),
});

type HeadField = 'number' | 'title';

const head = kindOfPart({
  kind: 'report-head',
  pause: null,
  text: (report, field) => report[field as HeadField],
  saved: oneLine,
  fault: (text, { field }) => (field === 'title' && oneLine(text) === '' ? 'Tên báo cáo không được để trống.' : null),
  send: ({ record, field }, text, revision) =>
    call(contract.reports.saveHead, {
      params: { id: record },
      body: { revision: known(revision), [field as HeadField]: oneLine(text) },
    }),
});

const filledLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const setting = kindOfPart({
  kind: 'report-setting',
  pause: shortPause,
  text: ({ recipients, signer }, field) => (field === 'recipients' ? recipients.join('\n') : textOfSigner(signer)),
  saved: (text) => (signerFromText(text) ? text : filledLines(text).join('\n')),
  send: ({ record, field }, text, revision) => {
    const change =
      field === 'recipients' ? { recipients: filledLines(text) } : { signer: signerFromText(text) ?? undefined };
    return call(contract.reportBody.setting, {
      params: { id: record },
      body: { revision: known(revision), ...change },
    });
  },
});

export const reportKinds: readonly SavedKind[] = [section, head, setting];

type HeadChange = { date: string } | { template: ReportTemplate };

/** Writes a choice about the whole report, in its turn among the words; a newer report is no conflict while the same choice stands. */
export function writeChoice(report: ReportView, label: string, change: HeadChange): Promise<{ revision: number }> {
  const chosen = (now: ReportView): unknown => ('date' in change ? now.date : now.template);
  const before = chosen(report);
  return saver.act({
    owners: [recordOfReport(report.id)],
    label,
    record: recordOfReport(report.id),
    seen: reportNow(report.id)?.revision ?? report.revision,
    send: (revision) => {
      const params = { id: report.id };
      if ('date' in change)
        return call(contract.reports.saveHead, { params, body: { revision: known(revision), ...change } });
      return call(contract.reportBody.setting, { params, body: { revision: known(revision), ...change } });
    },
    again: async () => {
      const now = await readReport(report.id);
      return now && chosen(now) === before ? now.revision : null;
    },
  });
}

/** Writes a section as the program words it (null) or as it stands, which is nobody's typing; what was typed there is given up. */
export function writeSection(report: ReportView, key: string, text: string | null): Promise<{ revision: number }> {
  saver.forget(officeDraftKey('section', report.id, key));
  const textOf = (now: ReportView | undefined) => now?.sections.find((each) => each.key === key)?.text;
  const before = textOf(report);
  return saver.act({
    owners: [recordOfReport(report.id)],
    label: 'Mục của báo cáo',
    record: recordOfReport(report.id),
    seen: reportNow(report.id)?.revision ?? report.revision,
    send: (revision) =>
      call(contract.reports.saveSection, {
        params: { id: report.id, key },
        body: { revision: known(revision), text },
      }),
    again: async () => {
      const now = await readReport(report.id);
      return now && textOf(now) === before ? now.revision : null;
    },
  });
}

type Whole = Pick<ReportView, 'id' | 'revision'>;

const about = (report: Whole, label: string): FieldAbout => ({ owners: [recordOfReport(report.id)], label });

export const sectionField = (report: Whole, key: string, name: string, text: string) => ({
  key: officeDraftKey('section', report.id, key),
  about: about(report, `Mục “${name}” của báo cáo`),
  now: { text, revision: report.revision },
});

const headWords: Record<HeadField, string> = { number: 'Số của báo cáo', title: 'Tên báo cáo' };

export const headField = (report: ReportView, field: HeadField) => ({
  key: officeDraftKey('report-head', report.id, field),
  about: about(report, headWords[field]),
  now: { text: report[field], revision: report.revision },
});

export const settingField = (report: ReportView, field: 'recipients' | 'signer') => ({
  key: officeDraftKey('report-setting', report.id, field),
  about: about(report, field === 'recipients' ? 'Nơi nhận của báo cáo' : 'Người ký báo cáo'),
  now: {
    text: field === 'recipients' ? report.recipients.join('\n') : textOfSigner(report.signer),
    revision: report.revision,
  },
});

/** Words of an earlier window, typed into parts that are not on the screen yet, learn whose they are, so that they are saved and named too. */
export function adoptDrafts(report: ReportView): void {
  const parts = [
    ...report.sections.map((each) => sectionField(report, each.key, sectionName(each), each.text)),
    headField(report, 'number'),
    headField(report, 'title'),
    settingField(report, 'recipients'),
    settingField(report, 'signer'),
  ];
  for (const part of parts) saver.adopt(part.key, part.about, part.now);
}
