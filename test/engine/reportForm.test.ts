import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWordDocument } from '../../electron/engine/docx/readDocument.ts'
import type { RichText } from '../../shared/contract/richText.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => ({ engine, engagementId } = await openEngagement()))
afterEach(() => engine.close())

const words = (text: string) => ({ type: 'text' as const, text })
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [words(text)] })
const item = (...content: (ReturnType<typeof paragraph> | ReturnType<typeof bullets>)[]) => ({
  type: 'listItem' as const,
  content,
})
const bullets = (text: string) => ({
  type: 'bulletList' as const,
  content: [{ type: 'listItem' as const, content: [paragraph(text)] }],
})
const numbered = (...content: ReturnType<typeof item>[]) => ({ type: 'orderedList' as const, content })
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text)],
})

const content: RichText['content'] = [
  { type: 'heading', attrs: { level: 3 }, content: [words('People of {{client}}')] },
  {
    type: 'paragraph',
    content: [words('Two '), { type: 'text', text: 'managers', marks: [{ type: 'bold' }] }, words(' approve.')],
  },
  numbered(item(paragraph('Oslo'), bullets('north hall')), item(paragraph('Bergen'))),
  paragraph('Besides:'),
  numbered(item(paragraph('Vienna'))),
  paragraph('As numbered elsewhere:'),
  { ...numbered(item(paragraph('Graz')), item(paragraph('Linz'))), attrs: { start: 3 } },
  { type: 'table', content: [{ type: 'tableRow', content: [cell('Site'), cell('Use')] }] },
]

it("management's description keeps its form in the document: headings, lists that count anew, tables, bold words", async () => {
  await engine.call('description.saveSection', { engagementId, title: 'Services', content: { type: 'doc', content } })
  const file = join(engine.folder, 'report.docx') as FileRef
  await engine.call('report.export', { engagementId, format: 'docx', file })
  const { blocks } = await readWordDocument(file, new AbortController().signal)
  const at = blocks.findIndex((block) => JSON.stringify(block).includes('People of {{client}}'))
  expect(blocks.slice(at, at + content.length)).toEqual(content)
})
