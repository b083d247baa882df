/** Typed calls to the program from inside the process: the command line and the tests ask exactly what a window asks. */

import { contract } from '../../shared/api/contract/contract.ts';
import type { JobView } from '../../shared/api/contract/plans.ts';
import type { AnswerOf, BodyKind, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../shared/api/endpoint.ts';
import { personHeader } from '../../shared/api/headers.ts';
import type { ProblemBody } from '../../shared/api/problems.ts';
import type { AppHost, Door } from '../server/core/app-host.ts';

// biome-ignore lint/suspicious/noExplicitAny: the helper types give each call its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

export type Given<E> = {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  bytes?: Uint8Array;
  person?: string;
};

/** The program refused: its code and its Vietnamese sentence. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;
  constructor(status: number, { error }: ProblemBody) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.details = error.details;
  }
}

export type Client = {
  raw<E extends AnyEndpoint>(endpoint: E, given?: Given<E>): Promise<Response>;
  /** The answer, checked against the contract's own schema; throws Refused. */
  ask<E extends AnyEndpoint>(endpoint: E, given?: Given<E>): Promise<AnswerOf<E>>;
  /** Follows a job to its end, telling each step. */
  finish(job: JobView, onStep?: (job: JobView) => void): Promise<JobView>;
};

export function createClient(app: Pick<AppHost, 'fetch'>, door: Door): Client {
  const raw: Client['raw'] = async (endpoint, given = {}) => {
    const params = given.params as Record<string, unknown> | undefined;
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(given.query ?? {}))
      if (value !== undefined) search.set(name, String(value));
    const body = given.bytes ?? (given.body === undefined ? null : JSON.stringify(given.body));
    const request = new Request(`http://so-viec.invalid/api${path}?${search}`, {
      method: endpoint.method,
      headers: given.person ? { [personHeader]: given.person } : {},
      body: body as NonNullable<RequestInit['body']> | null,
    });
    return app.fetch(request, { door });
  };
  const ask: Client['ask'] = async (endpoint, given) => {
    const response = await raw(endpoint, given);
    const body: unknown = await response.json();
    if (!response.ok) throw new Refused(response.status, body as ProblemBody);
    return endpoint.answer === 'bytes' ? body : endpoint.answer.parse(body);
  };
  return {
    raw,
    ask,
    finish: async (job, onStep = () => undefined) => {
      let current = job;
      onStep(current);
      while (current.state === 'running') {
        current = await ask(contract.plans.job, { params: { id: job.id }, query: { after: current.version } });
        onStep(current);
      }
      return current;
    },
  };
}
