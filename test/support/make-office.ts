/** A real office in a temporary folder for one test: real SQLite, real files, a clock and ids that repeat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, createClient, Refused } from '../../electron/hosts/client.ts';
import { type Office, type OfficeOptions, openOffice } from '../../electron/server/open-office.ts';

export type TestOffice = Client & {
  readonly office: Office;
  readonly dataDir: string;
  /** Moves the clock. */
  at(iso: string): void;
  /** The refusal of a call that must be refused. */
  refusal(...call: Parameters<Client['ask']>): Promise<Refused>;
  close(): Promise<void>;
  /** Closes, and opens the same data again. */
  reopen(): Promise<TestOffice>;
};

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'so-viec-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  return path;
};

let offices = 0;

export function makeOffice(options: Partial<OfficeOptions> = {}): TestOffice {
  const dataDir = options.dataDir ?? temporaryFolder();
  const prefix = `o${++offices}`;
  let now = Date.parse('2024-04-02T02:00:00Z');
  let count = 0;
  const opened = openOffice({
    tickets: null,
    clock: () => now++,
    newId: () => `${prefix}-${String(++count).padStart(6, '0')}`,
    log: (line) => {
      if (line.startsWith('defect')) throw new Error(line);
    },
    ...options,
    dataDir,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  office.setEvidenceOrigin('http://minh-chung.invalid');
  let open = true;
  const close = async () => {
    if (open) await office.close();
    open = false;
  };
  onTestFinished(close);
  const client = createClient(office, 'test');
  return {
    ...client,
    office,
    dataDir,
    at: (iso) => {
      now = Date.parse(iso);
    },
    refusal: async (...call) => {
      try {
        await client.ask(...call);
      } catch (error) {
        if (error instanceof Refused) return error;
        throw error;
      }
      throw new Error(`${call[0].method} ${call[0].path} was not refused`);
    },
    close,
    reopen: async () => {
      await close();
      return makeOffice({ ...options, dataDir });
    },
  };
}
