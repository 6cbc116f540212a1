import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markup } from '../../../electron/engine/print/html.ts'
import { printPage } from '../../../electron/engine/print/printPage.ts'
import { printTable } from '../../../electron/engine/print/printTable.ts'

const hostile = `<img src=x onerror="alert('1')"></style><script>1</script>&amp;`

describe('a text on a printed page', () => {
  it('stays text, whatever markup it looks like', () => {
    expect(markup`<p title="${hostile}">${hostile}</p>`.markup.match(/<[^>]*>/g)).toHaveLength(2)
    expect(markup`<p>${'a<b>&"\''}</p>`.markup).toBe('<p>a&lt;b&gt;&amp;&quot;&#39;</p>')
  })

  it('shows control characters as such, and keeps line breaks', () => {
    expect(markup`${'a\u{0}b\nc\u{9B}'}`.markup).toBe('a\u{FFFD}b\nc\u{FFFD}')
  })

  it('can be read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = markup`${text}`.markup
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(read).toBe(text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '\u{FFFD}'))
      }),
    )
  })

  it('makes no element of its own in any place of a page', () => {
    const page = printPage({
      title: hostile,
      about: [[hostile, hostile]],
      body: printTable({ name: hostile, header: [hostile], rows: [[hostile]] }),
      landscape: true,
    })
    expect(page).not.toMatch(/<(img|script)/)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })
})

describe('a printed table', () => {
  const page = (columns: number, head: string) =>
    printTable({ name: 'Items', header: Array.from({ length: columns }, () => head), rows: [] }).markup

  it('keeps the words of its heads whole where all of them find room, and breaks them rather than cut a column off', () => {
    expect(page(10, 'Reference')).toContain('<thead class="whole">')
    expect(page(14, 'Reference')).toContain('<thead>')
    expect(page(2, 'a_column_of_the_client_whose_name_is_much_longer_than_its_cells')).toContain('<thead>')
  })
})

describe('a printed page', () => {
  it('allows by its own policy exactly its own style', () => {
    const page = printPage({ title: 'Controls', about: [], body: markup``, landscape: false })
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`)
  })

  it('says nothing about what is not known, and leaves hidden columns out', () => {
    const body = printTable({ name: 'Items', header: ['No.', 'Key'], rows: [['1', 'secret-key']], hidden: [1] })
    const about = [
      ['Client', 'Meridian Ledger'],
      ['System', ''],
    ] as const
    const page = printPage({ title: 'Items', about, body, landscape: false })
    expect(page).toContain('<dt>Client</dt><dd>Meridian Ledger</dd>')
    expect(page).not.toMatch(/System|secret-key|Key/)
  })
})
