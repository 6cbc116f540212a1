import type { PaperTarget } from '../../shared/contract/paper.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'

/**
 * @param paper that is looked at; `undefined` where there is none
 * @returns what clears the next note on it that was answered and is one's own, and the error of the last attempt
 */
export function useClearNote(engagementId: string, paper: PaperTarget | undefined) {
  const me = useEngineQuery('store.status', {}).data?.practitioner?.practitionerId
  const list = useEngineQuery(
    'note.list',
    { engagementId, status: 'answered', ...(paper === undefined ? {} : { paper }) },
    { enabled: paper !== undefined },
  )
  const clear = useEngineCommand('note.clear', { quiet: true })
  const next = list.data?.notes.find(({ authorId }) => authorId === me)
  return {
    clearNote: () => {
      if (next !== undefined) void clear.run({ noteId: next.noteId }).catch(() => undefined)
    },
    error: clear.error,
  }
}
