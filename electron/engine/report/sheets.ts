import { blockLines, type DocumentBlock, type ReportDocument } from '../../../shared/report/document.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'

/** @returns section IV as sheets: criteria, controls with their tests, and management's responses; every text as it reads */
export function reportSheets({ sections }: ReportDocument): TextSheet[] {
  const blocks = (key: string) => sections.find((section) => section.key === key)?.blocks ?? []
  const criteria = tablesOf(blocks('tests')).find(({ title }) => title === 'Criteria and controls')
  const responses = tablesOf(blocks('other'))
  return [
    ...(criteria === undefined ? [] : [sheet('Criteria', criteria)]),
    {
      name: 'Controls and tests',
      header: ['Control', 'Wording and criteria', 'Test performed', 'Result'],
      rows: controlRows(blocks('tests')),
    },
    ...responses.map((table) => sheet('Responses (unaudited)', table)),
  ]
}

type Table = Extract<DocumentBlock, { kind: 'table' }>

const tablesOf = (blocks: readonly DocumentBlock[]) => blocks.filter((block): block is Table => block.kind === 'table')

const sheet = (name: string, { columns, rows }: Table): TextSheet => ({
  name,
  header: columns.map(({ head }) => head),
  rows,
})

/** A row for each test, and one for a control without any. */
function controlRows(blocks: readonly DocumentBlock[]): string[][] {
  const rows: string[][] = []
  let control: string | null = null
  let words: string[] = []
  let hasTests = false
  const end = () => {
    if (control !== null && !hasTests) rows.push([control, words.join('\n'), '', ''])
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      end()
      control = block.level === 3 ? block.text : null
      words = []
      hasTests = false
    } else if (control !== null && block.kind === 'table') {
      hasTests = true
      rows.push(...block.rows.map(([test = '', result = '']) => [control ?? '', words.join('\n'), test, result]))
    } else if (control !== null && block.kind !== 'table') {
      words.push(...blockLines(block))
    }
  }
  end()
  return rows
}
