import { describe, expect, it } from 'vitest'
import type { RichText } from '../../../shared/contract/richText.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { reportHtml } from '../../../shared/report/html.ts'
import { type2 } from './reportFacts.ts'

const words = (text: string, ...marks: ('bold' | 'italic' | 'underline')[]) => ({
  type: 'text' as const,
  text,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: ReturnType<typeof words>[]) => ({ type: 'paragraph' as const, content })

function pageOf(content: RichText['content']): string {
  return reportHtml(
    buildReport({ ...type2, description: [{ heading: 'Services', content: { type: 'doc', content } }] }),
  )
}

describe("management's text on the page of a report", () => {
  it('keeps its headings below that of the section, its lists, and its bold words', () => {
    const page = pageOf([
      { type: 'heading', attrs: { level: 2 }, content: [words('People')] },
      { type: 'heading', attrs: { level: 4 }, content: [words('Managers')] },
      paragraph(words('It keeps '), words('every', 'bold', 'underline'), words(' ledger.')),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(words('Halls'))] }],
      },
    ])
    expect(page).toMatch(/<h2 [^>]*>Services<\/h2>/)
    expect(page).toContain('<h3>People</h3>')
    expect(page).toContain('<h4>Managers</h4>')
    expect(page).toContain('<p>It keeps <strong><u>every</u></strong> ledger.</p>')
    expect(page).toContain('<ol start="3"><li><p>Halls</p></li></ol>')
  })

  it('repeats the heads of its tables on every page', () => {
    const cell = (type: 'tableCell' | 'tableHeader', text: string, colspan = 1) => ({
      type,
      attrs: { colspan },
      content: [paragraph(words(text))],
    })
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content })
    const page = pageOf([
      {
        type: 'table',
        content: [row(cell('tableHeader', 'Site'), cell('tableHeader', 'Use')), row(cell('tableCell', 'Oslo', 2))],
      },
    ])
    expect(page).toContain('<thead><tr><th><p>Site</p></th><th><p>Use</p></th></tr></thead>')
    expect(page).toContain('<tr><td colspan="2"><p>Oslo</p></td></tr>')
  })

  it('stays text, whatever it looks like', () => {
    expect(pageOf([paragraph(words('<script>alert(1)</script>', 'bold'))])).toContain(
      '<strong>&#60;script&#62;alert(1)&#60;/script&#62;</strong>',
    )
  })
})
