import { DomainError } from '../../../shared/errors/domainError.ts'

/** What is told of an XML text as it is read. Names are without their prefix; a tag is told with its text, see {@link attribute}. */
export type XmlHandler = {
  open: (name: string, tag: string) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** Characters of one tag or text above which a part is refused: a cell holds 32,767. */
const longestPiece = 1_000_000

/**
 * Reads the XML of a workbook's part, piece by piece. It knows elements, attributes, text, CDATA, comments and the entities
 * that XML itself has. A document type is refused: entities that a file declares are how small files become endless ones.
 * Our own, since the parsers that there are build a tree of a million rows or take entities.
 */
export class XmlReader {
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  #rest = ''

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  /** @throws DomainError `xlsx.declares_entities`, `xlsx.damaged` */
  read(piece: string): void {
    const text = this.#rest + piece
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) break
      const end = endOfMarkup(text, start)
      if (end < 0) break
      if (start > at) this.#text(decodeEntities(text.slice(at, start)))
      this.#markup(text.slice(start, end))
      at = end
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > longestPiece) throw damaged('a text is longer than any cell can be')
  }

  /** Call it after the last piece. @throws DomainError `xlsx.damaged` */
  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0) throw damaged('a part ends in the middle')
  }

  #text(text: string): void {
    if (this.#open.length > 0) this.#handler.text(text)
    else if (text.trim() !== '') throw damaged('text stands outside of its element')
  }

  #markup(markup: string): void {
    if (markup.startsWith('<?') || markup.startsWith('<!--')) return
    if (markup.startsWith('<![CDATA[')) this.#text(markup.slice(9, -3))
    else if (markup.startsWith('<!')) throw new DomainError('xlsx.declares_entities')
    else if (markup.startsWith('</')) this.#close(nameOf(markup, 2))
    else {
      const name = nameOf(markup, 1)
      this.#open.push(name)
      this.#handler.open(name, markup)
      if (markup.endsWith('/>')) this.#close(name)
    }
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw damaged('its elements are not nested')
    this.#handler.close(name)
  }
}

/** By the names that are asked for, which are few. */
const patterns = new Map<string, RegExp>()

/** @returns the value of an attribute by its local name; `null` where the tag does not have it */
export function attribute(tag: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const found = pattern.exec(tag)
  return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '')
}

/** @returns the place behind a tag, comment or section; -1 where its end has not come yet */
function endOfMarkup(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start + 9)
  // What may still become one of these two.
  if (text.length - start < 9 && '<![CDATA['.startsWith(text.slice(start))) return -1
  if (text.startsWith('<!', start) && !text.startsWith('<!-', start)) return text.length
  for (let at = start + 1; ;) {
    const end = text.indexOf('>', at)
    if (end < 0) return -1
    // An attribute may hold the sign that ends its tag.
    if (!isWithinQuotes(text, start, end)) return end + 1
    at = end + 1
  }
}

function behind(text: string, ending: string, from: number): number {
  const end = text.indexOf(ending, from)
  return end < 0 ? -1 : end + ending.length
}

function isWithinQuotes(text: string, start: number, end: number): boolean {
  let quote = ''
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? ''
    if (quote === '' && (character === '"' || character === "'")) quote = character
    else if (character === quote) quote = ''
  }
  return quote !== ''
}

const nameEnd = /[\s/>]/g

function nameOf(tag: string, from: number): string {
  nameEnd.lastIndex = from
  const end = nameEnd.exec(tag)?.index ?? tag.length
  const name = tag.slice(from, end)
  return name.slice(name.indexOf(':') + 1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** @throws DomainError `xlsx.damaged` for an entity that XML does not have */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;&]{0,32});?/g, (_whole, name: string) => {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    const isCharacter = name.startsWith('#') && Number.isInteger(code) && code > 0 && code <= 0x10_ffff
    const found = isCharacter ? String.fromCodePoint(code) : entities[name]
    if (found === undefined) throw damaged('a part has an unknown entity')
    return found
  })
}

/** @returns what is said of a file that is a workbook and cannot be read */
export function damaged(reason: string): DomainError {
  return new DomainError('xlsx.damaged', { reason })
}
