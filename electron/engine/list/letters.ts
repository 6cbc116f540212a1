import type { Reader } from '../../../db/reader.ts'
import type { Letter } from '../../../shared/contract/letter.ts'
import { issuerWords, letterTitles } from '../../../shared/letter/letterNames.ts'
import { describeLetters } from '../letter/describe.ts'
import { type Column, sheetOf } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The letters of an engagement with what is wrong with each; beside them the ones that are missing. */
export function letterList(reader: Reader, engagementId: string): ListTable {
  const { letters, problems } = describeLetters(reader, engagementId)
  const said = Map.groupBy(problems, ({ letterId }) => letterId)
  const missing = said.get(null) ?? []
  const toLookAt = ({ letterId }: Letter) => (said.get(letterId) ?? []).map(({ text }) => text).join('\n')
  return listTable({
    name: 'Letters',
    columns: [...columns, { head: 'To look at', cell: toLookAt }],
    rows: letters,
    idOf: ({ letterId }) => letterId,
    engagementId,
    further: missing.length === 0 ? [] : [sheetOf('Missing letters', missingColumns, missing)],
    layout: 'records',
  })
}

const columns: readonly Column<Letter>[] = [
  { head: 'Letter', cell: ({ kind }) => letterTitles[kind] },
  { head: 'Issued by', cell: ({ issuer }) => issuerWords[issuer] },
  { head: 'Dated', cell: ({ datedOn }) => datedOn ?? '' },
  { head: 'Signed by', cell: ({ signedBy }) => signedBy ?? '' },
  { head: 'From', cell: ({ periodStart }) => periodStart ?? '' },
  { head: 'To', cell: ({ periodEnd, asOf }) => periodEnd ?? asOf ?? '' },
  { head: 'Files', cell: ({ files }) => String(files) },
  { head: 'Wording', cell: ({ text }) => text ?? '' },
  { head: 'Note', cell: ({ note }) => note ?? '' },
]

const missingColumns = [{ head: 'What is missing', cell: ({ text }: { text: string }) => text }]
