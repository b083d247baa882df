/** How the program was reached: the desktop window, the loopback port, the command line or a test. */
export type Door = 'window' | 'http' | 'cli' | 'test';

/** One office's program as a function; hosts (window, loopback port, tests) only carry requests to it. */
export interface AppHost {
  /** Answers API requests (paths under /api/). The host has already checked that the caller may come through `door`. */
  fetch(request: Request, env: { door: Door }): Promise<Response> | Response;
  /** Serves evidence bytes under short-lived capability addresses (/e/<capability>), on an origin of its own without any rights. */
  evidence(request: Request): Promise<Response> | Response;
  /** Base address under which evidence() is reachable; the host tells it before the first request. */
  setEvidenceOrigin(origin: string): void;
  close(): Promise<void>;
}
