/**
 * Registers the contract's endpoints on the handler. Every route passes here: who asks is checked, parameters, query and body are checked
 * by the contract's schemas and bounded in size, refusals become one status and one sentence, defects are logged without personal data.
 */
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { isServing } from '../../../db/queries/office.ts';
import { sqliteCode } from '../../../db/sqlite.ts';
import { Unreadable } from '../../../db/stored/unreadable.ts';
import { StaleWrite } from '../../../db/write.ts';
import type { AnswerOf, BodyKind, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../../shared/api/endpoint.ts';
import { personHeader } from '../../../shared/api/headers.ts';
import type { Door } from './app-host.ts';
import type { Actor, Deps } from './deps.ts';
import { isRefusal, type Refusal, refusalResponse, refuse } from './refusal.ts';

export type ServerEnv = { Bindings: { door: Door } };

// biome-ignore lint/suspicious/noExplicitAny: the helper types below give each handler its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

export type EndpointCall<E> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Raw bytes for endpoints that take them; reading past the contract's limit ends in `qua-lon`. */
  readonly bytes: ReadableStream<Uint8Array> | null;
  readonly actor: Actor;
  readonly door: Door;
};

type Given<E> = AnswerOf<E> | Refusal | Response;

/** JSON bodies are forms and tables of text; the largest is a whole corrected plan. */
const largestJson = 32 * 1024 * 1024;

/** Requests slower than this hold up the window and are worth a line in the log. */
const slowRequest = 40;

export function implement<E extends AnyEndpoint>(
  app: Hono<ServerEnv>,
  deps: Deps,
  endpoint: E,
  handler: (asked: EndpointCall<E>) => Given<E> | Promise<Given<E>>,
): void {
  app.on(endpoint.method, `/api${endpoint.path}`, async (context) => {
    const started = performance.now();
    const response = await answer(context, deps, endpoint, handler);
    const took = performance.now() - started;
    if (took > slowRequest && endpoint.path !== '/jobs/:id')
      deps.log(`slow ${endpoint.method} ${endpoint.path} ${Math.round(took)} ms`);
    return response;
  });
}

async function answer<E extends AnyEndpoint>(
  context: Context<ServerEnv>,
  deps: Deps,
  endpoint: E,
  handler: (asked: EndpointCall<E>) => Given<E> | Promise<Given<E>>,
): Promise<Response> {
  try {
    const actor = actorOf(context, deps);
    if (isRefusal(actor)) return refusalResponse(actor);
    const params = endpoint.params.safeParse(context.req.param());
    const query = endpoint.query.safeParse(context.req.query());
    if (!params.success) return refusalResponse(refuse('sai-du-lieu', z.flattenError(params.error)));
    if (!query.success) return refusalResponse(refuse('sai-du-lieu', z.flattenError(query.error)));
    const body = await bodyOf(context, endpoint);
    if (isRefusal(body)) return refusalResponse(body);
    const asked = {
      params: params.data,
      query: query.data,
      body: body.json,
      bytes: body.bytes,
      actor,
      door: context.env.door,
    };
    const given = await handler(asked as EndpointCall<E>);
    if (given instanceof Response) return given;
    if (isRefusal(given)) return refusalResponse(given);
    return Response.json(given);
  } catch (error) {
    return refusalResponse(refusalOf(error, deps));
  }
}

function actorOf(context: Context<ServerEnv>, deps: Deps): Actor | Refusal {
  const personId = context.req.header(personHeader);
  if (personId === undefined) return { id: 'office', personId: null };
  return isServing(deps.db, personId) ? { id: personId, personId } : refuse('nguoi-khong-con');
}

async function bodyOf(
  context: Context<ServerEnv>,
  endpoint: AnyEndpoint,
): Promise<{ json: unknown; bytes: ReadableStream<Uint8Array> | null } | Refusal> {
  const { body } = endpoint;
  if (body === null) return { json: undefined, bytes: null };
  if ('rawBytes' in body) {
    if (Number(context.req.header('content-length') ?? 0) > body.rawBytes) return refuse('qua-lon');
    return { json: undefined, bytes: context.req.raw.body };
  }
  if (Number(context.req.header('content-length') ?? 0) > largestJson) return refuse('qua-lon');
  const text = await context.req.text();
  if (text.length > largestJson) return refuse('qua-lon');
  const parsed = body.safeParse(parseJson(text));
  return parsed.success ? { json: parsed.data, bytes: null } : refuse('sai-du-lieu', z.flattenError(parsed.error));
}

/** An empty body is an empty form; text that is no JSON fails every schema. */
function parseJson(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Maps what the layers below throw on purpose; everything else is a defect. */
export function refusalOf(error: unknown, deps: Pick<Deps, 'log'>): Refusal {
  if (error instanceof StaleWrite)
    return error.current ? refuse('da-doi', { current: error.current }) : refuse('khong-tim-thay');
  if (error instanceof Unreadable) {
    deps.log(error.message);
    return refuse(error.problem);
  }
  const code = sqliteCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : null);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refuse('dia-day');
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return refuse('du-lieu-hong');
  deps.log(`defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return refuse('loi-chuong-trinh');
}
