import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { EngineProcess } from './engineProcess.ts'
import type { FaultStore } from './faultStore.ts'
import { expectSound } from './promises.ts'
import { momentOf, type Span } from './schedule.ts'
import { tally } from './tally.ts'

/** Work that is killed in its middle, again and again. What was answered is told as a fact: a text by which it is found again. */
export type Work = {
  name: string
  /** Works on and on; what it is doing when the engine is killed is never answered. */
  go: (engine: EngineProcess, round: number, answered: (fact: string) => void) => Promise<void>
  /** @returns every fact that holds; @throws where something is there by half */
  holds: (engine: EngineProcess) => Promise<Set<string>>
}

/**
 * Kills the engine in the middle of one work after the other, and holds the store to its promises after each: it opens, is sound,
 * and its journal is valid.
 * @returns what was answered and is not there: nothing, if all is well
 */
export async function killRounds(store: FaultStore, works: readonly Work[], { first, end }: Span): Promise<string[]> {
  const facts = new Map(works.map(({ name }) => [name, new Set<string>()]))
  const lost: string[] = []
  for (let round = first; round < end; round += 1) {
    const work = works[round % works.length]
    if (work === undefined) throw new TypeError('There is work to kill')
    const known = facts.get(work.name) ?? new Set()
    const before = known.size
    await killInTheMiddle(store, work, round, known)
    await expectSound(store)
    const holding = await work.holds(store.engine)
    const gone = [...known].filter((fact) => !holding.has(fact))
    tally({ fault: `kill of engine, ${work.name}`, rounds: 1, saved: known.size - before, lost: gone.length })
    lost.push(...gone)
  }
  return lost
}

async function killInTheMiddle(store: FaultStore, work: Work, round: number, known: Set<string>): Promise<void> {
  const { answers, milliseconds } = momentOf(work.name, round)
  const enough = Promise.withResolvers<void>()
  let count = 0
  const answered = (fact: string) => {
    known.add(fact)
    count += 1
    if (count >= answers) enough.resolve()
  }
  if (answers === 0) enough.resolve()
  // A call that is never answered ends in nothing; one that is refused is a fault of the work.
  const refusals: unknown[] = []
  work.go(store.engine, round, answered).catch((error: unknown) => {
    refusals.push(error)
    enough.resolve()
  })
  await enough.promise
  await setTimeout(milliseconds)
  await store.killAndReopen()
  expect(refusals).toEqual([])
}
