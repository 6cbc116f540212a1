import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Outcome as CellOutcome, RecordedResult } from '../../../shared/contract/result.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Change, create, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadProcedure } from '../procedure/load.ts'
import { placeTickmarks } from './placeTickmarks.ts'

type Params = CheckedParamsOf<'result.record'>

/** What a cell of a test sheet holds. */
type Cell = { outcome: CellOutcome | null; note: string | null }

const empty: Cell = { outcome: null, note: null }

/**
 * Records cells of one engagement's test sheets as one entry; of two results for the same cell the later one stands.
 * @throws DomainError as the contract of `result.record` lists
 */
export function recordResults(
  params: Params,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'result.record'>> {
  const results = 'results' in params ? params.results : [params]
  const sheets = new Map<string, Sheet>()
  const cells = new Map<string, { recorded: RecordedResult; cell: Cell }>()
  for (const recorded of results) {
    const sheet = sheets.get(recorded.procedureId) ?? loadSheet(reader, recorded.procedureId)
    sheets.set(recorded.procedureId, sheet)
    checkCell(reader, sheet, recorded)
    const id = `${recorded.procedureId}:${recorded.sampleItemId}:${recorded.attribute}`
    cells.set(id, { recorded, cell: after(cells.get(id)?.cell ?? reader.get('result', id) ?? empty, recorded) })
  }
  const engagementId = engagementOf([...sheets.values()])
  return {
    engagementId,
    changes: [
      ...[...cells].flatMap(([id, { recorded, cell }]) =>
        cellChanges(reader, { id, recorded, cell, by: actor.practitionerId, at: now.at }),
      ),
      ...placeTickmarks(reader, engagementId, { results, by: actor.practitionerId, at: now.at }),
    ],
    answer: () => ({}),
  }
}

type Sheet = { procedure: EntityRow<'procedure'>; letters: Set<string> }

function loadSheet(reader: Reader, procedureId: string): Sheet {
  return {
    procedure: loadProcedure(reader, procedureId),
    letters: new Set(reader.list('attribute', { procedureId }).map(({ letter }) => letter)),
  }
}

function checkCell(reader: Reader, { procedure, letters }: Sheet, { sampleItemId, attribute }: RecordedResult): void {
  const item = reader.get('sampleItem', sampleItemId)
  if (item === undefined) throw new DomainError('sample.item_not_found', { sampleItemId })
  if (item.sampleId !== procedure.sampleId)
    throw new DomainError('result.item_of_other_sample', { itemId: item.itemId })
  if (item.replacedBecause !== null) throw new DomainError('result.item_replaced', { itemId: item.itemId })
  if (!letters.has(attribute)) throw new DomainError('result.unknown_attribute', { attribute })
}

/** One entry belongs to one engagement, so a procedure of another one is not found beside the first. */
function engagementOf(sheets: readonly Sheet[]): string {
  const [first, ...others] = sheets.map(({ procedure }) => procedure)
  const stranger = others.find(({ engagementId }) => engagementId !== first?.engagementId)
  if (first === undefined || stranger !== undefined)
    throw new DomainError('procedure.not_found', { procedureId: stranger?.id })
  return first.engagementId
}

function after(before: Cell, { outcome, note }: RecordedResult): Cell {
  return {
    outcome: outcome === undefined ? before.outcome : outcome,
    note: note === undefined ? before.note : note === '' ? null : note,
  }
}

type NewCell = { id: string; recorded: RecordedResult; cell: Cell; by: string; at: string }

function cellChanges(reader: Reader, { id, recorded, cell, by, at }: NewCell): Change[] {
  const before = reader.get('result', id)
  const { outcome, note } = before ?? empty
  if (cell.outcome === outcome && cell.note === note) return []
  if (before === undefined) {
    const { procedureId, sampleItemId, attribute } = recorded
    return [
      ...create('result', id, { procedureId, sampleItemId, attribute, ...cell, by, at }),
      ...showAgain(reader, 'result', id),
    ]
  }
  return update('result', id, {
    ...(cell.outcome === outcome ? {} : { outcome: cell.outcome }),
    ...(cell.note === note ? {} : { note: cell.note }),
    by,
    at,
  })
}
