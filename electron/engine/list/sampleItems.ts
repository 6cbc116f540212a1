import type { Reader } from '../../../db/reader.ts'
import type { Sample, SampleItem } from '../../../shared/contract/sample.ts'
import { describeSample } from '../sample/load.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import type { TextSheet } from '../spreadsheet/writeXlsx.ts'
import { type ListTable, listTable } from './listTable.ts'

/** A sample with all of its items in draw order, and how it was drawn. @throws DomainError `sample.not_found` */
export function sampleItemList(reader: Reader, sampleId: string): ListTable {
  const sample = describeSample(reader, sampleId)
  return listTable({
    name: 'Sample items',
    columns: columnsOf(sample.header),
    rows: sample.items,
    idOf: ({ sampleItemId }) => sampleItemId,
    engagementId: sample.engagementId,
    further: [drawSheet(sample)],
  })
}

const columnsOf = (header: readonly string[]): readonly Column<SampleItem>[] => [
  { head: 'No.', cell: ({ order }) => String(order) },
  { head: 'Item id', cell: ({ itemId }) => itemId },
  { head: 'Row of the file', cell: ({ row }) => String(row) },
  { head: 'Day', cell: ({ date }) => date ?? '' },
  { head: 'Stratum', cell: ({ stratum }) => stratum ?? '' },
  { head: 'Stage', cell: ({ stage }) => stage },
  { head: 'Replaces', cell: ({ replacesItemId }) => replacesItemId ?? '' },
  { head: 'Replaced because', cell: ({ replacedBecause }) => replacedBecause ?? '' },
  { head: 'Ticket (SHA-256)', cell: ({ ticket }) => ticket ?? '' },
  ...header.map((head, at) => ({ head, cell: ({ cells }: SampleItem) => cells[at] ?? '' })),
]

function drawSheet(sample: Sample): TextSheet {
  const { plan, window, extensions } = sample
  const rows: [string, string][] = [
    ['Population', `${sample.populationName}, ${sample.populationSize} rows that could be drawn`],
    ['SHA-256 of the population', sample.populationSha256],
    ['SHA-256 of its ids', sample.idsSha256],
    ['Drawn from', window === null ? 'all rows' : `rows of ${window.start} to ${window.end}`],
    ['Method', sample.stratifyBy === null ? sample.method : `${sample.method}, by ${sample.stratifyBy}`],
    ['Seed', sample.seed ?? ''],
    ['Origin of the seed', sample.seedOrigin ?? ''],
    ['Algorithm', sample.algorithm],
    ['Policy', plan.policy ?? ''],
    ['Why this size', plan.sizeReason],
    ['Why drawn again', sample.redrawReason ?? ''],
    ...extensions.map(({ by, reason, at }): [string, string] => ['Extended', `by ${by}, ${at}: ${reason}`]),
    ['Drawn', `${sample.drawnBy}, ${sample.drawnAt}`],
  ]
  return { name: 'Draw', header: ['Control', sample.controlRef], rows: rows.filter(([, text]) => text !== '') }
}
