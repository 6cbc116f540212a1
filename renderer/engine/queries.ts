import { QueryClient } from '@tanstack/react-query'
import { onEngineEvent } from './client.ts'

/** What screens were told by the engine. Nothing ages by itself: only the engine's events make an answer old. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asks again for what a commit may have changed; a locked store leaves nothing behind in the window. */
export function followEngine(): () => void {
  const ends = [
    onEngineEvent('entities.changed', () => void queries.invalidateQueries()),
    onEngineEvent('store.state', (state) => {
      queries.setQueryData(storeStatusKey, state)
      if (!state.open) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== storeStatusKey[0] })
    }),
  ]
  return () => ends.forEach((end) => end())
}

const storeStatusKey = ['store.status', {}]
