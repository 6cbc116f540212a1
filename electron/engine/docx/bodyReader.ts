import type { LeftOut } from '../../../shared/contract/description.ts'
import type { Inline } from '../../../shared/contract/richText.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { attribute, type XmlHandler } from '../xlsx/xmlReader.ts'

/** A paragraph of the body, as it stands there: its style, and its list with the depth in it. */
export type WordParagraph = {
  kind: 'paragraph'
  style: string | null
  outline: number | null
  list: { id: string; level: number } | null
  content: Inline[]
}
export type WordTable = { kind: 'table'; rows: WordCell[][] }
export type WordCell = { span: number; blocks: WordBlock[] }
export type WordBlock = WordParagraph | WordTable

/** Paragraphs above which a document is refused. */
const mostParagraphs = 50_000

/** What is not read, whatever stands in it: pictures, the older form of what stands twice, what was struck out, former forms. */
const skipped = new Set([
  'drawing',
  'pict',
  'object',
  'Fallback',
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'instrText',
])

const pictures = new Set(['drawing', 'pict', 'object'])
const notes = new Set(['footnoteReference', 'endnoteReference', 'commentReference'])

type Marks = { bold: boolean; italic: boolean; underline: boolean; vanish: boolean }

/** Reads the body of a Word document: paragraphs and tables, and the words in them (ECMA-376 Part 1, 17.2 to 17.4). */
export class BodyReader implements XmlHandler {
  readonly blocks: WordBlock[] = []
  readonly leftOut = new Map<LeftOut['what'], number>()
  readonly #tables: WordTable[] = []
  #paragraph: WordParagraph | null = null
  #marks: Marks = noMarks()
  #inText = false
  #inRun = false
  #inProperties = false
  #skipping = 0
  #count = 0

  open(name: string, tag: string): void {
    if (this.#skipping > 0 || skipped.has(name)) {
      if (this.#skipping === 0 && pictures.has(name)) this.#leave('picture')
      this.#skipping += 1
      return
    }
    if (name === 'tbl') this.#beginTable()
    else if (name === 'tr') this.#table?.rows.push([])
    else if (name === 'tc') this.#table?.rows.at(-1)?.push({ span: 1, blocks: [] })
    else if (name === 'gridSpan') this.#span(Number(attribute(tag, 'val', true)))
    else if (name === 'p') this.#beginParagraph()
    else if (this.#paragraph !== null) this.#within(this.#paragraph, name, tag)
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1
      return
    }
    if (name === 't') this.#inText = false
    else if (name === 'r') this.#inRun = false
    else if (name === 'pPr') this.#inProperties = false
    else if (name === 'p') this.#paragraph = null
    else if (name === 'tbl') this.#tables.pop()
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#say(text)
  }

  get #table(): WordTable | undefined {
    return this.#tables.at(-1)
  }

  /** Where a block goes: the cell that is open, else the body. */
  #place(): WordBlock[] {
    return this.#table?.rows.at(-1)?.at(-1)?.blocks ?? this.blocks
  }

  #beginTable(): void {
    if (this.#tables.length > 0) this.#leave('table_in_table')
    const table: WordTable = { kind: 'table', rows: [] }
    this.#place().push(table)
    this.#tables.push(table)
  }

  #beginParagraph(): void {
    this.#count += 1
    if (this.#count > mostParagraphs)
      throw new DomainError('docx.too_large', { what: `over ${mostParagraphs} paragraphs` })
    this.#paragraph = { kind: 'paragraph', style: null, outline: null, list: null, content: [] }
    this.#place().push(this.#paragraph)
  }

  #within(paragraph: WordParagraph, name: string, tag: string): void {
    if (name === 'pPr') this.#inProperties = true
    else if (this.#inProperties) this.#property(paragraph, name, attribute(tag, 'val', true))
    else if (name === 'r') this.#beginRun()
    else if (name === 't') this.#inText = this.#inRun
    else if (name === 'tab') this.#say(' ')
    else if (name === 'noBreakHyphen') this.#say('-')
    else if (name === 'br' || name === 'cr') paragraph.content.push({ type: 'hardBreak' })
    else if (name === 'hyperlink') this.#leave('link')
    else if (notes.has(name)) this.#leave('note')
    else if (this.#inRun) this.#mark(name, attribute(tag, 'val', true))
  }

  #property(paragraph: WordParagraph, name: string, value: string | null): void {
    if (value === null) return
    if (name === 'pStyle') paragraph.style = value
    if (name === 'outlineLvl' && /^[0-8]$/.test(value)) paragraph.outline = Number(value) + 1
    if (name === 'ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) || 0 }
    if (name === 'numId') paragraph.list = value === '0' ? null : { id: value, level: paragraph.list?.level ?? 0 }
  }

  #beginRun(): void {
    this.#inRun = true
    this.#marks = noMarks()
  }

  #mark(name: string, value: string | null): void {
    const isOn = value === null || !['0', 'false', 'off', 'none'].includes(value)
    if (name === 'b') this.#marks.bold = isOn
    if (name === 'i') this.#marks.italic = isOn
    if (name === 'u') this.#marks.underline = isOn
    if (name === 'vanish') this.#marks.vanish = isOn
  }

  #say(text: string): void {
    if (this.#paragraph === null || this.#marks.vanish || text === '') return
    const marks = (['bold', 'italic', 'underline'] as const).filter((mark) => this.#marks[mark])
    const last = this.#paragraph.content.at(-1)
    const isSame = last?.type === 'text' && (last.marks ?? []).map(({ type }) => type).join() === marks.join()
    if (isSame) last.text += text
    else {
      const run = marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }
      this.#paragraph.content.push({ type: 'text', text, ...run })
    }
  }

  #span(columns: number): void {
    const cell = this.#table?.rows.at(-1)?.at(-1)
    if (cell !== undefined && columns >= 1 && columns <= 100) cell.span = Math.floor(columns)
  }

  #leave(what: LeftOut['what']): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1)
  }
}

const noMarks = (): Marks => ({ bold: false, italic: false, underline: false, vanish: false })
