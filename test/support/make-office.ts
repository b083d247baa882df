/** A real office in a temporary folder for one test: real SQLite, real files, a clock and ids that repeat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Office, type OfficeOptions, openOffice } from '../../electron/server/open-office.ts';
import type { JobView } from '../../shared/api/contract/plans.ts';
import { contract } from '../../shared/api/contract.ts';
import type { AnswerOf, BodyKind, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../shared/api/endpoint.ts';
import { personHeader } from '../../shared/api/headers.ts';
import type { ProblemBody } from '../../shared/api/problems.ts';

// biome-ignore lint/suspicious/noExplicitAny: the helper types give each call its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

type Given<E> = { params?: ParamsOf<E>; query?: QueryOf<E>; body?: BodyOf<E>; bytes?: Uint8Array; person?: string };

export type TestOffice = {
  readonly office: Office;
  readonly dataDir: string;
  /** Moves the clock. */
  at(iso: string): void;
  /** Calls an endpoint; the answer is checked against the contract's own schema. Throws when refused. */
  ask<E extends AnyEndpoint>(endpoint: E, given?: Given<E>): Promise<AnswerOf<E>>;
  /** Calls an endpoint that must refuse, and gives status and body. */
  refusal<E extends AnyEndpoint>(
    endpoint: E,
    given?: Given<E>,
  ): Promise<{ status: number; code: string; message: string; details: unknown }>;
  raw<E extends AnyEndpoint>(endpoint: E, given?: Given<E>): Promise<Response>;
  /** Follows a job to its end. */
  finish(job: JobView): Promise<JobView>;
  reopen(): Promise<TestOffice>;
};

export const temporaryFolder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'so-viec-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

export function makeOffice(options: Partial<OfficeOptions> = {}): TestOffice {
  const dataDir = options.dataDir ?? temporaryFolder();
  let now = Date.parse('2024-04-02T02:00:00Z');
  let count = 0;
  const prefix = Math.abs(hashOf(dataDir)).toString(36);
  const opened = openOffice({
    tickets: null,
    clock: () => now++,
    newId: () => `${prefix}-${String(++count).padStart(6, '0')}-${options.dataDir ? Date.now().toString(36) : 'a'}`,
    ...options,
    dataDir,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  office.setEvidenceOrigin('http://minh-chung.invalid');
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await office.close();
  };
  onTestFinished(close);

  const raw = async <E extends AnyEndpoint>(endpoint: E, given: Given<E> = {}): Promise<Response> => {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((given.params as Record<string, unknown>)[name])),
    );
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(given.query ?? {}))
      if (value !== undefined) search.set(name, String(value));
    const body = given.bytes ?? (given.body === undefined ? null : JSON.stringify(given.body));
    const request = new Request(`http://so-viec.invalid/api${path}?${search}`, {
      method: endpoint.method,
      headers: given.person ? { [personHeader]: given.person } : {},
      body: body as BodyInit | null,
    });
    return office.fetch(request, { door: 'test' });
  };

  const self: TestOffice = {
    office,
    dataDir,
    at: (iso) => {
      now = Date.parse(iso);
    },
    raw,
    ask: async (endpoint, given) => {
      const response = await raw(endpoint, given);
      const body: unknown = await response.json();
      if (!response.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`);
      return endpoint.answer === 'bytes' ? body : endpoint.answer.parse(body);
    },
    refusal: async (endpoint, given) => {
      const response = await raw(endpoint, given);
      const body = (await response.json()) as ProblemBody;
      if (response.ok) throw new Error(`${endpoint.method} ${endpoint.path} was not refused`);
      return {
        status: response.status,
        code: body.error.code,
        message: body.error.message,
        details: body.error.details,
      };
    },
    finish: async (job) => {
      let current = job;
      while (current.state === 'running')
        current = await self.ask(contract.plans.job, { params: { id: job.id }, query: { after: current.version } });
      return current;
    },
    reopen: async () => {
      await close();
      return makeOffice({ ...options, dataDir });
    },
  };
  return self;
}

const hashOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
