import { describe, expect, it } from 'vitest'
import { editorContentOf, richTextOf } from '../../../renderer/ui/richText/richTextOf.ts'
import type { RichText } from '../../../shared/contract/richText.ts'
import { tokenOf } from '../../../shared/record/token.ts'

const token = tokenOf({ kind: 'control', id: 'C1' })
const bold = { marks: [{ type: 'bold' as const }] }
const paragraph = (...content: { type: 'text'; text: string; marks?: { type: 'bold' }[] }[]): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
})
const text = (words: string, form = {}) => ({ type: 'text' as const, text: words, ...form })

describe('a rich text in its editor', () => {
  it('shows a reference as one thing under its label, and keeps its token', () => {
    const value = paragraph(text(`As ${token} asks, `), text(`see ${token}`, bold))
    const shown = editorContentOf(value, new Map([['control:C1', 'CHG-01']]))
    expect(shown.content?.[0]?.content).toEqual([
      text('As '),
      { type: 'recordMention', attrs: { kind: 'control', id: 'C1', label: 'CHG-01' } },
      text(' asks, '),
      text('see ', bold),
      { type: 'recordMention', attrs: { kind: 'control', id: 'C1', label: 'CHG-01' }, ...bold },
    ])
    expect(richTextOf(shown)).toEqual(value)
  })

  it('keeps tokens as text where nobody can refer to anything', () => {
    const value = paragraph(text(`As ${token}.`))
    expect(editorContentOf(value, null)).toEqual(value)
  })

  it('keeps of a pasted reference to nothing that there is only its words', () => {
    const pasted = { type: 'recordMention', attrs: { kind: 'script', id: 'x', label: 'CHG-09' } }
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [text('As '), pasted] }] }
    expect(richTextOf(document)).toEqual(paragraph(text('As CHG-09')))
  })

  it('leaves out attributes that say nothing', () => {
    const list = { type: 'orderedList', attrs: { start: 1, type: null }, content: [] }
    expect(richTextOf({ type: 'doc', content: [list] }).content).toEqual([
      { type: 'orderedList', attrs: { start: 1 }, content: [] },
    ])
  })
})
