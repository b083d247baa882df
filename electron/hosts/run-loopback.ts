/**
 * Runs in: plain Node. Opens an office's program on the loopback door and stays until it is told to end. Used by `npm start`
 * where there is no desktop window, and by `headless.ts`.
 */
import type { Result } from '../../shared/core/result.ts';
import type { AppHost } from '../server/core/app-host.ts';
import { type HttpHost, serveHttp } from './node-http.ts';

export type LoopbackOptions = {
  readonly port: number;
  readonly rendererDir: string;
  readonly open: () => Promise<Result<AppHost, { readonly message: string }>>;
  /** Told once, when people can come in. */
  readonly onReady: (host: HttpHost) => void;
  /** A refusal, as one sentence. */
  readonly onRefused: (message: string) => void;
};

/** Ctrl+C, the end of the session, the console's close button on Windows. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** Ctrl+C often arrives twice, from the terminal and from npm; only after this many milliseconds is it a second wish. */
const sameWish = 2000;

/** Resolves at the first request to end. A second one ends the process at once, for a program that hangs while closing. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let told: number | undefined;
    for (const ending of endings) {
      process.on(ending, () => {
        told ??= performance.now();
        if (performance.now() - told > sameWish) process.exit(130);
        resolve();
      });
    }
  });
}

/** Resolves with the exit code: 0 after a clean end, 1 when the data or the port was refused. */
export async function runLoopback({ port, rendererDir, open, onReady, onRefused }: LoopbackOptions): Promise<0 | 1> {
  const told = untilTold();
  const app = await open();
  if (!app.ok) {
    onRefused(app.error.message);
    return 1;
  }
  const host = await serveHttp(app.value, { port, rendererDir });
  if (!host.ok) {
    await app.value.close();
    onRefused(host.error.message);
    return 1;
  }
  onReady(host.value);
  await told;
  await host.value.close();
  await app.value.close();
  return 0;
}
