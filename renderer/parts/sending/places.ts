/** Where a bundle may go: sticks first, what has room for it, which one to offer. Pure. */
import type { PlaceView } from '../../../shared/api/contract/reports.ts';

/** A little more than the bytes counted: the container adds its own lists. */
const slack = 1024 * 1024;

/** Removable drives first, otherwise in the order given. */
export const sortPlaces = (places: readonly PlaceView[]): PlaceView[] => [
  ...places.filter((place) => place.removable),
  ...places.filter((place) => !place.removable),
];

/** A place that does not say its free room is taken at its word; the write itself will tell. */
export const hasRoom = (place: Pick<PlaceView, 'freeBytes'>, bytes: number): boolean =>
  place.freeBytes === null || place.freeBytes >= bytes + slack;

/** The chosen place while it is still there and has room, else the first that has. */
export function placeToOffer(places: readonly PlaceView[], bytes: number, chosen: string | null): PlaceView | null {
  const fitting = sortPlaces(places).filter((place) => hasRoom(place, bytes));
  return fitting.find((place) => place.id === chosen) ?? fitting[0] ?? null;
}

/** The first sixteen digits of a digest in groups of four, enough to compare by eye. */
export const shortDigest = (sha256: string): string => sha256.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
