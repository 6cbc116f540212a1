import { QueryClient } from '@tanstack/react-query'
import type { EngineState } from '../../shared/shell/engineState.ts'
import { calm } from './calm.ts'
import { onEngineEvent } from './client.ts'
import { askShell } from './shell.ts'

/** What screens were told by the engine. Nothing ages by itself: only the engine's events make an answer old. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asks again for what a commit may have changed; a locked store leaves nothing behind in the window. */
export function followEngine(): () => void {
  // Somebody who types results asks for nothing else meanwhile, and the engine has their next key to write.
  const askOnceTypingRests = calm(() => askAgain('none'), { quiet: 250, latest: 2000 })
  const ends = [
    onEngineEvent('entities.changed', ({ command }) => {
      if (command === 'result.record') askOnceTypingRests()
      // The frame shows the list on every screen, and it counts all papers: few commands are a reason to count.
      else askAgain(command.startsWith('engagement.') ? 'active' : 'none')
    }),
    // The engine reads new files by itself; what was looked for may be in them.
    onEngineEvent('job.ended', ({ method }) => {
      if (method !== 'search.update') return
      void queries.invalidateQueries({ queryKey: ['search.query'] })
      void queries.invalidateQueries({ queryKey: ['search.unsearched'] })
    }),
    onEngineEvent('store.state', (state) => {
      queries.setQueryData(storeStatusKey, state)
      if (!state.open) forgetStore()
      // What waits for somebody, and what they may do, is another thing for whoever took over.
      else void queries.invalidateQueries()
    }),
    // Until an engine is there again, the screens stay readable; a new one has no open store.
    window.tickmark.on('engine.state', (payload) => {
      if ((payload as { state: EngineState }).state !== 'ready') return
      forgetStore()
      void queries.invalidateQueries({ queryKey: storeStatusKey })
    }),
  ]
  for (const sign of ['copy', 'cut']) document.addEventListener(sign, noteCopied)
  return () => ends.forEach((end) => end())
}

/** @param list whether the list of engagements is asked for at once, too, where it is shown */
function askAgain(list: 'active' | 'none'): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'engagement.list' })
  void queries.invalidateQueries({ queryKey: ['engagement.list'], refetchType: list })
}

const storeStatusKey = ['store.status', {}]

function forgetStore(): void {
  // Only what was copied here, and only while nothing else was.
  void askShell({ kind: 'forgetCopied' }).catch(() => undefined)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== storeStatusKey[0] })
}

/** Once the browser has put it there. */
function noteCopied(): void {
  setTimeout(() => void askShell({ kind: 'noteCopied' }).catch(() => undefined), 0)
}
