/**
 * Runs in: main process. Hands `app://` requests to the program and to the built page; holds no logic of its own.
 * Rules HO4 to HO7 and HO9 of `electron/hosts/SPEC.md` hold here as they do on the loopback door.
 */
import { answerEvidence } from '../hosts/evidence-origin.ts';
import { answerHeaders, pageHeaders, withHeaders } from '../hosts/page-policy.ts';
import { doorRefusal, doorRefusalAsData, doorRefusalAsPage } from '../hosts/refusals.ts';
import { openStaticFiles } from '../hosts/static-files.ts';
import type { AppHost } from '../server/core/app-host.ts';
import { evidenceOrigin, isEvidence, isPage, pageOrigin, scheme } from './addresses.ts';
import type { ElectronModule } from './electron-module.ts';

/** Must run before the application is ready; Electron accepts it once. */
export function registerScheme(protocol: Pick<ElectronModule['protocol'], 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        // Without these the page has no storage, no fetch and no seeking in media.
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        // The page reads evidence across origins, and only by CORS.
        corsEnabled: true,
        codeCache: true,
        bypassCSP: false,
        allowServiceWorkers: false,
      },
    },
  ]);
}

/** What Electron adds to a request: who asked, as the browser knows it and the page cannot choose. */
type WindowRequest = Request & { readonly initiatorOrigin?: string };

function askedByStranger(request: WindowRequest): boolean {
  const from = [request.initiatorOrigin, request.headers.get('origin')];
  return from.some((origin) => origin != null && origin !== pageOrigin);
}

/** Answers every `app://` request of the window. Defects become a sentence and are told to `onDefect`. */
export function serveWindow(
  protocol: Pick<ElectronModule['protocol'], 'handle'>,
  app: AppHost,
  rendererDir: string,
  onDefect: (error: unknown) => void,
): void {
  const files = openStaticFiles(rendererDir);
  app.setEvidenceOrigin(evidenceOrigin);

  const answerPage = async (request: WindowRequest): Promise<Response> => {
    if (!new URL(request.url).pathname.startsWith('/api/')) return files.answer(request, pageHeaders(evidenceOrigin));
    if (askedByStranger(request)) return doorRefusal('trang-la', request);
    return withHeaders(await app.fetch(request, { door: 'window' }), answerHeaders);
  };

  protocol.handle(scheme, async (request) => {
    try {
      if (isPage(request.url)) return await answerPage(request);
      if (isEvidence(request.url)) return await answerEvidence(app, request, [pageOrigin]);
      return doorRefusalAsPage('khong-co-trang');
    } catch (error) {
      onDefect(error);
      return doorRefusalAsData('loi-chuong-trinh');
    }
  });
}
