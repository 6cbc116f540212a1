import type { Reader } from '../../../db/reader.ts'
import type { Sample, SampleItem } from '../../../shared/contract/sample.ts'
import { methodWords, seedWords, stageWords, stratifyWords } from '../../../shared/sample/drawWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { describeSample } from '../sample/load.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { itemColumns } from './itemColumns.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

/**
 * A sample with all of its items in draw order, and how it was drawn.
 * @param shown the columns of the population that stand on paper
 * @throws DomainError `sample.not_found`
 */
export function sampleItemList(reader: Reader, sampleId: string, shown: readonly string[] | undefined): ListTable {
  const sample = describeSample(reader, sampleId)
  return listTable({
    name: 'Sample items',
    columns: [...columns, ...itemColumns(sample.header, sample.items, shown)],
    rows: sample.items,
    idOf: ({ sampleItemId }) => sampleItemId,
    engagementId: sample.engagementId,
    further: [drawSheet(sample)],
  })
}

const columns: readonly ListColumn<SampleItem>[] = [
  { head: 'No.', cell: ({ order }) => String(order) },
  { head: 'Item id', cell: ({ itemId }) => itemId },
  { head: 'Row of the file', cell: ({ row }) => String(row) },
  { head: 'Day', cell: ({ date }) => date ?? '', onPaper: 'where_said' },
  { head: 'Stratum', cell: ({ stratum }) => stratum ?? '', onPaper: 'where_said' },
  { head: 'Stage', cell: ({ stage }) => stageWords[stage] },
  { head: 'Replaces', cell: ({ replacesItemId }) => replacesItemId ?? '', onPaper: 'where_said' },
  { head: 'Replaced because', cell: ({ replacedBecause }) => replacedBecause ?? '', onPaper: 'where_said' },
  { head: 'Ticket (SHA-256)', cell: ({ ticket }) => ticket ?? '', onPaper: 'never' },
]

function drawSheet(sample: Sample): TextSheet {
  const { plan, window, extensions } = sample
  const rows: [string, string][] = [
    ['Population', `${sample.populationName}, ${sample.populationSize} rows that could be drawn`],
    ['SHA-256 of the population', sample.populationSha256],
    ['SHA-256 of its ids', sample.idsSha256],
    ['Drawn from', window === null ? 'all rows' : `rows of ${window.start} to ${window.end}`],
    ['Method', methodText(sample)],
    ['Seed', sample.seed ?? ''],
    ['Origin of the seed', sample.seedOrigin === null ? '' : seedWords[sample.seedOrigin]],
    ['Algorithm', sample.algorithm],
    ['Policy', plan.policy ?? ''],
    ['Why this size', plan.sizeReason],
    ['Why drawn again', sample.redrawReason ?? ''],
    ...extensions.map(({ by, reason, at }): [string, string] => [
      'Extended',
      `by ${by}, ${instantText(at)}: ${reason}`,
    ]),
    ['Drawn', `${sample.drawnBy}, ${instantText(sample.drawnAt)}`],
  ]
  return { name: 'Draw', header: ['Control', sample.controlRef], rows: rows.filter(([, text]) => text !== '') }
}

function methodText({ method, stratifyBy }: Sample): string {
  return stratifyBy === null ? methodWords[method] : `${methodWords[method]}, by ${stratifyWords[stratifyBy]}`
}
