import type { Reader } from '../../../db/reader.ts'
import type { Procedure } from '../../../shared/contract/procedure.ts'
import { aspectTitles } from '../../../shared/opinion/conclusionWords.ts'
import { natureWords, timingWords } from '../../../shared/procedure/procedureWords.ts'
import { describeProcedures } from '../procedure/describe.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { attributesText } from './attributesText.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The test procedures of an engagement, as they read, with what was found and what is worth a question. */
export function procedureList(reader: Reader, engagementId: string): ListTable {
  const rows = describeProcedures(reader, engagementId, null)
  return listTable({
    name: 'Procedures',
    columns,
    rows,
    idOf: ({ procedureId }) => procedureId,
    engagementId,
    layout: 'records',
  })
}

const columns: readonly Column<Procedure>[] = [
  { head: 'Control', cell: ({ controlRef }) => controlRef },
  { head: 'Tests', cell: ({ aspect }) => aspectTitles[aspect] },
  { head: 'Nature', cell: ({ nature }) => natureWords[nature] },
  { head: 'Timing', cell: ({ timing }) => (timing === null ? '' : timingWords[timing]) },
  { head: 'Procedure', cell: ({ filledText }) => filledText },
  { head: 'Attributes', cell: ({ attributes }) => attributesText(attributes) },
  { head: 'Results', cell: ({ resultsExpected, resultsRecorded }) => `${resultsRecorded} of ${resultsExpected}` },
  { head: 'Deviations', cell: ({ deviations }) => String(deviations) },
  { head: 'Performed', cell: ({ performed }) => (performed === null ? '' : `${performed.by}, ${performed.on}`) },
  { head: 'Found', cell: ({ performed }) => performed?.finding ?? '' },
  { head: 'Warnings', cell: ({ warnings }) => warnings.map(warningText).join('\n') },
]

function warningText({ text, answer }: Procedure['warnings'][number]): string {
  return answer === null ? text : `${text} Answered by ${answer.by}: ${answer.reason}`
}
