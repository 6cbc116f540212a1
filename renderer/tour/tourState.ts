import { useSyncExternalStore } from 'react'
import { goTo } from '../app/goTo.ts'
import { stops } from './stops.ts'

/** Where somebody is on the tour through an engagement. */
type Tour = { engagementId: string; at: number }

let tour: Tour | null = null
const watchers = new Set<() => void>()

/** @returns where the tour is; `null` while nobody is on it */
export const useTour = (): Tour | null => useSyncExternalStore(watch, () => tour)

/** Goes to a stop of the tour; behind the last one it ends. */
export function goToStop(engagementId: string, at: number): void {
  const stop = stops[at]
  change(stop === undefined ? null : { engagementId, at })
  if (stop !== undefined) goTo(stop.link(engagementId))
}

export function endTour(): void {
  change(null)
}

function change(to: Tour | null): void {
  tour = to
  for (const tell of watchers) tell()
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}
