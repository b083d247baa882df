/** The program without any door between: for tests and the command line. Same requests, same answers, no port. */
import type { AppHost, Door } from '../server/core/app-host.ts';

export type InProcess = {
  /** Asks the program; `path` starts with `/api/`. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Follows an address of an evidence file, as the program gave it out. */
  evidence(address: string, init?: RequestInit): Promise<Response>;
};

/** Addresses that exist only inside the process. */
const page = 'http://so-viec.invalid';
const evidence = 'http://minh-chung.invalid';

/** `door` is what the program will see as the way the request came. */
export function inProcess(app: AppHost, door: Door): InProcess {
  app.setEvidenceOrigin(evidence);
  const build = (base: string, path: string, init: RequestInit | undefined) => {
    // A body that streams needs to be told so; for other bodies it means nothing.
    const streaming = { ...init, duplex: 'half' };
    return new Request(new URL(path, base), streaming as RequestInit);
  };
  return {
    request: async (path, init) => app.fetch(build(page, path, init), { door }),
    evidence: async (address, init) => app.evidence(build(evidence, address, init)),
  };
}
