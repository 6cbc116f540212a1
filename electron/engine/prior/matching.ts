import { origins } from '../../../db/prior.ts'
import type { EntityName } from '../../../shared/model/entities.ts'
import { type Match, matchPapers } from '../../../shared/prior/matchPapers.ts'
import type { QueryContext } from '../handler.ts'
import { chainOf } from '../rollForward/priorPeriod.ts'
import { type HeldPrior, heldPrior } from './held.ts'

type Holding = Pick<QueryContext, 'reader' | 'session'>

/** Where a paper of an engagement comes from in an earlier one. */
export type OriginIn = (entity: EntityName, id: string) => string | undefined

/**
 * Follows the origins that each roll-forward kept, period by period, back to an earlier engagement.
 * @returns nothing for papers that were not carried, or where an engagement between the two is not at hand
 */
export function originsIn(holding: Holding, engagementId: string, priorId: string): OriginIn {
  const chain = chainOf(holding, engagementId).map((link) => link.engagementId)
  const end = chain.indexOf(priorId)
  if (end < 1) return () => undefined
  const steps = chain.slice(0, end).map((id) => {
    const held = heldPrior(holding, id)
    return new Map((held === null ? [] : origins(held.reader, id)).map((row) => [row.id, row.originId]))
  })
  return (entity, id) =>
    steps.reduce<string | undefined>(
      (found, step) => (found === undefined ? undefined : step.get(`${entity}:${found}`)),
      id,
    )
}

/** @returns which controls of two engagements are the same: by origin, else by reference */
export function matchControls(mine: HeldPrior, prior: HeldPrior, originOf: OriginIn): Match[] {
  const controls = ({ reader, engagement }: HeldPrior) =>
    reader.list('control', { engagementId: engagement.id }, 'ref').map(({ id, ref }) => ({ id, key: ref }))
  return matchPapers(controls(mine), controls(prior), (id) => originOf('control', id))
}
