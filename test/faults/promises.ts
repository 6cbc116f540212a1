import { expect } from 'vitest'
import type { FaultStore } from './faultStore.ts'
import { tally } from './tally.ts'

/** Holds an open store to its promises: every page and file is sound, and the journal is valid and what the tables say. */
export async function expectSound({ engine, engagementId }: FaultStore): Promise<void> {
  expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
  expect(await engine.call('journal.verify', { engagementId })).toMatchObject({ valid: true })
}

/** Counts in the table of the run what is left of so many controls that were saved before a fault: all of them. */
export async function expectControls(
  { engine, engagementId }: FaultStore,
  saved: number,
  fault: string,
  rounds = 1,
): Promise<void> {
  const { total } = await engine.call('control.list', { engagementId })
  tally({ fault, rounds, saved, lost: saved - total })
  expect(total).toBe(saved)
}
