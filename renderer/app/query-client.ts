/**
 * One cache of what the server said. The server is on the same machine: an answer is asked for again when a write says so,
 * not by the clock, and a refusal is shown instead of being tried again behind the clerk's back.
 */
import { QueryClient } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
