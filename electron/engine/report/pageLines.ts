import { oneLine } from '../../../shared/report/comparedLines.ts'

/** A line of a file; `isMain` where it is one of its main headings. */
export type PageLine = { text: string; isMain: boolean }

/** A tag, a comment, or text up to the next of them; what is left open is text. */
const pieces = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<]+|</gi

/** Elements whose text nobody reads. */
const unread = /<(head|style|script|template)\b[\s\S]*?<\/\1\s*>/gi

/** Elements that begin and end a line. A cell does not: a row is one line. */
const blocks = new Set([
  'p',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'table',
  'section',
  'div',
  'nav',
  'header',
  'main',
  'blockquote',
])

/** @returns the lines of a page as text: nothing of it is run, fetched or drawn */
export function pageLines(html: string): PageLine[] {
  const lines: PageLine[] = []
  let text = ''
  let row: string[] | null = null
  let isMain = false
  const end = () => {
    const line = oneLine(row === null ? text : row.map(oneLine).join(' | '))
    if (oneLine(line.replaceAll('|', '')) !== '') lines.push({ text: line, isMain })
    text = ''
  }
  for (const [piece, closing, tag] of html.replaceAll(unread, '').matchAll(pieces)) {
    const name = tag?.toLowerCase()
    if (name === undefined) {
      if (piece.startsWith('<!--')) continue
      if (row === null) text += characters(piece)
      else addToCell(row, characters(piece))
    } else if (name === 'tr') {
      end()
      row = closing === '/' ? null : []
      isMain = false
    } else if (name === 'td' || name === 'th') {
      if (closing === '' && row !== null) row.push('')
    } else if (row !== null) addToCell(row, ' ')
    else if (name === 'br') text += ' '
    else if (blocks.has(name)) {
      end()
      isMain = name === 'h1' && closing === ''
    }
  }
  end()
  return lines
}

function addToCell(row: string[], text: string): void {
  const last = row.length - 1
  if (last >= 0) row[last] = `${row[last] ?? ''}${text}`
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function characters(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
