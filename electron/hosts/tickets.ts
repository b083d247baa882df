/**
 * Runs in: the process of the program. A place on disk that a person chose in a native dialog, as a word without meaning.
 * Paths never cross the bridge to the page: the page carries the ticket to the server, which alone can turn it back, once.
 */
import { randomBytes } from 'node:crypto';
import { newestKept } from '../server/core/newest-kept.ts';

/** What the person allowed: read one file, read a folder, write one file, write into a folder. */
export type TicketKind = 'open-file' | 'open-folder' | 'save-file' | 'save-folder';

export type Tickets = {
  /** Keeps `path` and gives the word that stands for it. */
  issue(path: string, kind: TicketKind): string;
  /** The path, once; null when the ticket is unknown, used, too old, or was given for another kind of use. */
  redeem(ticket: string, kind: TicketKind): string | null;
};

/** Long enough to fill in a form after choosing, short enough that a forgotten ticket is worth nothing. */
const lifetime = 30 * 60 * 1000;
/** A page that asks for tickets without end only pushes out its own oldest. */
const atMost = 2000;

/** Tickets of one running program; they end with it. `now` is in milliseconds. */
export function createTickets(now: () => number = Date.now): Tickets {
  const open = newestKept<{ path: string; kind: TicketKind; until: number }>(atMost);

  return {
    issue(path, kind) {
      const ticket = randomBytes(24).toString('base64url');
      open.add(ticket, { path, kind, until: now() + lifetime });
      return ticket;
    },
    redeem(ticket, kind) {
      const found = open.get(ticket);
      // A ticket shown for the wrong use is a mistake or a try; either way it is spent.
      open.remove(ticket);
      return found !== null && found.kind === kind && now() < found.until ? found.path : null;
    },
  };
}
