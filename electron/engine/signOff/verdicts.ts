import type { Reader } from '../../../db/reader.ts'
import type { SignOff } from '../../../shared/contract/signOff.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { problemOf } from './statement.ts'

type Verdict = { row: EntityRow<'signOff'>; publicKey: string | undefined; of: string; problem: SignOff['problem'] }

/**
 * What was found of signatures, while a store is open: the verdict goes with every byte that it rests on, which are the sign-off
 * with its signature and the key of who is said to have signed. Whatever of them differs is verified again. Rows that are
 * remembered are known by being the same; those that were read anew are compared.
 */
const verdicts = new WeakMap<Reader, Map<string, Verdict>>()

/** @returns what is wrong with a sign-off, or `null` for one that is genuine; each is verified once */
export function knownProblemOf(
  reader: Reader,
  row: EntityRow<'signOff'>,
  publicKey: string | undefined,
): SignOff['problem'] {
  const ofStore = verdicts.get(reader) ?? new Map<string, Verdict>()
  verdicts.set(reader, ofStore)
  const known = ofStore.get(row.id)
  if (known?.row === row && known.publicKey === publicKey) return known.problem
  const of = JSON.stringify([row, publicKey])
  const problem = known?.of === of ? known.problem : problemOf(row, publicKey)
  ofStore.set(row.id, { row, publicKey, of, problem })
  return problem
}
