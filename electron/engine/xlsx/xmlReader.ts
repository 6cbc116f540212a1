import { DomainError } from '../../../shared/errors/domainError.ts'
import { decodeEntities } from './xmlText.ts'

/** What is told of an XML text as it is read. Names are without their prefix; a tag is told with its text, see {@link attribute}. */
export type XmlHandler = {
  open: (name: string, tag: string) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** Characters of one tag or text above which a part is refused: a cell holds 32,767. */
const longestPiece = 1_000_000

/** Elements within each other above which a part is refused: those of a workbook are about a dozen. */
const deepest = 100

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
    // Most pieces of a sheet hold neither; then no text of theirs needs a look.
    const isPlain = !text.includes('&') && !text.includes('\r')
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) break
      const end = endOfMarkup(text, start)
      if (end < 0) break
      if (start > at) this.#text(isPlain ? text.slice(at, start) : decodeEntities(text.slice(at, start)))
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
    const second = markup.charCodeAt(1)
    if (second === slash) this.#close(nameOf(markup, 2))
    else if (second === questionMark || markup.startsWith('<!--')) return
    else if (markup.startsWith('<![CDATA[')) this.#text(markup.slice(9, -3))
    else if (second === exclamationMark) throw new DomainError('xlsx.declares_entities')
    else {
      const name = nameOf(markup, 1)
      if (this.#open.push(name) > deepest) throw damaged('its elements are nested too deep')
      this.#handler.open(name, markup)
      if (markup.charCodeAt(markup.length - 2) === slash) this.#close(name)
    }
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw damaged('its elements are not nested')
    this.#handler.close(name)
  }
}

const [slash, questionMark, exclamationMark, closing, equals, colon] = [47, 63, 33, 62, 61, 58]
const [quote, apostrophe] = [34, 39]

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

/**
 * @param name of an attribute without a prefix
 * @param isPrefixed whether it is one with a prefix, whichever, such as the `id` of `r:id`
 * @returns the value of an attribute; `null` where the tag does not have it
 * @throws DomainError `xlsx.damaged` where the attributes before it are not well-formed
 */
export function attribute(tag: string, name: string, isPrefixed = false): string | null {
  let at = endOfName(tag, 1)
  for (;;) {
    while (isSpace(tag.charCodeAt(at))) at += 1
    if (tag.charCodeAt(at) === slash || tag.charCodeAt(at) === closing) return null
    const start = at
    at = endOfName(tag, at)
    const end = at
    while (isSpace(tag.charCodeAt(at))) at += 1
    if (end === start || tag.charCodeAt(at) !== equals) throw damaged('an attribute is not well-formed')
    at += 1
    while (isSpace(tag.charCodeAt(at))) at += 1
    const mark = tag.charCodeAt(at)
    const last = mark === quote || mark === apostrophe ? tag.indexOf(String.fromCharCode(mark), at + 1) : -1
    if (last < 0) throw damaged('an attribute is not well-formed')
    if (isNamed(tag, start, end, name, isPrefixed)) return decodeEntities(tag.slice(at + 1, last))
    at = last + 1
  }
}

function isNamed(tag: string, start: number, end: number, name: string, isPrefixed: boolean): boolean {
  if (!isPrefixed) return end - start === name.length && tag.startsWith(name, start)
  const local = end - name.length
  const hasPrefix = local - 1 > start && tag.charCodeAt(local - 1) === colon && tag.startsWith(name, local)
  return hasPrefix && !tag.startsWith('xmlns:', start)
}

/** @returns the place behind a tag, comment or section; -1 where its end has not come yet */
function endOfMarkup(text: string, start: number): number {
  const second = text.charCodeAt(start + 1)
  if (second === questionMark) return behind(text, '?>', start + 2)
  if (second === slash) return behind(text, '>', start + 2)
  if (second !== exclamationMark) return endOfTag(text, start)
  if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start + 9)
  // What may still become one of these two.
  const begun = text.slice(start, start + 9)
  return '<![CDATA['.startsWith(begun) || '<!--'.startsWith(begun) ? -1 : text.length
}

/** An attribute may hold the sign that ends its tag. */
function endOfTag(text: string, start: number): number {
  let open = 0
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (open !== 0) open = code === open ? 0 : open
    else if (code === closing) return at + 1
    else if (code === quote || code === apostrophe) open = code
  }
  return -1
}

function behind(text: string, ending: string, from: number): number {
  const end = text.indexOf(ending, from)
  return end < 0 ? -1 : end + ending.length
}

function endOfName(tag: string, from: number): number {
  let at = from
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at)
    if (code === closing || code === slash || code === equals || isSpace(code)) break
  }
  return at
}

function nameOf(tag: string, from: number): string {
  const end = endOfName(tag, from)
  let local = end
  while (local > from && tag.charCodeAt(local - 1) !== colon) local -= 1
  return tag.slice(local, end)
}

/** @returns what is said of a file that is a workbook and cannot be read */
export function damaged(reason: string): DomainError {
  return new DomainError('xlsx.damaged', { reason })
}
