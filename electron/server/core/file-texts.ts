/**
 * Reads the words of stored files in the background, one file at a time: what was just added first, what an older program stored when
 * nothing else is to do. Nobody waits for it, and a file that fails is remembered so that it is not tried for ever.
 */
import { blobPath } from '../../../db/blobs.ts';
import type { DataFolder } from '../../../db/data-folder.ts';
import type { Database } from '../../../db/open.ts';
import { keepFileText, unreadFiles } from '../../../db/queries/file-texts.ts';
import { readFileWords } from '../../work/tasks.ts';

export type FileTexts = {
  /** Something was stored: look for unread files soon. */
  nudge(): void;
  /** Reads everything there is; for tests and the command line. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

/** A start or an upload goes first; milliseconds. */
const pauseBefore = 1500;

/** Pictures and films hold no words that are read here. */
const wordless = /^(?:image|video|audio)\//;

export function createFileTexts(deps: {
  db: Database;
  folder: DataFolder;
  clock: () => number;
  log: (line: string) => void;
}): FileTexts {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  const readNext = async (): Promise<boolean> => {
    const [file] = unreadFiles(deps.db, 1);
    if (!file || stop.signal.aborted) return false;
    const words = wordless.test(file.mediaType ?? '')
      ? { state: 'khong-co-chu' as const, text: '' }
      : await readFileWords(blobPath(deps.folder, file.sha256), {
          signal: stop.signal,
          progress: () => undefined,
        }).catch((error: unknown) => {
          if (!stop.signal.aborted)
            deps.log(`words not read: ${error instanceof Error ? error.message : String(error)}`);
          return { state: 'khong-doc-duoc' as const, text: '' };
        });
    if (stop.signal.aborted) return false;
    keepFileText(deps.db, file.sha256, { ...words, readAt: deps.clock() });
    return true;
  };

  const run = (): Promise<void> => {
    running ??= (async () => {
      while (await readNext());
    })().finally(() => {
      running = null;
    });
    return running;
  };

  const nudge = () => {
    clearTimeout(timer);
    if (stop.signal.aborted) return;
    timer = setTimeout(() => void run(), pauseBefore);
    timer.unref();
  };

  nudge();
  return {
    nudge,
    drain: run,
    close: async () => {
      stop.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
