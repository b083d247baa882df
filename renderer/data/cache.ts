/**
 * Server data in the renderer: one cache keyed by endpoint and its parameters. A write refreshes everything that is on the screen:
 * the data lie on the same computer, so a second read costs milliseconds, and nothing shown can be stale.
 */
import { keepPreviousData, notifyManager, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import type { AnswerOf, BodyKind, Endpoint, ParamsOf, QueryOf } from '../../shared/api/endpoint.ts';
import { useSession } from '../state/session.ts';
import { call, Refusal } from './client.ts';

// biome-ignore lint/suspicious/noExplicitAny: the helper types give each call its exact shape
type AnyEndpoint = Endpoint<any, any, BodyKind, any>;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: 'always',
      retry: (count, error) => !(error instanceof Refusal) && count < 1,
    },
  },
});

/**
 * Resolves when the screen shows what the cache holds, which is one turn later. Who forgets a draft or moves the keyboard before that
 * turn meets the old rows for a moment, and a key pressed in it would be written over an old revision.
 */
export const screenShows = (): Promise<void> => new Promise((shown) => notifyManager.schedule(() => shown()));

let reading: Promise<void> = Promise.resolve();
let nextReading: Promise<void> | null = null;

/**
 * Reads again what is on the screen; resolves when the screen shows it. One reading at a time: a second one would cancel the first, whose
 * caller would go on with old rows. Who asks while one is under way gets the next, which began after what was just written.
 */
export function readAgain(): Promise<void> {
  nextReading ??= reading.then(async () => {
    nextReading = null;
    reading = queryClient.invalidateQueries().then(screenShows);
    await reading;
  });
  return nextReading;
}

/** Reads an endpoint; `null` instead of its parameters means "not yet": nothing is asked. */
export function useData<E extends AnyEndpoint>(
  endpoint: E,
  given: { params?: ParamsOf<E>; query?: QueryOf<E> } | null = {},
) {
  const profileId = useSession((session) => session.profileId);
  const personId = useSession((session) => session.personId);
  return useQuery<AnswerOf<E>, Error>({
    queryKey: [profileId, endpoint.path, given?.params ?? null, given?.query ?? null, personId],
    queryFn: ({ signal }) => call(endpoint, { ...given, signal } as Parameters<typeof call<E>>[1]),
    enabled: given !== null,
    placeholderData: keepPreviousData,
  });
}

/** A write: runs `act`, then everything on the screen is read again. */
export function useWrite<Given, Answer>(act: (given: Given) => Promise<Answer>) {
  return useMutation<Answer, Error, Given>({
    mutationFn: act,
    onSettled: readAgain,
  });
}
