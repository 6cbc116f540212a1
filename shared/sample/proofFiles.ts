import { DomainError } from '../errors/domainError.ts'
import type { DrawableItem } from './drawableItem.ts'
import type { StratifyBy } from './strata.ts'
import { strataOf } from './strata.ts'

/** An item of a sample as its proof shows it. */
export type ProvenItem = {
  itemId: string
  row: number
  ticket: string | null
  stratum: string | null
  replaced: boolean
}

/** A text file of a proof, line by line, so that a million ids are written in pieces. */
export type ProofFile = { name: string; lines: readonly string[] }

/** One stratum of a proof: its files are numbered, since its name comes from outside and is no name for a file. */
export type ProvenStratum = { file: string; name: string; held: number; drawn: number }

export type ProvenSample = {
  method: 'random' | 'systematic' | 'stratified' | 'targeted' | 'all'
  seed: string | null
  stratifyBy: StratifyBy | null
  /** In draw order. */
  items: readonly ProvenItem[]
}

export type ProofFiles = { files: ProofFile[]; strata: ProvenStratum[] }

/**
 * What a third party recomputes a selection from, and the result to compare with: every id that could be drawn, the seed,
 * and the drawn items with those that were replaced later, since they were drawn as well.
 * @param drawable all items, in file order
 * @throws DomainError `sample.not_provable` for a targeted selection, `sample.id_not_a_line`
 */
export function proofFiles(sample: ProvenSample, drawable: readonly DrawableItem[]): ProofFiles {
  const { method, seed, stratifyBy, items } = sample
  if (method === 'targeted') throw new DomainError('sample.not_provable')
  const unwritable = drawable.find(({ itemId }) => /[\n\0]/.test(itemId))
  if (unwritable !== undefined) throw new DomainError('sample.id_not_a_line', { row: unwritable.row })
  const strata = stratifyBy === null ? [] : splitIn(drawable, stratifyBy, items)
  const replaced = items.filter((item) => item.replaced).map(({ itemId }) => itemId)
  return {
    files: [
      { name: 'ids.txt', lines: idsOf(drawable) },
      ...(seed === null ? [] : [{ name: 'seed.txt', lines: [seed] }]),
      ...strata.map(({ file, items: own }) => ({ name: `${file}.ids.txt`, lines: idsOf(own) })),
      ...(stratifyBy === null
        ? []
        : [{ name: 'strata.txt', lines: strata.map(({ file, drawn }) => `${file} ${drawn}`) }]),
      { name: 'sample.txt', lines: resultOf(sample, strata) },
      ...(replaced.length === 0 ? [] : [{ name: 'replaced.txt', lines: replaced }]),
    ],
    strata: strata.map(({ items: _items, ...stratum }) => stratum),
  }
}

type SplitStratum = ProvenStratum & { items: DrawableItem[] }

function splitIn(drawable: readonly DrawableItem[], by: StratifyBy, items: readonly ProvenItem[]): SplitStratum[] {
  const groups = strataOf(drawable, by)
  const width = String(groups.length).length
  return groups.map(({ name, items: own }, place) => ({
    file: `stratum-${String(place + 1).padStart(width, '0')}`,
    name,
    held: own.length,
    drawn: items.filter(({ stratum }) => stratum === name).length,
    items: own,
  }))
}

/** Ticket order is what the shell lines give: over the whole list, or stratum by stratum. Without tickets it is file order. */
function resultOf({ method, items }: ProvenSample, strata: readonly ProvenStratum[]): string[] {
  const line = ({ ticket, itemId }: ProvenItem) => (ticket === null ? itemId : `${ticket} ${itemId}`)
  if (method !== 'stratified') return items.map(line)
  return strata.flatMap(({ name }) =>
    items
      .filter(({ stratum }) => stratum === name)
      .map(line)
      .toSorted(),
  )
}

const idsOf = (items: readonly DrawableItem[]) => items.map(({ itemId }) => itemId)
