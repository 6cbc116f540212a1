import type { Reader } from '../../../db/reader.ts'
import type { EvidenceTarget } from '../../../shared/contract/evidence.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { SampleItem } from '../../../shared/contract/sample.ts'
import { cellIdOf } from '../../../shared/record/cellId.ts'
import { listEvidence } from '../evidence/list.ts'
import { describeSheet } from '../result/sheet.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { itemColumns } from './itemColumns.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

type Sheet = ResultOf<'result.sheet'>
/** The texts of a cell by sample item and attribute. */
type CellText = (sampleItemId: string, attribute: string) => string

/**
 * A test sheet: a row for every item of the sample; for every attribute its outcome, and where there are any its tickmarks,
 * notes and evidence. Attributes and the legend of the tickmarks that stand on it come beside it.
 * @param shown the columns of the population that stand on paper
 * @throws DomainError `procedure.not_found`
 */
export function testSheetList(reader: Reader, procedureId: string, shown: readonly string[] | undefined): ListTable {
  const sheet = describeSheet(reader, procedureId)
  const { procedure, header, items } = sheet
  const files = fileNames(reader, sheet)
  const texts = [...cellTexts(sheet), evidenceText(sheet, files)]
  const fromAttribute = procedure.attributes.flatMap(({ letter }) => [
    { head: letter, cell: outcomeText(sheet, letter) },
    ...texts
      .map(({ head, text }) => ({
        head: `${letter} ${head}`,
        cell: ({ sampleItemId }: SampleItem) => text(sampleItemId, letter),
      }))
      .filter(({ cell }) => items.some((item) => cell(item) !== '')),
  ])
  const columns: readonly ListColumn<SampleItem>[] = [
    { head: 'No.', cell: ({ order }) => String(order) },
    { head: 'Item id', cell: ({ itemId }) => itemId },
    { head: 'Day', cell: ({ date }) => date ?? '', onPaper: 'where_said' },
    ...fromAttribute,
    {
      head: 'Evidence of the item',
      cell: ({ sampleItemId }) => files({ entity: 'sampleItem', id: sampleItemId }),
      onPaper: 'where_said',
    },
    { head: 'Replaced because', cell: ({ replacedBecause }) => replacedBecause ?? '', onPaper: 'where_said' },
    { head: 'Tested by', cell: testedBy(sheet), onPaper: 'where_said' },
    ...itemColumns(header, items, shown),
  ]
  return listTable({
    name: 'Test sheet',
    columns,
    rows: items,
    idOf: ({ sampleItemId }) => sampleItemId,
    engagementId: procedure.engagementId,
    further: [attributeSheet(sheet), ...legendSheet(sheet)],
  })
}

const cellKey = (sampleItemId: string, attribute: string) => `${sampleItemId}:${attribute}`

function byCell<T extends { sampleItemId: string; attribute: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  return Map.groupBy(rows, ({ sampleItemId, attribute }) => cellKey(sampleItemId, attribute))
}

function outcomeText({ results }: Sheet, letter: string): (item: SampleItem) => string {
  const found = byCell(results)
  return ({ sampleItemId }) =>
    found.get(cellKey(sampleItemId, letter))?.[0]?.outcome?.replaceAll('_', ' ') ?? 'not tested'
}

function cellTexts({ results, placed, legend }: Sheet): { head: string; text: CellText }[] {
  const symbols = new Map(legend.map(({ tickmarkId, symbol }) => [tickmarkId, symbol]))
  const marks = byCell(placed)
  const found = byCell(results)
  return [
    {
      head: 'tickmarks',
      text: (item, letter) =>
        (marks.get(cellKey(item, letter)) ?? []).map(({ tickmarkId }) => symbols.get(tickmarkId) ?? '').join(' '),
    },
    { head: 'note', text: (item, letter) => found.get(cellKey(item, letter))?.[0]?.note ?? '' },
  ]
}

/** Names of the files that support a paper. */
type FileNames = (target: EvidenceTarget) => string

/** @returns what names the files of items and cells; of a sheet without any, the register is not read */
function fileNames(reader: Reader, { procedure, evidence, items }: Sheet): FileNames {
  const hasAny = evidence.length > 0 || items.some(({ files }) => files > 0)
  const key = ({ entity, id }: EvidenceTarget) => `${entity} ${id}`
  const names = Map.groupBy(
    (hasAny ? listEvidence(reader, procedure.engagementId) : []).flatMap(({ name, targets }) =>
      targets.map((target) => ({ of: key(target), name })),
    ),
    ({ of }) => of,
  )
  return (target) => (names.get(key(target)) ?? []).map(({ name }) => name).join('\n')
}

function evidenceText({ procedure: { procedureId } }: Sheet, files: FileNames): { head: string; text: CellText } {
  const text: CellText = (sampleItemId, letter) =>
    files({ entity: 'result', id: cellIdOf(procedureId, sampleItemId, letter) })
  return { head: 'evidence', text }
}

function testedBy({ results }: Sheet): (item: SampleItem) => string {
  const found = Map.groupBy(results, ({ sampleItemId }) => sampleItemId)
  return ({ sampleItemId }) => [...new Set((found.get(sampleItemId) ?? []).map(({ by }) => by))].join(', ')
}

function attributeSheet({ procedure }: Sheet): TextSheet {
  return {
    name: 'Attributes',
    header: ['Attribute', 'What is looked at', 'Expected'],
    rows: procedure.attributes.map(({ letter, text, expected }) => [letter, text, expected ?? '']),
  }
}

/** The meanings of the tickmarks that stand on this sheet. */
function legendSheet({ legend, placed }: Sheet): TextSheet[] {
  const used = new Set(placed.map(({ tickmarkId }) => tickmarkId))
  const rows = legend.filter(({ tickmarkId }) => used.has(tickmarkId))
  if (rows.length === 0) return []
  return [
    {
      name: 'Tickmarks',
      header: ['Tickmark', 'Meaning'],
      rows: rows.map(({ symbol, meaning }) => [symbol, meaning]),
    },
  ]
}
