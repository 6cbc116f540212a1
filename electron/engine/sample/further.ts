import { sha256Hex } from '../../../db/store.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Sample } from '../../../shared/contract/sample.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { type DrawnSample, extension, replacement } from '../../../shared/sample/drawFurther.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { newItems } from './itemChanges.ts'
import { describeSample, loadSample } from './load.ts'
import { checkSheet } from './sizing.ts'
import { loadSource, type Source, windowOf, within } from './source.ts'

/** @throws DomainError as the contract of `sample.extend` lists */
export function extendSample(
  params: CheckedParamsOf<'sample.extend'>,
  { reader, now }: CommandContext,
): Outcome<Sample> {
  const { sampleId, by, reason, replaces } = params
  const sample = loadSample(reader, sampleId)
  checkOrdered(sample)
  const drawn = drawnSoFar(reader, sample)
  checkSheet(drawn.taken.size + by)
  const { items, allocation } = extension(sourceOf(reader, sample).items, drawn, by, sha256Hex)
  return {
    engagementId: sample.engagementId,
    changes: [
      ...newItems(sampleId, items, { after: drawn.taken.size, stage: 'extension' }),
      ...update('sample', sampleId, {
        extensions: [...sample.extensions, { by, reason, at: now.at, ...(replaces ? { replaces } : {}) }],
        ...(allocation === null ? {} : { allocation }),
      }),
    ],
    answer: () => describeSample(reader, sampleId),
  }
}

/**
 * The item stays in the list with its reason and its results, and no longer counts.
 * @throws DomainError as the contract of `sample.replace` lists, and `sample.item_deviates`
 */
export function replaceItem(params: CheckedParamsOf<'sample.replace'>, { reader }: CommandContext): Outcome<Sample> {
  const { sampleItemId, reason } = params
  const item = reader.get('sampleItem', sampleItemId)
  if (item === undefined) throw new DomainError('sample.item_not_found', { sampleItemId })
  const { sampleId, itemId } = item
  const sample = loadSample(reader, sampleId)
  checkOrdered(sample)
  if (item.replacedBecause !== null) throw new DomainError('sample.item_replaced', { itemId })
  checkNoDeviation(reader, item)
  const drawn = drawnSoFar(reader, sample)
  const next = replacement(sourceOf(reader, sample).items, drawn, item.stratum, sha256Hex)
  return {
    engagementId: sample.engagementId,
    changes: [
      ...update('sampleItem', sampleItemId, { replacedBecause: reason }),
      ...newItems(sampleId, [next], { after: drawn.taken.size, stage: 'replacement', replaces: sampleItemId }),
    ],
    answer: () => describeSample(reader, sampleId),
  }
}

/** @returns whether the order of a selection goes on after its last item */
export const hasNextItem = ({ method }: EntityRow<'sample'>): boolean => method === 'random' || method === 'stratified'

/** Said before the population is read: no other rule matters to a selection without a next item. */
function checkOrdered(sample: EntityRow<'sample'>): void {
  if (!hasNextItem(sample)) throw new DomainError('sample.cannot_extend', { method: sample.method })
}

/** Replacing must not make a deviation disappear: missing evidence is one, too. */
function checkNoDeviation(reader: Reader, { id, engagementId, itemId }: EntityRow<'sampleItem'>): void {
  const deviations = reader.list('deviation', { sampleItemId: id })
  const failed = reader.list('result', { engagementId, outcome: 'deviation', sampleItemId: id })
  if (deviations.length + failed.length > 0) throw new DomainError('sample.item_deviates', { itemId })
}

/** What the sample is drawn from: all of the population, or the part of the period that it stands for. */
function sourceOf(reader: Reader, sample: EntityRow<'sample'>): Source {
  return within(loadSource(reader, sample.populationId), windowOf(sample))
}

function drawnSoFar(reader: Reader, sample: EntityRow<'sample'>): DrawnSample {
  const { method, seed, stratifyBy, allocation } = sample
  const items = reader.list('sampleItem', { sampleId: sample.id })
  return { method, seed, stratifyBy, allocation, taken: new Set(items.map(({ itemId }) => itemId)) }
}
