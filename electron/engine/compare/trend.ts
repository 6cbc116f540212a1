import { itemsByControl } from '../../../db/prior/tests.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { QueryContext } from '../handler.ts'
import { heldPrior, type HeldPrior } from '../prior/held.ts'
import { matchControls, originsIn } from '../prior/matching.ts'
import { chainOf } from '../rollForward/priorPeriod.ts'

/** Periods that a trend shows at most. */
const mostPeriods = 10

type Holding = Pick<QueryContext, 'reader' | 'session'>
type Point = ResultOf<'engagement.trend'>['controls'][number]['points'][number]

/**
 * The share of deviating items of each control, period by period: of items examined, as the figures of a sample count them.
 * @throws DomainError `engagement.not_found`
 */
export function trendOf(
  { engagementId, controlId, offset, limit }: CheckedParamsOf<'engagement.trend'>,
  holding: Holding,
): ResultOf<'engagement.trend'> {
  const periods = chainOf(holding, engagementId).slice(0, mostPeriods).toReversed()
  const mine = heldPrior(holding, engagementId)
  const pointOf = periods.map((link) => {
    const held = heldPrior(holding, link.engagementId)
    return held === null || mine === null ? () => null : pointsIn(mine, held, holding)
  })
  const all = holding.reader
    .list('control', { engagementId }, 'ref')
    .filter(({ id }) => controlId === undefined || id === controlId)
    .map(({ id, ref, title }) => ({ controlId: id, ref, title, points: pointOf.map((of) => of(id)) }))
    .filter(({ points }) => points.some((point) => point !== null && point.examined > 0))
  return { periods, total: all.length, controls: all.slice(offset, offset + limit) }
}

/** @returns what the items of a control of this engagement came to in another period */
function pointsIn(mine: HeldPrior, held: HeldPrior, holding: Holding): (controlId: string) => Point {
  const items = new Map(itemsByControl(held.reader, held.engagement.id).map((row) => [row.of, row]))
  const matches = matchControls(mine, held, originsIn(holding, mine.engagement.id, held.engagement.id))
  const isItself = held.engagement.id === mine.engagement.id
  const priorOf = new Map(
    matches.flatMap(({ id, priorId }) => (id === null || priorId === null ? [] : [[id, priorId]])),
  )
  return (controlId) => {
    const found = isItself ? controlId : priorOf.get(controlId)
    if (found === undefined) return null
    const { examined = 0, deviating = 0 } = items.get(found) ?? {}
    return { examined, deviating, rate: examined === 0 ? null : deviating / examined }
  }
}
