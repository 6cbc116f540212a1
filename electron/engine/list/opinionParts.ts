import type { Reader } from '../../../db/reader.ts'
import type { ProposedPart } from '../../../shared/contract/opinion.ts'
import { proposeOpinion } from '../../../shared/opinion/proposeOpinion.ts'
import { partTitles } from '../../../shared/opinion/words.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { loadPapers } from '../opinion/papers.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The parts of the opinion: what follows from the papers, and what the practitioner decided. */
export function opinionPartList(reader: Reader, engagementId: string): ListTable {
  const rows = proposeOpinion(loadPapers(reader, engagementId))
  return listTable({ name: 'Opinion', columns, rows, idOf: ({ part }) => part, engagementId, layout: 'records' })
}

const columns: readonly Column<ProposedPart>[] = [
  { head: 'Part', cell: ({ part }) => partTitles[part] },
  { head: 'Proposed', cell: ({ proposal, ready }) => (ready ? proposal : `${proposal}, as far as concluded`) },
  { head: 'Because', cell: ({ because }) => because.join('\n') },
  { head: 'Missing', cell: ({ missing }) => missing.join('\n') },
  { head: 'Decided', cell: ({ decided }) => decided?.form ?? '' },
  { head: 'Reasoning', cell: ({ decided }) => decided?.reasoning ?? '' },
  { head: 'Decided by', cell: ({ decided }) => (decided === null ? '' : `${decided.by}, ${instantText(decided.at)}`) },
]
