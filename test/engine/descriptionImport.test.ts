import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { zip } from '../fixtures/spreadsheet/workbook.ts'
import { openEngagement } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => ({ engine, engagementId } = await openEngagement()))
afterEach(() => engine.close())

const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Firm heading"/><w:basedOn w:val="berschrift1"/></w:style></w:styles>`
const numbering = `<w:numbering ${names}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num></w:numbering>`

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const heading = (text: string, style = 'berschrift1') => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)
const item = (text: string, level: number) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)

async function take(body: string, others: Record<string, string> = {}) {
  const parts = {
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...others,
  }
  const file = join(engine.folder, 'description.docx') as FileRef
  await writeFile(file, zip(Object.entries(parts).map(([name, content]) => ({ name, content }))))
  return engine.call('description.importFile', { engagementId, file })
}

const sections = async () => (await engine.call('description.sections', { engagementId })).sections

describe("management's description in a Word document", () => {
  it('is taken by its main headings, each under the criterion that its words point to', async () => {
    const { sections: taken, paragraphs } = await take(
      heading('Overview of services') +
        paragraph(run('Meridian ') + run('keeps', '<w:b/>') + run(' ledgers.')) +
        heading('Subservice organizations', 'Own') +
        item('Northgrid', 0) +
        item('halls', 1) +
        heading('Significant changes'),
    )
    expect(taken.map(({ title, criterionId }) => [title, criterionId])).toEqual([
      ['Overview of services', 'DC 1'],
      ['Subservice organizations', 'DC 7'],
      ['Significant changes', 'DC 9'],
    ])
    expect(paragraphs).toBe(3)
    const [first, second] = await sections()
    expect(first?.content.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Meridian ' },
          { type: 'text', text: 'keeps', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' ledgers.' },
        ],
      },
    ])
    expect(second?.content.content).toMatchObject([
      { type: 'bulletList', content: [{ content: [{ type: 'paragraph' }, { type: 'orderedList' }] }] },
    ])
  })

  it('keeps the number that a list begins with: it counts on past a paragraph, and another list counts anew', async () => {
    const level = (place: number, start: number) =>
      `<w:lvl w:ilvl="${place}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/></w:lvl>`
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const counted = `<w:numbering ${names}><w:abstractNum w:abstractNumId="3">${level(0, 3)}${level(1, 1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="3"/>${anew}</w:num></w:numbering>`
    const ofOther = paragraph(run('anew'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    await take(
      item('third', 0) +
        item('a', 1) +
        item('b', 1) +
        item('fourth', 0) +
        item('c', 1) +
        paragraph(run('Between')) +
        item('fifth', 0) +
        ofOther,
      { 'word/numbering.xml': counted },
    )
    const [section] = await sections()
    const inner = { type: 'orderedList' }
    expect(section?.content.content).toMatchObject([
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ content: [{}, { ...inner, content: [{}, {}] }] }, { content: [{}, { ...inner, content: [{}] }] }],
      },
      { type: 'paragraph' },
      { type: 'orderedList', attrs: { start: 5 }, content: [{}] },
      { type: 'orderedList', content: [{}] },
    ])
    expect(section?.content.content.at(-1)).not.toHaveProperty('attrs')
  })

  it('keeps tables, and counts the pictures, links and notes that it leaves out', async () => {
    const picture = '<w:r><w:drawing><a:t xmlns:a="x">hidden</a:t></w:drawing></w:r>'
    const link = `<w:hyperlink r:id="r1" xmlns:r="y">${run('the site')}</w:hyperlink>`
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
    const { leftOut } = await take(
      paragraph(`${picture}${link}<w:r><w:footnoteReference w:id="1"/></w:r>`) +
        `<w:tbl><w:tr>${cell('Host')}${cell('Northgrid')}</w:tr></w:tbl>` +
        paragraph('<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>'),
    )
    expect(leftOut).toEqual([
      { what: 'picture', count: 1 },
      { what: 'link', count: 1 },
      { what: 'note', count: 1 },
    ])
    expect((await sections())[0]?.paragraphs.map(({ text }) => text)).toEqual(['the site', 'Host | Northgrid'])
  })

  it.each([
    ['that declares entities', '<!DOCTYPE d [<!ENTITY e "x">]><w:document/>', 'docx.hostile'],
    ['that ends in the middle', '<w:document><w:body>', 'docx.hostile'],
    ['without a word', `<w:document ${names}><w:body><w:p/></w:body></w:document>`, 'docx.empty'],
  ])('is refused as one %s, and nothing is taken', async (_what, document, code) => {
    await expect(take('', { 'word/document.xml': document })).rejects.toMatchObject({ code })
    expect(await sections()).toEqual([])
  })

  it('is refused where the file is something else', async () => {
    const file = join(engine.folder, 'description.docx') as FileRef
    await writeFile(file, 'plain text')
    await expect(engine.call('description.importFile', { engagementId, file })).rejects.toMatchObject({
      code: 'docx.not_a_document',
    })
    await writeFile(file, zip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]))
    await expect(engine.call('description.importFile', { engagementId, file })).rejects.toMatchObject({
      code: 'docx.not_a_document',
    })
  })
})
