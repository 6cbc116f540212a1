import { hash } from 'node:crypto'

/** How many rounds there are in all: 50 in every check, 1,000 by night (`TICKMARK_FAULT_ROUNDS`). */
export const rounds = Number(process.env['TICKMARK_FAULT_ROUNDS'] ?? 50)

/** Rounds from `first` to the one before `end`. */
export type Span = { first: number; end: number }

/** A store grows with every round, and every round looks at all of it: after so many a new one is made, so that a night takes as long as it has rounds. */
const roundsOfStore = 25

/** @returns all rounds, in the spans of which each has a store of its own */
export function spansOf(count: number): Span[] {
  const stores = Math.ceil(count / roundsOfStore)
  return Array.from({ length: stores }, (_, at) => ({
    first: at * roundsOfStore,
    end: Math.min(count, (at + 1) * roundsOfStore),
  }))
}

/** When to kill: after so many answers, and so many milliseconds more. */
export type Moment = { answers: number; milliseconds: number }

const mostAnswers = 3
/** About what the longest single work takes. */
const longestWork = 250

/** @returns the moment of a round; the same in every run of one `TICKMARK_SEED` */
export function momentOf(name: string, round: number): Moment {
  const bytes = hash('sha256', `${process.env['TICKMARK_SEED'] ?? '20261129'} ${name} ${round}`, 'buffer')
  return { answers: bytes.readUInt32BE(0) % (mostAnswers + 1), milliseconds: bytes.readUInt32BE(4) % longestWork }
}

/** @returns at which share of a work's length a round kills it, from 0 to 1; the same in every run of one `TICKMARK_SEED` */
export function shareOf(name: string, round: number): number {
  return momentOf(name, round).milliseconds / longestWork
}
