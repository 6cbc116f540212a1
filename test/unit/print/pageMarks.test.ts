import { describe, expect, it } from 'vitest'
import { contentsLine, hasPageMarks, withPageNumbers } from '../../../shared/print/pageMarks.ts'

describe('the contents of a printed document', () => {
  it('name the page of each anchor once the pages are known', () => {
    const html = `<nav>${contentsLine('tests', 'Tests')}${contentsLine('tests_3', 'Controls')}</nav>`
    const numbered = withPageNumbers(html, new Map([['tests', 12]]))
    expect(numbered).toContain('<a href="#tests">Tests</a><span class="page" data-of="tests">12</span>')
    expect(numbered).toContain('<span class="page" data-of="tests_3"></span>')
    expect(hasPageMarks(html)).toBe(true)
  })

  it('are not made by a text that looks like them', () => {
    const text = '&lt;span class=&quot;page&quot; data-of=&quot;tests&quot;&gt;&lt;/span&gt;'
    expect(hasPageMarks(text)).toBe(false)
    expect(withPageNumbers(text, new Map([['tests', 1]]))).toBe(text)
  })
})
