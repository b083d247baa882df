/**
 * What is frozen with a report: the document as printed, and the data as they will be sent. What is stored says which version of this form it
 * has; each version has its frozen schema in a file of its own, and is brought to the form of today here.
 */
import { z } from 'zod';
import type { ReportBundle } from '../bundle/manifest-v1.ts';
import { fail } from '../core/result.ts';
import { completedBy, type StoredReader } from '../core/stored.ts';
import type { OfficialDocument } from '../document/model.ts';
import { frozenReportV1 } from './frozen-report-v1.ts';

/** The version that is written. */
export const frozenVersion = 1;

export type FrozenReport = {
  version: typeof frozenVersion;
  document: OfficialDocument;
  data: Pick<ReportBundle, 'plan' | 'window' | 'rows' | 'evidence'> & {
    report: {
      id: string;
      version: number;
      number: string;
      date: string;
      title: string;
      sections: { heading: string; text: string }[];
    };
  };
};

const versioned = z.looseObject({ version: z.number().int().positive().default(frozenVersion) });

const readV1: StoredReader<FrozenReport> = completedBy(frozenReportV1);

/** Programs before the version was written stored version 1 without saying so. A version above the one written here is `newer`. */
export const readFrozenReport: StoredReader<FrozenReport> = (value) => {
  const head = versioned.safeParse(value);
  if (!head.success) return fail({ newer: false, place: 'version' });
  if (head.data.version > frozenVersion) return fail({ newer: true, place: '' });
  return readV1(head.data);
};
