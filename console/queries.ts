import { QueryClient, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OkOf, RouteName } from '../contract/routes.ts';
import { call } from './api.ts';
import type { Input } from './api.ts';
import { NetworkError } from './problem-error.ts';

/** Answers of the API by route and input. The one store of server data; nothing is kept beside it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => error instanceof NetworkError && count < 2,
    },
  },
});

/** Asks a GET route. `enabled: false` waits; `refetchMs` asks again by itself. */
export function useRoute<N extends RouteName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; refetchMs?: number; staleMs?: number } = {},
): UseQueryResult<OkOf<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, { ...input, signal }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.refetchMs === undefined ? {} : { refetchInterval: options.refetchMs }),
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
  });
}

/** After a write: what these routes answered is asked again. */
export async function forget(...names: readonly RouteName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}

/** What an order on a case may change on any page. */
const ofCases: readonly RouteName[] = [
  'oneCase',
  'timeline',
  'listFiles',
  'listDocuments',
  'explainClock',
  'candidates',
  'worklist',
  'worklistCounters',
  'findCases',
  'listWarnings',
  'listMessages',
  'ledger',
  'board',
  'boardCases',
];

/** After an order: everything that shows cases is asked again. */
export async function forgetCases(): Promise<void> {
  await forget(...ofCases);
}
