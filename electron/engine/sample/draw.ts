import { drawsSoFar, proceduresWithoutSample } from '../../../db/sample.ts'
import { sha256Hex } from '../../../db/store.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { Sample } from '../../../shared/contract/sample.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { algorithms } from '../../../shared/sample/drawableItem.ts'
import { type DrawPlan, draw } from '../../../shared/sample/draw.ts'
import { newSeed } from '../../../shared/sample/seed.ts'
import type { StratifyBy } from '../../../shared/sample/strata.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadEngagement } from '../engagement.ts'
import { loadPopulation } from '../population/load.ts'
import { newItems } from './itemChanges.ts'
import { describeSample } from './load.ts'
import { loadControl } from '../control/load.ts'
import { sizeOf } from './sizing.ts'
import { loadSource, within } from './source.ts'
import { drawnPart } from './window.ts'

type Params = CheckedParamsOf<'sample.draw'>

/** @throws DomainError as the contract of `sample.draw` lists */
export function drawSample(params: Params, context: CommandContext): Outcome<Sample> {
  const { reader, newId, now, actor } = context
  const { populationId, controlId, method } = params
  const { engagementId } = loadPopulation(reader, populationId)
  loadControl(reader, controlId, engagementId)
  if (loadEngagement(reader, engagementId).reportType === 'type1') throw new DomainError('sample.needs_period')
  const { window, part, controlVersionId } = drawnPart(reader, engagementId, params)
  const { population, idsSha256, items } = within(loadSource(reader, populationId), window)
  const { size, plan } = sizeOf(reader, { ...params, window: window ?? undefined }, items.length)
  const redrawReason = redrawReasonOf(reader, params, window)
  const order = orderOf(params, population, size, context)
  const drawn = draw(items, order, sha256Hex)
  const sampleId = newId()
  return {
    engagementId,
    changes: [
      ...create('sample', sampleId, {
        populationId,
        controlId,
        method,
        stratifyBy: order.method === 'stratified' ? order.stratifyBy : null,
        seed: 'seed' in order ? order.seed : null,
        seedOrigin: 'seed' in order ? (params.seed === undefined ? 'generated' : (params.seedOrigin ?? 'given')) : null,
        algorithm: algorithms[method],
        populationSha256: population.sha256,
        idsSha256,
        populationSize: items.length,
        windowStart: window?.start ?? null,
        windowEnd: window?.end ?? null,
        part,
        controlVersionId,
        dualPurpose: params.dualPurpose ?? null,
        allocation: drawn.allocation,
        plan,
        redrawReason,
        extensions: [],
        drawnBy: actor.practitionerId,
        drawnAt: now.at,
      }),
      ...newItems(sampleId, drawn.items, { after: 0, stage: 'initial' }),
      ...waitingProcedures(reader, controlId, sampleId),
    ],
    answer: () => describeSample(reader, sampleId),
  }
}

/** Drawing again until it suits has to be visible, so it needs a reason. */
function redrawReasonOf(
  reader: Reader,
  { populationId, controlId, reason }: Params,
  window: Period | null,
): string | null {
  if (drawsSoFar(reader, populationId, controlId, window) === 0) return null
  if (reason === undefined) throw new DomainError('sample.reason_required')
  return reason
}

function orderOf(
  { method, seed, stratifyBy, itemIds }: Params,
  { columns }: EntityRow<'population'>,
  size: number,
  { random }: CommandContext,
): DrawPlan {
  if (method === 'all') return { method }
  if (method === 'targeted') return { method, itemIds: itemIds ?? [] }
  if (method === 'stratified') {
    const by = stratifyBy ?? (columns.date === undefined && columns.stratum !== undefined ? 'column' : 'month')
    checkStrata(columns, by)
    return { method, size, seed: seed ?? newSeed(random), stratifyBy: by }
  }
  return { method, size, seed: seed ?? newSeed(random) }
}

function checkStrata({ date, stratum }: EntityRow<'population'>['columns'], by: StratifyBy): void {
  if ((by === 'column' ? stratum : date) === undefined) {
    throw new DomainError('sample.no_strata', { by: by === 'column' ? 'stratum column' : 'date column' })
  }
}

/** A procedure that was written before its sample was drawn is performed on the control's first one. */
function waitingProcedures(reader: Reader, controlId: string, sampleId: string): Change[] {
  if (reader.list('sample', { controlId }).length > 0) return []
  return proceduresWithoutSample(reader, controlId).flatMap((id) => update('procedure', id, { sampleId }))
}
