import type { Reader } from '../../../db/reader.ts'
import type { LibraryProcedure } from '../../../shared/contract/library.ts'
import { aspectTitles } from '../../../shared/opinion/conclusionWords.ts'
import { natureWords, timingWords } from '../../../shared/procedure/procedureWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { libraryProcedures } from '../library/procedures.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'
import { attributesText } from './attributesText.ts'

/** Procedures to begin from: the firm's own, retired ones too, then those that come with the program. */
export function libraryList(reader: Reader): ListTable {
  const rows = libraryProcedures(reader)
  return listTable({ name: 'Procedure library', columns, rows, idOf: ({ libraryProcedureId }) => libraryProcedureId })
}

const columns: readonly Column<LibraryProcedure>[] = [
  { head: 'Title', cell: ({ title }) => title },
  { head: 'Criteria', cell: ({ criteria }) => criteria.join(', ') },
  { head: 'Tests', cell: ({ aspect }) => aspectTitles[aspect] },
  { head: 'Nature', cell: ({ nature }) => natureWords[nature] },
  { head: 'Timing', cell: ({ timing }) => (timing === null ? '' : timingWords[timing]) },
  { head: 'Procedure', cell: ({ text }) => text },
  { head: 'Attributes', cell: ({ attributes }) => attributesText(attributes) },
  { head: 'From', cell: ({ origin }) => (origin === 'firm' ? 'the firm' : 'the program') },
  { head: 'Retired because', cell: ({ retiredBecause }) => retiredBecause ?? '' },
  {
    head: 'Saved',
    cell: ({ savedBy, savedAt }) => (savedBy === null || savedAt === null ? '' : `${savedBy}, ${instantText(savedAt)}`),
  },
]
