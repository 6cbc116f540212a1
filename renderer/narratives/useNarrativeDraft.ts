import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Narrative } from '../../shared/contract/narrative.ts'
import { callEngine, EngineError } from '../engine/client.ts'
import { mergedFields } from './mergedFields.ts'
import { createDraft, type Draft } from './narrativeDraft.ts'

/** What is typed of a narrative. */
export type NarrativeFields = Pick<Narrative, 'kind' | 'title' | 'heldOn' | 'metWith' | 'content'>

/** Milliseconds that typing rests before it is kept, and after which it is kept while it goes on. */
const times = { quiet: 700, latest: 4000 }

function draftOf(narrative: Narrative): Draft<NarrativeFields> {
  const { engagementId, narrativeId, at } = narrative
  const write = async (fields: NarrativeFields, basedOn: string | null) => {
    const params = { engagementId, narrativeId, ...fields, ...(basedOn === null ? {} : { basedOn }) }
    return { fields, at: (await callEngine('narrative.save', params)).at }
  }
  return createDraft<NarrativeFields>({
    fields: fieldsOf(narrative),
    at,
    times,
    isOvertaken,
    save: async (typed, kept, basedOn) => {
      try {
        return await write(typed, basedOn)
      } catch (error) {
        if (!isOvertaken(error)) throw error
        const stored = await callEngine('narrative.get', { narrativeId })
        const merged = mergedFields(kept, typed, fieldsOf(stored))
        if (merged === null) throw error
        return await write(merged, stored.at)
      }
    },
  })
}

const fieldsOf = ({ kind, title, heldOn, metWith, content }: Narrative): NarrativeFields => ({
  kind,
  title,
  heldOn,
  metWith,
  content,
})

const isOvertaken = (error: unknown) => error instanceof EngineError && error.code === 'narrative.changed_meanwhile'

/**
 * The draft of a narrative that is being written. Where the store changes the paper otherwise (an undo, an exchange) and nothing
 * is typed that is not kept, a new draft begins with what the store says.
 * @param receivedAt when the engine said what the narrative is, by the window's clock
 * @returns the draft, its state, what fields that are not controlled begin anew with, and what gives up what was typed
 */
export function useNarrativeDraft(narrative: Narrative, receivedAt: number) {
  const [{ draft, number }, setSession] = useState(() => ({ draft: draftOf(narrative), number: 0 }))
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  const takeStored = () => setSession({ draft: draftOf(narrative), number: number + 1 })
  if (state.status === 'saved' && receivedAt > draft.answeredAt() && narrative.at !== state.at) takeStored()
  useEffect(() => {
    const flush = () => void draft.flush()
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('beforeunload', flush)
      flush()
    }
  }, [draft])
  return { draft, state, version: `${number} ${draft.revision()}`, takeStored }
}
