/**
 * Saves the report as it is written: after a pause, on leaving and on Ctrl+S, one save after the other. What is typed is a draft on
 * this computer until the server has acknowledged it. Rules RP8, RP9.
 */
import type { JSONContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { contract } from '../../../../shared/api/contract.ts';
import { problems } from '../../../../shared/api/problems.ts';
import { queryClient } from '../../../data/cache.ts';
import { call, Refusal } from '../../../data/client.ts';
import { reportNow } from '../../../parts/report/use-report.ts';
import { useDrafts } from '../../../state/drafts.ts';
import { useSession } from '../../../state/session.ts';
import { writtenSince } from './report-document.ts';

const pause = 1200;

export type WriteState = { state: 'saved' | 'typing' | 'saving' } | { state: 'refused' | 'conflict'; sentence: string };

const draftKey = (reportId: string): string =>
  `office:${useSession.getState().profileId ?? 'chinh'}/report-write/${reportId}`;

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

export type ReportWriterSaver = {
  status: WriteState;
  /** The report the words on the screen began from. */
  base: () => ReportView;
  isDirty: () => boolean;
  changed: () => void;
  save: () => Promise<void>;
  /** After a conflict: puts these words over what stands there now. */
  saveOver: (current: ReportView) => Promise<void>;
  /** The screen shows this report as it is kept; nothing is left to save. */
  follow: (report: ReportView) => void;
};

/** `read` gives the document on the screen at this moment; null when the editor is gone. */
export function useReportWriterSaver(report: ReportView, read: () => JSONContent | null): ReportWriterSaver {
  const [status, setStatus] = useState<WriteState>({ state: 'saved' });
  const now = useRef(read);
  now.current = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver for as long as the report is open
  const saver = useMemo(() => createSaver(report, () => now.current(), setStatus), [report.id]);
  useEffect(() => {
    const leave = () => void saver.save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver]);
  return { ...saver, status };
}

function createSaver(
  report: ReportView,
  read: () => JSONContent | null,
  tell: (status: WriteState) => void,
): Omit<ReportWriterSaver, 'status'> {
  const key = draftKey(report.id);
  const which = { planId: report.planId, windowId: report.window.id };
  let base = report;
  let revision = reportDraft(report.id)?.revision ?? report.revision;
  let dirty = false;
  let timer = 0;
  let turn: Promise<void> = Promise.resolve();
  /** What the screen showed last: when it is being left, the editor is gone before the save begins. */
  let seen: JSONContent | null = null;

  const write = async (): Promise<void> => {
    window.clearTimeout(timer);
    const document = read() ?? seen;
    if (!dirty || !document) return;
    dirty = false;
    tell({ state: 'saving' });
    try {
      const saved = await call(contract.reportBody.save, {
        params: { id: report.id },
        body: { revision, sections: writtenSince(document, base.sections) },
      });
      revision = saved.revision;
      if (!dirty) useDrafts.getState().drop(key);
      await queryClient.invalidateQueries();
      base = reportNow(which) ?? base;
      tell({ state: dirty ? 'typing' : 'saved' });
    } catch (error) {
      dirty = true;
      if (!(error instanceof Refusal)) {
        tell({ state: 'refused', sentence: problems['loi-chuong-trinh'].message });
        throw error;
      }
      if (error.code === 'da-doi') await queryClient.invalidateQueries();
      tell({ state: error.code === 'da-doi' ? 'conflict' : 'refused', sentence: error.message });
    }
  };
  const save = (): Promise<void> => {
    turn = turn.then(write, write);
    return turn;
  };

  return {
    base: () => base,
    isDirty: () => dirty,
    changed: () => {
      seen = read() ?? seen;
      if (!seen) return;
      dirty = true;
      tell({ state: 'typing' });
      useDrafts.getState().put(key, JSON.stringify({ revision, document: seen }));
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), pause);
    },
    save,
    saveOver: (current) => {
      revision = current.revision;
      base = current;
      dirty = true;
      return save();
    },
    follow: (fresh) => {
      window.clearTimeout(timer);
      revision = fresh.revision;
      base = fresh;
      dirty = false;
      useDrafts.getState().drop(key);
      tell({ state: 'saved' });
    },
  };
}
