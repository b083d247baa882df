/**
 * The program as a person starts it: a real server process on a data folder of its own, found through the address it prints.
 * Journeys open `office.url` in a browser; `askOffice` reaches the same endpoints without one, to prepare what a journey needs.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AnswerOf, BodyKind, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../shared/api/endpoint.ts';
import { personHeader, profileHeader } from '../../shared/api/headers.ts';
import { compileCache } from './compile-cache.ts';
import { patience } from './patience.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Server = ChildProcessByStdio<null, Readable, Readable>;

export type RunningOffice = {
  /** What a person opens, token included: `http://127.0.0.1:PORT/#k=…`. */
  readonly url: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly token: string;
  readonly dataDir: string;
  /** Ends the server; a data folder made here is removed with it, one that was given stays. */
  stop(): Promise<void>;
};

export type StartOptions = {
  /** An existing or new folder; a fresh one under the system's temporary folder when absent. */
  dataDir?: string;
};

/** Starts the program and waits for its address. Throws with everything it printed when it ends or stays silent. */
export async function startOffice({ dataDir }: StartOptions = {}): Promise<RunningOffice> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'so-viec-')));
  const entry = join(root, 'electron', 'headless.ts');
  const server: Server = spawn(process.execPath, [entry, '--data', folder, '--port', '0', '--no-open'], {
    cwd: root,
    // Each test starts a server; what the first one compiled, the next ones load.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(server).catch(async (error: unknown) => {
    await end(server);
    if (dataDir === undefined) await removeFolder(folder);
    throw error;
  });
  const address = new URL(url);
  return {
    url,
    origin: address.origin,
    token: /k=([A-Za-z0-9_-]+)/.exec(address.hash)?.[1] ?? '',
    dataDir: folder,
    async stop() {
      await end(server);
      if (dataDir === undefined) await removeFolder(folder);
    },
  };
}

function addressOf(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => reject(new Error(`no address within ${patience} ms:\n${printed}`)), patience);
    const listen = (text: string) => {
      printed += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*#k=[A-Za-z0-9_-]+/.exec(printed)?.[0];
      if (!url) return;
      clearTimeout(late);
      resolve(url);
    };
    server.stdout.setEncoding('utf8').on('data', listen);
    server.stderr.setEncoding('utf8').on('data', listen);
    server.once('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the program ended with ${code} before printing an address:\n${printed}`));
    });
  });
}

function end(server: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => server.kill('SIGKILL'), patience);
    server.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    server.kill('SIGTERM');
  });
}

/** Windows keeps a file busy for a moment after its process ended. */
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

// biome-ignore lint/suspicious/noExplicitAny: the helper types give each call its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

export type Asked<E> = {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  bytes?: Uint8Array<ArrayBuffer>;
  /** Which office on this computer; absent is the main one. */
  profileId?: string;
  /** As whom; absent is the office itself. */
  personId?: string;
};

/** Calls an endpoint of a running office and gives its JSON answer; a refusal is thrown with its code and sentence. */
export async function askOffice<E extends AnyEndpoint>(
  office: RunningOffice,
  endpoint: E,
  asked: Asked<E> = {},
): Promise<AnswerOf<E>> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((asked.params as Record<string, unknown> | undefined)?.[name] ?? '')),
  );
  const address = new URL(`/api${path}`, office.origin);
  for (const [name, value] of Object.entries(asked.query ?? {}))
    if (value !== undefined && value !== null) address.searchParams.set(name, String(value));
  const headers = new Headers({ authorization: `Bearer ${office.token}` });
  if (asked.profileId) headers.set(profileHeader, asked.profileId);
  if (asked.personId) headers.set(personHeader, asked.personId);
  if (asked.body !== undefined) headers.set('content-type', 'application/json');
  else if (asked.bytes) headers.set('content-type', 'application/octet-stream');
  const response = await fetch(address, {
    method: endpoint.method,
    headers,
    body: asked.body !== undefined ? JSON.stringify(asked.body) : (asked.bytes ?? null),
  });
  if (!response.ok)
    throw new Error(`${endpoint.method} ${address.pathname}: ${response.status} ${await response.text()}`);
  return (await response.json()) as AnswerOf<E>;
}
