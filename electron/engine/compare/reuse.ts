import { drawnSeeds, evidenceFiles, selectedItems } from '../../../db/prior/reuse.ts'
import { reused } from '../../../shared/compare/reused.ts'
import type { Reuse } from '../../../shared/contract/compare.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { QueryContext } from '../handler.ts'
import { type HeldPrior, heldPrior } from '../prior/held.ts'
import { matchControls, originsIn } from '../prior/matching.ts'
import { lastDayOf } from '../rollForward/days.ts'
import { chainOf } from '../rollForward/priorPeriod.ts'

type Holding = Pick<QueryContext, 'reader' | 'session'>

/**
 * What this engagement has in common with the periods before it that are at hand, the latest first.
 * @throws DomainError `engagement.not_found`
 */
export function reuseOf(engagementId: string, holding: Holding): ResultOf<'engagement.reuse'> {
  const links = chainOf(holding, engagementId).slice(1)
  const mine = heldPrior(holding, engagementId)
  if (mine === null) throw new DomainError('engagement.not_found', { engagementId })
  const found = links.flatMap((link) => {
    const prior = heldPrior(holding, link.engagementId)
    return prior === null ? [] : [between(mine, prior, holding)]
  })
  return {
    compared: links,
    evidence: found.flatMap(({ evidence }) => evidence),
    seeds: found.flatMap(({ seeds }) => seeds),
    items: found.flatMap(({ items }) => items),
  }
}

function between(mine: HeldPrior, prior: HeldPrior, holding: Holding): Reuse {
  const [id, priorId] = [mine.engagement.id, prior.engagement.id]
  const from = { engagementId: priorId, periodEnd: lastDayOf(prior.engagement) }
  const files = reused(evidenceFiles(mine.reader, id), evidenceFiles(prior.reader, priorId), {
    mine: ({ sha256 }) => sha256,
    prior: ({ sha256 }) => sha256,
  })
  const seeds = reused(drawnSeeds(mine.reader, id), drawnSeeds(prior.reader, priorId), {
    mine: ({ seed }) => seed,
    prior: ({ seed }) => seed,
  })
  const controls = matchControls(mine, prior, originsIn(holding, id, priorId))
  const pairOf = new Map(
    controls.flatMap((pair) => (pair.id === null || pair.priorId === null ? [] : [[pair.priorId, pair.id]])),
  )
  const items = reused(selectedItems(mine.reader, id), selectedItems(prior.reader, priorId), {
    mine: ({ controlId, itemId }) => `${controlId} ${itemId}`,
    prior: ({ controlId, itemId }) => {
      const pair = pairOf.get(controlId)
      return pair === undefined ? null : `${pair} ${itemId}`
    },
  })
  return {
    evidence: files.map((file) => ({ ...file.mine, priorName: file.prior.name, from })),
    seeds: seeds.map(({ mine: { sampleId, controlRef, seed }, prior: before }) => ({
      sampleId,
      controlRef,
      seed,
      priorControlRef: before.controlRef,
      from,
    })),
    items: items.map(({ mine: { deviated: _now, ...item }, prior: before }) => ({
      ...item,
      priorDeviated: before.deviated === 1,
      from,
    })),
  }
}
