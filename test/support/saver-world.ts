/** The saver over a server and a screen of the test's own: every answer comes when the test says so. */
import { Refusal } from '../../renderer/data/client.ts';
import { createSaver, type Saver } from '../../renderer/data/saver/saver.ts';
import type { SavedKind, SaveStatus, Standing } from '../../renderer/data/saver/types.ts';
import type { Draft } from '../../renderer/state/draft-shape.ts';
import type { DraftPlace } from '../../renderer/state/drafts.ts';

type Row = { revision: number; parts: Record<string, string> };

/** A write that the server has not answered. */
export type Asked = {
  record: string;
  field: string;
  text: string;
  revision: number | null;
  /** As the server finds it: done, or stale. */
  answer: () => void;
  refuse: (sentence: string) => void;
};

export const keyOf = (record: string, field: string): string => `office:chinh/part/${record}/${field}`;

export type TestWorld = {
  saver: Saver;
  drafts: Record<string, Draft>;
  asked: Asked[];
  statuses: Map<string, SaveStatus>;
  /** Another window writes. */
  others: (record: string, field: string, text: string) => void;
  row: (record: string) => Row;
  /** As the screen last read it. */
  seen: (record: string, field: string) => Standing;
  type: (record: string, field: string, text: string) => void;
  openOffice: (name: string) => void;
  /** What an open form says when an act asks; none by default. */
  forms: { label: string; sentence: string }[];
  /** Runs what waits for a pause. */
  pass: () => void;
};

const about = { owners: ['report/r'], label: '' };

export function saverWorld(): TestWorld {
  const server: Record<string, Row> = {};
  let screen: Record<string, Row> = {};
  const drafts: Record<string, Draft> = {};
  const asked: Asked[] = [];
  const statuses = new Map<string, SaveStatus>();
  const forms: TestWorld['forms'] = [];
  const waiting = new Set<() => void>();
  let office = 'chinh';
  let order = 0;

  const row = (record: string): Row => {
    server[record] ??= { revision: 1, parts: {} };
    return server[record];
  };
  const standing = (from: Record<string, Row>, record: string, field: string): Standing => ({
    text: from[record]?.parts[field] ?? '',
    revision: from[record]?.revision ?? 1,
  });
  const write = ({ record, field }: DraftPlace, text: string, revision: number | null) =>
    new Promise<{ revision: number }>((resolve, reject) => {
      asked.push({
        record,
        field,
        text,
        revision,
        answer: () => {
          const now = row(record);
          if (revision !== now.revision) return reject(new Refusal('da-doi', 'Vừa được sửa ở cửa sổ khác.'));
          now.parts[field] = text;
          now.revision += 1;
          resolve({ revision: now.revision });
        },
        refuse: (sentence) => reject(new Refusal('khoa', sentence)),
      });
    });
  const kind: SavedKind = {
    kind: 'part',
    pause: 5000,
    record: ({ record }) => record,
    standing: ({ record, field }) => standing(screen, record, field),
    standingAfter: async ({ record, field }) => standing(server, record, field),
    fault: (text) => (text === 'wrong' ? 'Không phải là số.' : null),
    send: write,
  };
  const saver = createSaver({
    drafts: {
      all: () => drafts,
      at: (key) => drafts[key],
      put: (key, text, given) => {
        drafts[key] = { ...given, text, order: order++ };
      },
      rebase: (key, over) => {
        if (drafts[key]) drafts[key] = { ...drafts[key], over: { text: over.text, revision: over.revision } };
      },
      acknowledge: (key, words) => {
        if (drafts[key]?.text === words) delete drafts[key];
      },
      drop: (key) => {
        delete drafts[key];
      },
    },
    kindOf: (name) => (name === kind.kind ? kind : null),
    office: () => office,
    readAgain: async () => {
      await Promise.resolve();
      screen = structuredClone(server);
    },
    takeIn: async () => forms,
    tell: (key, status) => statuses.set(key, status),
    defect: (error) => {
      throw error;
    },
    later: (run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  });
  const seen = (record: string, field: string) => standing(screen, record, field);
  return {
    saver,
    drafts,
    asked,
    statuses,
    forms,
    row,
    seen,
    others: (record, field, text) => {
      const now = row(record);
      now.parts[field] = text;
      now.revision += 1;
    },
    type: (record, field, text) =>
      saver.type(keyOf(record, field), text, { ...about, label: field }, seen(record, field)),
    openOffice: (name) => {
      office = name;
    },
    pass: () => {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
  };
}

/** Everything left for "right after this" has run. */
export const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
