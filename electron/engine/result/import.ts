import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { proposeSheetColumns, type SheetColumns } from '../../../shared/testing/sheetColumns.ts'
import {
  type FoundCell,
  planSheet,
  readSheetRows,
  type SaidCell,
  type SheetPlaces,
} from '../../../shared/testing/sheetRows.ts'
import { columnIndex } from '../csv/columns.ts'
import type { JobContext } from '../handler.ts'
import { listRows } from '../table/listRows.ts'
import { previewTable } from '../table/previewTable.ts'
import { examineTable } from '../table/tableFile.ts'
import { recordResults } from './record.ts'
import { describeSheet } from './sheet.ts'

type Sheet = ResultOf<'result.sheet'>
type Result = ResultOf<'result.import'>

/** Rows of a spreadsheet; a sample is never as large as a population. */
const mostRows = 100_000

/** @throws DomainError as the contract of `result.preview` lists */
export async function previewSheet(
  params: CheckedParamsOf<'result.preview'>,
  context: JobContext,
): Promise<ResultOf<'result.preview'>> {
  const proposalOf = proposalFor(context.reader, describeSheet(context.reader, params.procedureId))
  const seen = await previewTable(params, context)
  return { ...seen, proposal: proposalOf(seen.header) }
}

/**
 * Takes the results of a test sheet that was kept in a spreadsheet: one command. What is recorded otherwise stays unless it is to
 * be replaced; an empty cell of the spreadsheet empties nothing.
 * @throws DomainError as the contract of `result.import` lists; nothing is taken then
 */
export async function importSheet(params: CheckedParamsOf<'result.import'>, context: JobContext): Promise<Result> {
  const { reader } = context
  const { procedureId, dryRun } = params
  const sheet = describeSheet(reader, procedureId)
  if (sheet.procedure.sampleId === null) throw new DomainError('result.no_sample')
  const file = await examineTable(params, context)
  const columns = params.columns ?? proposalFor(reader, sheet)(file.header)
  const places = placesOf(file.header, columns, sheet)
  const rows = await listRows(file, { phase: 'Reading results', most: mostRows }, context)
  const { cells, rejected } = readSheetRows(file.header, rows, places, sheet)
  const planned = planOf(sheet, cells, params.overwrite)
  const result = { ...planned.result, rejected }
  if (dryRun || planned.cells.length === 0) return result
  return context.commit(() => {
    // Somebody may have recorded results while the file was read.
    const found = planOf(describeSheet(reader, procedureId), cells, params.overwrite)
    if (found.cells.length === 0)
      return { engagementId: sheet.procedure.engagementId, changes: [], answer: () => result }
    const results = found.cells.map(({ sampleItemId, letter, outcome, note }) => ({
      procedureId,
      sampleItemId,
      attribute: letter,
      ...(outcome === null ? {} : { outcome }),
      ...(note === null ? {} : { note }),
    }))
    return { ...recordResults({ results }, context), answer: () => ({ ...found.result, rejected }) }
  })
}

/** The column of a population that identifies its items is called the same in most spreadsheets that were made from it. */
function proposalFor(reader: Reader, { procedure }: Sheet): (header: readonly string[]) => SheetColumns {
  const sample = procedure.sampleId === null ? undefined : reader.get('sample', procedure.sampleId)
  const population = sample === undefined ? undefined : reader.get('population', sample.populationId)
  const letters = procedure.attributes.map(({ letter }) => letter)
  return (header) => proposeSheetColumns(header, letters, population?.columns.itemId ?? null)
}

function placesOf(header: readonly string[], columns: SheetColumns, { procedure }: Sheet): SheetPlaces {
  const known = new Set(procedure.attributes.map(({ letter }) => letter))
  const byLetter = (named: Readonly<Record<string, string>> = {}) =>
    Object.entries(named).map(([letter, column]) => {
      if (!known.has(letter)) throw new DomainError('result.unknown_attribute', { attribute: letter })
      return { letter, at: columnIndex(header, column) }
    })
  if (columns.itemId === undefined) throw new DomainError('result.no_item_column')
  const outcomes = byLetter(columns.outcomes)
  if (outcomes.length === 0) throw new DomainError('result.no_attribute_column')
  return {
    itemId: columnIndex(header, columns.itemId),
    outcomes,
    notes: byLetter(columns.notes),
    itemNote: columns.itemNote === undefined ? null : columnIndex(header, columns.itemNote),
  }
}

type Planned = { result: Omit<Result, 'rejected'>; cells: SaidCell[] }

function planOf({ items, results }: Sheet, cells: readonly SaidCell[], overwrite: boolean): Planned {
  const recorded = new Map(
    results.map(({ sampleItemId, attribute, outcome, note }) => [`${sampleItemId}:${attribute}`, { outcome, note }]),
  )
  const { added, differing, unchanged } = planSheet(cells, { cells: recorded })
  const said = new Set(cells.map(({ sampleItemId }) => sampleItemId))
  return {
    cells: [...added, ...(overwrite ? differing : [])],
    result: {
      added: added.length,
      changed: overwrite ? differing.length : 0,
      unchanged,
      differing: differing.map((cell) => ({
        row: cell.row,
        itemId: cell.itemId,
        attribute: cell.letter,
        recorded: wordsOf(recorded.get(`${cell.sampleItemId}:${cell.letter}`)),
        found: wordsOf(cell),
      })),
      missing: items
        .filter(({ sampleItemId, replacedBecause }) => replacedBecause === null && !said.has(sampleItemId))
        .map(({ itemId }) => itemId),
    },
  }
}

const wordsOf = (cell: FoundCell | undefined): string =>
  [cell?.outcome?.replaceAll('_', ' '), cell?.note].filter((part) => part).join(' · ')
