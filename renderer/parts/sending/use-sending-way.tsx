/** The way of a bundle as a person chooses it, for every screen that writes one: the questions, what is missing, and what was chosen. */
import { type ReactNode, useState } from 'react';
import type { SendingWay } from '../../../shared/api/contract/sending.ts';
import { placeToOffer } from './places.ts';
import { freshWay, lockOf, splitBytesOf, type Way, wayFault } from './way.ts';
import { type Receiver, usePlaces, WayFields } from './way-fields.tsx';

export type ChosenWay = {
  /** Null until the places of this computer are known. */
  fields: ReactNode;
  /** What keeps the bundle from being written, in words; null when nothing does. */
  fault: string | null;
  /** How it is locked and cut, wherever it goes. */
  how: Pick<SendingWay, 'lock' | 'splitBytes'>;
  /** Where it goes, as `startExport` takes it; null while no place is known. */
  there: { way: SendingWay; placeLabel: string; removable: boolean } | null;
};

export function useSendingWay(bytes: number, receiver: Receiver): ChosenWay {
  const places = usePlaces();
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<Way>(freshWay);
  const place = places && placeToOffer(places, bytes, chosen);
  const hasKey = receiver?.hasKey ?? false;
  const how = { lock: lockOf(way, hasKey), splitBytes: splitBytesOf(way) ?? null };
  return {
    fields: places ? (
      <WayFields
        way={way}
        onWay={(change) => setWay((before) => ({ ...before, ...change }))}
        place={place}
        places={places}
        onPlace={setChosen}
        bytes={bytes}
        receiver={receiver}
      />
    ) : null,
    fault: wayFault(way, hasKey),
    how,
    there: place && {
      way: { placeId: place.id, ticket: null, ...how },
      placeLabel: place.label,
      removable: place.removable,
    },
  };
}
