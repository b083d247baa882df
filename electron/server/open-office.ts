/** One office's program put together: its data folder opened, its routes registered. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { clearStaging } from '../../db/blobs.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { type OpenProblem, openDatabase } from '../../db/open.ts';
import { createWriter } from '../../db/write.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { PrintPdf } from '../documents/write/print-pdf.ts';
import { toPdf } from '../documents/write/to-pdf.ts';
import type { AppHost } from './core/app-host.ts';
import type { Deps } from './core/deps.ts';
import { createCapabilities } from './core/evidence-door.ts';
import { createFileTexts } from './core/file-texts.ts';
import { refusalOf, type ServerEnv } from './core/implement.ts';
import { createJobs } from './core/jobs.ts';
import { newestKept } from './core/newest-kept.ts';
import { createPlaces, type FolderTickets } from './core/places.ts';
import { type Refusal, refusalResponse, refuse } from './core/refusal.ts';
import { version } from './core/version.ts';
import { registerRoutes } from './routes.ts';

/** A person compares at most a few files before keeping one; older ones can be opened again. */
const keptReads = 4;
/** A PDF is fetched at once after it was made; a few stay for a slow window. */
const keptPdfs = 4;

export type OfficeOptions = {
  readonly dataDir: string;
  /** Folders chosen in the window's dialog; null where there is no window. */
  readonly tickets: FolderTickets | null;
  /** Further folders bundles may be written to, named at start. */
  readonly exportDirs?: readonly string[];
  /** How this machine prints to PDF; by its browser where nothing else is given. */
  readonly printPdf?: PrintPdf;
  readonly clock?: () => number;
  readonly newId?: () => string;
  readonly log?: (line: string) => void;
};

export type Office = AppHost & { readonly deps: Deps };

/** Opens the office in a data folder, or says in Vietnamese why not; a refused folder is left as it was. */
export function openOffice(options: OfficeOptions): Result<Office, Refusal> {
  const { printPdf = toPdf, clock = Date.now, newId = randomUUID, log = () => undefined } = options;
  const folder = dataFolder(options.dataDir);
  const opened = openDatabase(folder, clock());
  if (!opened.ok) return fail(openingRefusal(opened.error));
  clearStaging(folder);
  const capabilities = createCapabilities(folder, clock);
  const deps: Deps = {
    folder,
    db: opened.value,
    writer: createWriter(opened.value.sqlite),
    jobs: createJobs({ clock, newId, refusalOf: (error) => refusalOf(error, { log }) }),
    reads: newestKept(keptReads),
    pdfs: newestKept(keptPdfs),
    capabilities,
    fileTexts: createFileTexts({ db: opened.value, folder, clock, log }),
    places: createPlaces(folder, options.tickets, options.exportDirs),
    printPdf,
    version,
    clock,
    newId,
    log,
  };
  const app = new Hono<ServerEnv>();
  registerRoutes(app, deps);
  app.notFound(() => refusalResponse(refuse('khong-tim-thay')));
  return ok({
    deps,
    fetch: (request, env) => app.fetch(request, env),
    evidence: capabilities.serve,
    setEvidenceOrigin: capabilities.setOrigin,
    close: async () => {
      await deps.fileTexts.close();
      await deps.jobs.close();
      opened.value.close();
    },
  });
}

function openingRefusal(problem: OpenProblem): Refusal {
  if (problem.code === 'dang-mo' && problem.since !== null) return refuse('dang-mo', { since: problem.since });
  return refuse(problem.code);
}
