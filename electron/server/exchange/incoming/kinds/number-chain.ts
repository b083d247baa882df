/** What reports and recalls of a unit have in common: one sequence of numbers, in which gaps and forks show. */
import { hasFork, heldOf, recallsOf } from '../../../../../db/queries/standing.ts';
import type { Batch } from '../../../../../db/write.ts';
import type { Arriving, Chain, Held } from '../../../../../shared/bundle/standing.ts';
import type { Deps } from '../../../core/deps.ts';
import type { Incoming } from './incoming-kind.ts';

type FromBelow = Incoming<'report'> | Incoming<'recall'>;

/** `windowKey` is null for a recall. A unit that is not known here goes by its own id: nothing of it can be here. */
export const arrivingOf = ({ data, digest, unitId }: FromBelow, windowKey: string | null): Arriving => ({
  bundleId: data.bundle.id,
  digest,
  unitId: unitId ?? data.sender.unit.id,
  installationId: data.sender.installationId,
  sequence: data.bundle.sequence,
  previous: data.bundle.previous,
  windowKey,
  replaces: data.bundle.replaces,
});

/** What lies here of the sender, and the ids of bundles it withdrew; nothing of a unit that is not known. */
export const knownOfSender = (deps: Deps, unitId: string | null): { held: Held[]; recalls: Set<string> } => ({
  held: unitId === null ? [] : heldOf(deps.db, unitId),
  recalls: unitId === null ? new Set() : recallsOf(deps.db, unitId),
});

/** NH9, NH11 in words. */
export function chainWarnings({ fork, missing }: Chain): string[] {
  const warnings: string[] = [];
  if (fork)
    warnings.push(
      `Đơn vị này có thể đã khôi phục bản sao lưu cũ hoặc nhân bản máy: có hai gói khác nhau cùng đứng ở số ${fork.sequence}.`,
    );
  if (missing)
    warnings.push(
      missing.from === missing.to
        ? `Gói số ${missing.from} của đơn vị này chưa tới đây.`
        : `Các gói số ${missing.from} đến ${missing.to} của đơn vị này chưa tới đây.`,
    );
  return warnings;
}

/** A gap before something new is common and harmless; before a replacement it may hide that the sender went back in time (NH11). */
export const isQuiet = ({ fork, missing }: Chain, standing: string): boolean =>
  fork === null && (missing === null || standing !== 'thay-the');

/** NH9: a contradiction is written down once, and stays written. */
export function keepFork(
  deps: Deps,
  batch: Batch,
  { unitId, data }: FromBelow & { unitId: string },
  { fork }: Chain,
): void {
  if (!fork) return;
  const { installationId } = data.sender;
  if (hasFork(deps.db, unitId, installationId, fork.sequence)) return;
  batch.insert('forkedInstallation', { id: deps.newId(), unitId, installationId, ...fork, seenAt: deps.clock() });
}
