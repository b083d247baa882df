/**
 * Hand-edited parts of a report: a draft while they are typed, saved when the field is left. The whole report has one revision, so
 * its writes go one after the other, each over the newest one; a part that somebody else changed meanwhile is never overwritten.
 */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportSection, ReportView } from '../../../shared/api/contract/reports.ts';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { reportNow } from '../../parts/report/use-report.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { draftFromText, draftToText, type SectionDraft } from './section-draft.ts';

export type SectionPlace = { planId: string; windowId: string; reportId: string; key: string };

export type SectionStatus = { state: 'quiet' | 'saving' | 'saved' | 'refused' | 'conflict'; sentence: string };
const quiet: SectionStatus = { state: 'quiet', sentence: '' };
const useStatuses = create<{ statuses: Record<string, SectionStatus> }>()(() => ({ statuses: {} }));

const reportPrefix = (reportId: string): string =>
  `office:${useSession.getState().profileId ?? 'chinh'}/report/${reportId}/`;
const draftKey = ({ reportId, key }: SectionPlace): string => `${reportPrefix(reportId)}${key}`;
const setStatus = (key: string, state: SectionStatus['state'], sentence = '') =>
  useStatuses.setState(({ statuses }) => ({ statuses: { ...statuses, [key]: { state, sentence } } }));

export function useSectionDraft(place: SectionPlace): SectionDraft | null {
  return draftFromText(useDrafts((state) => state.drafts[draftKey(place)]?.text));
}
export const useSectionStatus = (place: SectionPlace): SectionStatus =>
  useStatuses((state) => state.statuses[draftKey(place)] ?? quiet);

/** Keeps typed words; words equal to the saved ones need no keeping. */
export function typeSection(
  place: SectionPlace,
  section: ReportSection,
  draft: SectionDraft | null,
  text: string,
): void {
  // As in `mine/use-entry.ts`: what is on its way will stand there.
  const onItsWay = useStatuses.getState().statuses[draftKey(place)]?.state === 'saving';
  if (text === section.text && !onItsWay) dropSection(place);
  else useDrafts.getState().put(draftKey(place), draftToText({ text, base: draft?.base ?? section.text }));
}

export function dropSection(place: SectionPlace): void {
  useDrafts.getState().drop(draftKey(place));
  setStatus(draftKey(place), 'quiet');
}

const queues = new Map<string, Promise<void>>();

/** After the writes before it of the same report. */
function inTurn(reportId: string, act: () => Promise<void>): Promise<void> {
  const next = (queues.get(reportId) ?? Promise.resolve()).then(act);
  queues.set(reportId, next);
  return next;
}

/** Saves the draft of a part, if there is one. A refusal leaves the draft and a sentence. */
export const saveSection = (place: SectionPlace): Promise<void> =>
  inTurn(place.reportId, () => writeDraft(place, true));

/** After a conflict: puts the typed words over what the server has now. */
export function keepTyped(place: SectionPlace, section: ReportSection, draft: SectionDraft): Promise<void> {
  useDrafts.getState().put(draftKey(place), draftToText({ text: draft.text, base: section.text }));
  return saveSection(place);
}

/** Writes a text that was not typed: null gives the part back to the program. */
export const writeSection = (place: SectionPlace, text: string | null): Promise<void> =>
  inTurn(place.reportId, async () => {
    useDrafts.getState().drop(draftKey(place));
    await write(place, text, true);
  });

export type ReportHead = Pick<ReportView, 'number' | 'date' | 'title'>;

/** Changes number, date or title; answers with the sentence of a refusal, null when saved. */
export async function saveHead(place: Omit<SectionPlace, 'key'>, patch: Partial<ReportHead>): Promise<string | null> {
  let refusal: string | null = null;
  await inTurn(place.reportId, async () => {
    refusal = await writeHead(place, patch, true);
  });
  return refusal;
}

async function writeHead(
  place: Omit<SectionPlace, 'key'>,
  patch: Partial<ReportHead>,
  mayTryAgain: boolean,
): Promise<string | null> {
  const report = reportNow(place);
  if (!report) return problems['khong-tim-thay'].message;
  const { number, date, title, revision } = report;
  try {
    await call(contract.reports.saveHead, {
      params: { id: place.reportId },
      body: { revision, number, date, title, ...patch },
    });
    await readAgain();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) return problems['loi-chuong-trinh'].message;
    await readAgain();
    const now = reportNow(place);
    const untouched = now?.number === number && now.date === date && now.title === title;
    if (error.code === 'da-doi' && untouched && mayTryAgain) return writeHead(place, patch, false);
    return error.message;
  }
}

/** Saves every draft of a report; false when one of them could not be saved. */
export async function saveAll({ planId, windowId, reportId }: Omit<SectionPlace, 'key'>): Promise<boolean> {
  const prefix = reportPrefix(reportId);
  const open = () => Object.keys(useDrafts.getState().drafts).filter((key) => key.startsWith(prefix));
  for (const key of open()) await saveSection({ planId, windowId, reportId, key: key.slice(prefix.length) });
  return open().length === 0;
}

async function writeDraft(place: SectionPlace, mayTryAgain: boolean): Promise<void> {
  const draft = draftFromText(useDrafts.getState().drafts[draftKey(place)]?.text);
  if (!draft) return;
  const fresh = await write(place, draft.text, mayTryAgain, draft.base);
  const now = draftFromText(useDrafts.getState().drafts[draftKey(place)]?.text);
  if (fresh && now?.text === draft.text) useDrafts.getState().drop(draftKey(place));
}

/** True when acknowledged. Another part changed meanwhile is no conflict: the same words go again over the newer revision. */
async function write(place: SectionPlace, text: string | null, mayTryAgain: boolean, base?: string): Promise<boolean> {
  const key = draftKey(place);
  const report = reportNow(place);
  if (!report) return false;
  setStatus(key, 'saving');
  try {
    await call(contract.reports.saveSection, {
      params: { id: place.reportId, key: place.key },
      body: { revision: report.revision, text },
    });
    await readAgain();
    setStatus(key, 'saved');
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) {
      setStatus(key, 'refused', problems['loi-chuong-trinh'].message);
      return false;
    }
    if (error.code === 'da-doi') {
      await readAgain();
      const untouched = base === undefined || sectionOf(reportNow(place), place.key)?.text === base;
      if (untouched && mayTryAgain) return write(place, text, false, base);
      setStatus(key, 'conflict', error.message);
    } else setStatus(key, 'refused', error.message);
    return false;
  }
}

const sectionOf = (report: ReportView | undefined, key: string): ReportSection | undefined =>
  report?.sections.find((section) => section.key === key);
