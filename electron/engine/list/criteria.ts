import { conclusionRows } from '../../../db/conclusion.ts'
import { mappedControls } from '../../../db/criterion.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Aspect, ConclusionOutcome } from '../../../shared/contract/conclusion.ts'
import { outcomeWords } from '../../../shared/opinion/conclusionWords.ts'
import { criteriaInScope } from '../catalogue.ts'
import { loadEngagement } from '../engagement.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

type Row = {
  criterionId: string
  title: string
  seriesName: string
  controls: string[]
  outcome: (aspect: Aspect) => ConclusionOutcome | null
}

/** The criteria in scope with the controls mapped to each, and whether each is met. */
export function criterionList(reader: Reader, engagementId: string): ListTable {
  const { categories, reportType } = loadEngagement(reader, engagementId)
  const mapped = Map.groupBy(mappedControls(reader, engagementId), ({ criterionId }) => criterionId)
  const concluded = new Map(
    conclusionRows(reader, engagementId)
      .filter(({ targetEntity }) => targetEntity === 'criterion')
      .map(({ targetId, aspect, outcome }) => [`${targetId}:${aspect}`, outcome]),
  )
  const rows = criteriaInScope(categories).map(({ criterionId, title, seriesName }): Row => ({
    criterionId,
    title,
    seriesName,
    controls: (mapped.get(criterionId) ?? []).map(({ ref }) => ref),
    outcome: (aspect) => concluded.get(`${criterionId}:${aspect}`) ?? null,
  }))
  const columns = reportType === 'type1' ? designColumns : allColumns
  return listTable({ name: 'Criteria', columns, rows, idOf: ({ criterionId }) => criterionId, engagementId })
}

const allColumns: readonly Column<Row>[] = [
  { head: 'Criterion', cell: ({ criterionId }) => criterionId },
  { head: 'Title', cell: ({ title }) => title },
  { head: 'Series', cell: ({ seriesName }) => seriesName },
  { head: 'Controls', cell: ({ controls }) => controls.join(', ') },
  { head: 'Design', cell: ({ outcome }) => outcomeWords('criterion', 'design', outcome('design')) },
  { head: 'Operation', cell: ({ outcome }) => outcomeWords('criterion', 'operation', outcome('operation')) },
]

/** As of a date there is no conclusion on operation. */
const designColumns = allColumns.filter(({ head }) => head !== 'Operation')
