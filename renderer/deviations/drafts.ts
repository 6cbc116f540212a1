import { onEngineEvent } from '../engine/client.ts'
import type { DeviationValues } from './deviationValues.ts'

/** What was typed about a deviation and not saved yet: it survives leaving the panel, not the locking of the store. */
const drafts = new Map<string, DeviationValues>()

let isListening = false

/** @returns the draft of a subject, as `subjectKey` names it */
export const draftOf = (key: string): DeviationValues | undefined => drafts.get(key)

export function keepDraft(key: string, values: DeviationValues): void {
  forgetWhenLocked()
  drafts.set(key, values)
}

export function forgetDraft(key: string): void {
  drafts.delete(key)
}

function forgetWhenLocked(): void {
  if (isListening) return
  isListening = true
  onEngineEvent('store.state', ({ open }) => {
    if (!open) drafts.clear()
  })
}
