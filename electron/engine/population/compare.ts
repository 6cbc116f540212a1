import { lastDay } from '../../../db/population/days.ts'
import { rowsAtPlaces } from '../../../db/population/rows.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RowDifference } from '../../../shared/contract/populationRows.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import type { JobContext } from '../handler.ts'
import { ExtractIndex, type ExtractRow, extractBlocks } from './extract.ts'
import { sourceOf } from './facts.ts'
import { loadPopulation } from './load.ts'
import { readToEnd } from './readToEnd.ts'

type Kind = 'missing' | 'added' | 'changed' | 'backDated'
type Found = { kind: Kind; difference: RowDifference }

/**
 * Compares a later extract with an earlier one by item id, over the columns that both have. The later one has to contain the
 * earlier one: what is missing or changed has to be explained, and so has what it holds from before the earlier one was made.
 */
export async function comparePopulations(
  { populationId, earlierId, to }: CheckedParamsOf<'population.compare'>,
  context: JobContext,
): Promise<ResultOf<'population.compare'>> {
  const { reader, resolvePath, signal } = context
  const [earlier, later] = [loadPopulation(reader, earlierId), loadPopulation(reader, populationId)]
  if (earlier.engagementId !== later.engagementId) throw new DomainError('population.other_engagement')
  const comparison = new Comparison(earlier, later, context)
  const rows = cellsOf(comparison.differences())
  if (to === undefined) await readToEnd(rows)
  else await writeCsv(resolvePath(to), { header: differenceHeader, rows }, signal)
  return comparison.result()
}

/** Differences of one kind that are listed. */
const listed = 1000

/** Blocks that are compared before other work may run. */
const blocksAtOnce = 20

class Comparison {
  readonly #earlier: EntityRow<'population'>
  readonly #later: EntityRow<'population'>
  readonly #context: JobContext
  /** Places of the columns that both have, in the one and the other, in the order of the later one. */
  readonly #columns: { name: string; earlier: number; later: number }[]
  readonly #counts: Record<Kind, number> = { missing: 0, added: 0, changed: 0, backDated: 0 }
  readonly #lists: Record<Kind, RowDifference[]> = { missing: [], added: [], changed: [], backDated: [] }
  #unchanged = 0
  #done = 0

  constructor(earlier: EntityRow<'population'>, later: EntityRow<'population'>, context: JobContext) {
    this.#earlier = earlier
    this.#later = later
    this.#context = context
    this.#columns = later.header.flatMap((name, at) => {
      const before = name === '' ? -1 : earlier.header.indexOf(name)
      return before < 0 ? [] : [{ name, earlier: before, later: at }]
    })
  }

  async *differences(): AsyncGenerator<Found> {
    const { reader } = this.#context
    const index = new ExtractIndex(this.#earlier.rows)
    for await (const row of this.#rowsOf(this.#earlier)) {
      if (!index.add(row.place, row.itemId, this.#cells(row, 'earlier'))) throw repeated(row)
    }
    const knownBy = sourceOf(this.#earlier).extractedOn ?? lastDay(reader, this.#earlier.id)
    for await (const row of this.#rowsOf(this.#later)) {
      const cells = this.#cells(row, 'later')
      const match = index.find(row.itemId, cells)
      if (match?.wasSeen === true) throw repeated(row)
      if (match === null) {
        yield this.#found('added', differenceOf(row, 'later'))
        const isBackDated = row.date !== null && knownBy !== null && row.date <= knownBy
        if (isBackDated) yield this.#found('backDated', differenceOf(row, 'later'))
      } else if (match.isSame) this.#unchanged += 1
      else yield this.#found('changed', this.#changed(row, match.place))
    }
    for await (const row of this.#rowsOf(this.#earlier)) {
      if (!index.isSeen(row.place)) yield this.#found('missing', differenceOf(row, 'earlier'))
    }
  }

  result(): ResultOf<'population.compare'> {
    const [before, after] = [new Set(this.#earlier.header), new Set(this.#later.header)]
    const columnsOfOne = [...before.symmetricDifference(after)].filter((name) => name !== '')
    return { unchanged: this.#unchanged, counts: this.#counts, columnsOfOne, ...this.#lists }
  }

  async *#rowsOf({ id }: EntityRow<'population'>): AsyncGenerator<ExtractRow> {
    const { reader, pause, progress } = this.#context
    const total = 2 * this.#earlier.rows + this.#later.rows
    let blocks = 0
    for (const rows of extractBlocks(reader, id)) {
      yield* rows
      this.#done += rows.length
      blocks += 1
      if (blocks % blocksAtOnce > 0) continue
      progress(this.#done, total, 'Comparing the rows')
      await pause()
    }
  }

  #cells({ cells }: ExtractRow, side: 'earlier' | 'later'): string[] {
    return this.#columns.map((column) => cells[column[side]] ?? '')
  }

  #changed(row: ExtractRow, place: number): RowDifference {
    const [before] = rowsAtPlaces(this.#context.reader, this.#earlier.id, [place])
    const cells = this.#columns.flatMap(({ name, earlier, later }) => {
      const texts = { earlier: before?.cells[earlier] ?? '', later: row.cells[later] ?? '' }
      return texts.earlier === texts.later ? [] : [{ column: name, ...texts }]
    })
    return { ...differenceOf(row, 'later'), earlierRow: before?.row ?? null, cells }
  }

  #found(kind: Kind, difference: RowDifference): Found {
    this.#counts[kind] += 1
    if (this.#lists[kind].length < listed) this.#lists[kind].push(difference)
    return { kind, difference }
  }
}

function differenceOf({ row, itemId, date }: ExtractRow, side: 'earlier' | 'later'): RowDifference {
  return {
    itemId,
    earlierRow: side === 'earlier' ? row : null,
    laterRow: side === 'later' ? row : null,
    date,
    cells: [],
  }
}

function repeated({ itemId }: ExtractRow): DomainError {
  return new DomainError('population.duplicate_id', { itemId })
}

const differenceHeader = ['Kind', 'Item id', 'Date', 'Earlier row', 'Later row', 'Column', 'Earlier', 'Later'] as const

const kindWords = { missing: 'missing', added: 'added', changed: 'changed', backDated: 'back-dated' } as const

async function* cellsOf(found: AsyncIterable<Found>): AsyncGenerator<string[]> {
  for await (const { kind, difference } of found) {
    const { itemId, date, earlierRow, laterRow, cells } = difference
    const start = [kindWords[kind], itemId, date ?? '', String(earlierRow ?? ''), String(laterRow ?? '')]
    if (cells.length === 0) yield [...start, '', '', '']
    for (const { column, earlier, later } of cells) yield [...start, column, earlier, later]
  }
}
