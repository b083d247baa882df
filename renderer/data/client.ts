/**
 * The renderer's only way to the data: typed calls over fetch, built from the contract table. Relative addresses serve both doors
 * (`app://so-viec/api/…` and `http://127.0.0.1:PORT/api/…`).
 */
import type { AnswerOf, BodyKind, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../shared/api/endpoint.ts';
import { personHeader, profileHeader } from '../../shared/api/headers.ts';
import { type ProblemBody, problems } from '../../shared/api/problems.ts';
import { useSession } from '../state/session.ts';

/** A refusal by the server: its code and the Vietnamese sentence to show as it is. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: unknown;
  constructor(code: string, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

type Given<E> = {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  /** A file or bytes for endpoints that take raw bytes; the browser streams a File from disk. */
  bytes?: Blob;
  signal?: AbortSignal;
};

// biome-ignore lint/suspicious/noExplicitAny: the helper types above give each call its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

/** Calls an endpoint and returns its JSON answer; throws Refusal with the server's own sentence. */
export async function call<E extends AnyEndpoint>(endpoint: E, given: Given<E> = {}): Promise<AnswerOf<E>> {
  const response = await send(endpoint, given);
  return (await response.json()) as AnswerOf<E>;
}

/** Calls an endpoint whose answer is a file. */
export async function callForBytes<E extends AnyEndpoint>(endpoint: E, given: Given<E> = {}): Promise<Blob> {
  return (await send(endpoint, given)).blob();
}

let leaving = false;
/** Browsers let a page that is going send this much more, in bytes of all bodies together. */
const lastWords = 60_000;

/** The window is being closed: what is sent from now on is still delivered, as far as it is short enough. */
export function sendWhileLeaving(): void {
  leaving = true;
}
/** A page that was only put aside came back. */
export function sendAsUsual(): void {
  leaving = false;
}

async function send<E extends AnyEndpoint>(endpoint: E, given: Given<E>): Promise<Response> {
  const { token, profileId, personId } = useSession.getState();
  const headers = new Headers();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (profileId) headers.set(profileHeader, profileId);
  if (personId) headers.set(personHeader, personId);
  if (given.body !== undefined) headers.set('content-type', 'application/json');
  else if (given.bytes) headers.set('content-type', 'application/octet-stream');
  const text = given.body === undefined ? null : JSON.stringify(given.body);
  let response: Response;
  try {
    response = await fetch(address(endpoint.path, given.params, given.query), {
      method: endpoint.method,
      headers,
      body: text ?? given.bytes ?? null,
      signal: given.signal ?? null,
      keepalive: leaving && text !== null && text.length * 3 < lastWords,
    });
  } catch (error) {
    if (given.signal?.aborted) throw error;
    throw new Refusal(
      'mat-ket-noi',
      'Không liên lạc được với Sổ Việc. Chữ đang gõ vẫn còn; hãy kiểm tra chương trình còn chạy rồi thử lại.',
    );
  }
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  // A copy was put back, or somebody took the person out elsewhere: as the office itself the list to choose from can be read again.
  if (refusal.code === 'nguoi-khong-con' && useSession.getState().personId === personId)
    useSession.getState().actAs(null);
  throw refusal;
}

function address(path: string, params: object | undefined, query: object | undefined): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)?.[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null) search.set(name, String(value));
  const text = search.toString();
  return `/api${filled}${text ? `?${text}` : ''}`;
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const body = (await response.json()) as ProblemBody;
    return new Refusal(body.error.code, body.error.message, body.error.details);
  } catch {
    return new Refusal('loi-chuong-trinh', problems['loi-chuong-trinh'].message);
  }
}
