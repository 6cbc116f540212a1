import type { Period } from '../../../shared/contract/engagement.ts'
import type { ParamsOf } from '../../../shared/contract/index.ts'
import type { SamplePart, SeedOrigin, SelectionMethod, StratifyBy } from '../../../shared/contract/sample.ts'
import type { SettledPlan } from '../plan/planChoice.ts'

/** What the auditor chose for a draw, besides its size. */
export type DrawChoice = {
  method: SelectionMethod
  stratifyBy: StratifyBy
  /** Ids of a targeted selection, one a line. */
  itemIds: string
  seed: string
  seedOrigin: Exclude<SeedOrigin, 'given'>
  part: SamplePart | null
  dualPurpose: string
  reason: string
}

/** @returns where a draw begins: at random, of the whole period */
export function newDrawChoice(): DrawChoice {
  return {
    method: 'random',
    stratifyBy: 'month',
    itemIds: '',
    seed: '',
    seedOrigin: 'generated',
    part: null,
    dualPurpose: '',
    reason: '',
  }
}

/** @returns whether a method takes a size; the others take what they are told */
export function isSized(method: SelectionMethod): boolean {
  return method !== 'all' && method !== 'targeted'
}

/** @returns a draw as the engine takes it */
export function drawParams(
  place: { populationId: string; controlId: string; window: Period | null },
  choice: DrawChoice,
  settled: SettledPlan | null,
): ParamsOf<'sample.draw'> {
  const { populationId, controlId, window } = place
  const { method, stratifyBy, itemIds, seed, seedOrigin, part, dualPurpose, reason } = choice
  return {
    populationId,
    controlId,
    method,
    ...(isSized(method) && settled !== null ? settled : {}),
    ...(method === 'stratified' ? { stratifyBy } : {}),
    ...(method === 'targeted' ? { itemIds: itemIds.split(/\r?\n/).filter((id) => id !== '') } : {}),
    ...(seedOrigin === 'generated' || !isSized(method) ? {} : { seed: seed.trim(), seedOrigin }),
    ...(window === null ? {} : { window, ...(part === null ? {} : { part }) }),
    ...(dualPurpose.trim() === '' ? {} : { dualPurpose: dualPurpose.trim() }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
}
