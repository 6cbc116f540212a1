import { narrativeRows } from '../../../db/narrative.ts'
import type { Reader } from '../../../db/reader.ts'
import type { NarrativeSummary } from '../../../shared/contract/narrative.ts'
import { narrativeKindNames } from '../../../shared/narrative/kindNames.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { plainTextOf } from '../../../shared/richText/paragraphs.ts'
import { piecesOf } from '../../../shared/richText/pieces.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The narratives, memos and meeting notes of an engagement with their texts; one too long for a cell goes on in the next row. */
export function narrativeList(reader: Reader, engagementId: string): ListTable {
  const contents = new Map(reader.list('narrative', { engagementId }).map(({ id, content }) => [id, content]))
  const rows = narrativeRows(reader, engagementId).flatMap((narrative) => {
    const content = contents.get(narrative.narrativeId)
    return piecesOf(content === undefined ? '' : plainTextOf(content)).map((text) => ({ ...narrative, text }))
  })
  return listTable({
    name: 'Narratives and notes',
    columns,
    rows,
    idOf: ({ narrativeId }) => narrativeId,
    engagementId,
    layout: 'records',
  })
}

const columns: readonly Column<NarrativeSummary & { text: string }>[] = [
  { head: 'Title', cell: ({ title }) => title },
  { head: 'Kind', cell: ({ kind }) => narrativeKindNames[kind] },
  { head: 'Day', cell: ({ heldOn }) => heldOn ?? '' },
  { head: 'Took part', cell: ({ metWith }) => metWith ?? '' },
  { head: 'Files', cell: ({ evidence }) => String(evidence) },
  { head: 'Last changed', cell: ({ at }) => instantText(at) },
  { head: 'By', cell: ({ by }) => by },
  { head: 'Text', cell: ({ text }) => text },
]
