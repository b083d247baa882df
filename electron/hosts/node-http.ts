/**
 * Runs in: plain Node. The loopback door: the same program in the office's own browser, where Electron is not installed.
 * Rules HO1 to HO9 of SPEC.md; the program behind it decides everything else.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { ok, type Result } from '../../shared/core/result.ts';
import type { AppHost } from '../server/core/app-host.ts';
import { answerEvidence } from './evidence-origin.ts';
import { sendResponse, toRequest } from './http-messages.ts';
import { closeServer, type ListenProblem, listenOnLoopback } from './listen.ts';
import { answerHeaders, pageHeaders, withHeaders } from './page-policy.ts';
import { doorRefusal, doorRefusalAsData, doorRefusalAsPage } from './refusals.ts';
import { openStaticFiles } from './static-files.ts';

export type HttpOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly rendererDir: string;
  /** The secret of this start; made when absent. */
  readonly token?: string;
  /** Told of defects; by default they are written to stderr. */
  readonly onDefect?: (error: unknown) => void;
};

export type HttpHost = {
  readonly port: number;
  readonly token: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly evidenceOrigin: string;
  /** What a person opens: the token rides behind `#`, which browsers do not send or log. */
  readonly address: string;
  /** Closes both ports. The program itself is closed by who opened it. */
  close(): Promise<void>;
};

type Handler = (request: Request) => Promise<Response> | Response;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that says nothing about how much was right. */
function holdsToken(request: Request, token: string): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/** The two spellings of this machine's own name; anything else in `Host` is a foreign page that resolved its name to us. */
const ownNames = (port: number) => [`127.0.0.1:${port}`, `localhost:${port}`];

function listener(
  origin: () => string,
  names: () => readonly string[],
  handle: Handler,
  onDefect: (error: unknown) => void,
) {
  const answerTo = async (request: Request | null): Promise<Response> => {
    if (request === null) return doorRefusalAsPage('yeu-cau-hong');
    try {
      return await handle(request);
    } catch (error) {
      if (!request.signal.aborted) onDefect(error);
      return doorRefusalAsData('loi-chuong-trinh');
    }
  };
  const listen: RequestListener = (incoming, outgoing) => {
    const hosts = incoming.headersDistinct.host ?? [];
    const known = hosts.length === 1 && names().includes(hosts[0] ?? '');
    const answer = known
      ? answerTo(toRequest(incoming, outgoing, origin()))
      : Promise.resolve(doorRefusalAsPage('sai-dia-chi'));
    answer
      .then((response) => sendResponse(response, outgoing, incoming.method === 'HEAD'))
      .catch((error: unknown) => {
        if (!outgoing.destroyed) outgoing.destroy();
        onDefect(error);
      });
  };
  return listen;
}

function server(listen: RequestListener): Server {
  const made = createServer({ keepAlive: true }, listen);
  // A large file from a slow stick takes longer than the five minutes Node allows a request; silence still ends it.
  made.requestTimeout = 0;
  made.timeout = 10 * 60 * 1000;
  return made;
}

/**
 * Serves one program on two loopback ports: the page with its API, and the evidence on an origin of its own.
 * Refuses, with a sentence, when the port cannot be opened; nothing stays open then.
 */
export async function serveHttp(app: AppHost, options: HttpOptions): Promise<Result<HttpHost, ListenProblem>> {
  const token = options.token ?? randomBytes(32).toString('base64url');
  const onDefect = options.onDefect ?? ((error: unknown) => console.error(error));
  const files = openStaticFiles(options.rendererDir);
  let port = 0;
  let evidencePort = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const evidenceOrigin = () => `http://127.0.0.1:${evidencePort}`;
  const pages = () => ownNames(port).map((name) => `http://${name}`);

  const answerPage: Handler = async (request) => {
    if (!new URL(request.url).pathname.startsWith('/api/')) return files.answer(request, pageHeaders(evidenceOrigin()));
    if (!holdsToken(request, token)) return doorRefusal('phien-cu', request);
    const from = request.headers.get('origin');
    const foreign = from !== null && !pages().includes(from);
    if (foreign || request.headers.get('sec-fetch-site') === 'cross-site') return doorRefusal('trang-la', request);
    // The program must not come to depend on how one door knows its people.
    request.headers.delete('authorization');
    const answer = await app.fetch(request, { door: 'http' });
    return withHeaders(answer, answerHeaders);
  };

  const answerFile: Handler = (request) => answerEvidence(app, request, pages());

  const evidence = server(listener(evidenceOrigin, () => ownNames(evidencePort), answerFile, onDefect));
  const evidenceOpened = await listenOnLoopback(evidence, 0);
  if (!evidenceOpened.ok) return evidenceOpened;
  evidencePort = evidenceOpened.value;
  app.setEvidenceOrigin(evidenceOrigin());

  const page = server(listener(origin, () => ownNames(port), answerPage, onDefect));
  const opened = await listenOnLoopback(page, options.port);
  if (!opened.ok) {
    await closeServer(evidence, 0);
    return opened;
  }
  port = opened.value;

  return ok({
    port,
    token,
    origin: origin(),
    evidenceOrigin: evidenceOrigin(),
    address: `${origin()}/#k=${token}`,
    async close() {
      await Promise.all([closeServer(page), closeServer(evidence)]);
    },
  });
}
