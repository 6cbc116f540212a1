import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../../shared/contract/csv.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { Utf16Check } from './utf16.ts'

/** How the bytes of a text are to be read; the byte order mark is not part of the text. */
export type TextEncoding = { encoding: Encoding; byteOrderMark: boolean }

/**
 * Finds out the encoding of a file from all of its bytes, one piece after another: a byte order mark decides, then NUL bytes
 * (UTF-16 without a mark), then whether everything is UTF-8. What is not is Windows-1252, unless it has control bytes too:
 * those are odd in UTF-8, and proof against Windows-1252, whose every other byte means something.
 */
export class EncodingEvidence {
  #marked: TextEncoding | null = null
  #utf16: Utf16Check | null = null
  #begun = false
  #cut: Uint8Array = new Uint8Array(0)
  #offset = 0
  /** The first byte that UTF-8 does not allow. */
  #notUtf8: Place | null = null
  /** The first control byte after it. */
  #control: Place | null = null

  /** @throws DomainError `csv.not_text` */
  add(piece: Uint8Array): void {
    if (!this.#begun) this.#begin(piece)
    if (this.#utf16 === null) this.#addBytes(piece)
    else this.#utf16.add(piece)
    this.#offset += piece.length
  }

  /** Call it after the last piece. @throws DomainError `csv.not_text` */
  result(): TextEncoding {
    this.#utf16?.end()
    const [cut] = this.#cut
    if (cut !== undefined) this.#notUtf8 ??= { byte: cut, offset: this.#offset - this.#cut.length }
    if (this.#notUtf8 === null) return this.#marked ?? { encoding: 'utf-8', byteOrderMark: false }
    const refused = this.#marked === null ? this.#control : this.#notUtf8
    if (refused !== null) throw new DomainError('csv.not_text', refused)
    return { encoding: 'windows-1252', byteOrderMark: false }
  }

  #begin(first: Uint8Array): void {
    this.#begun = true
    this.#marked = markOf(first) ?? unmarkedUtf16(first)
    const encoding = this.#marked?.encoding
    if (encoding === 'utf-16le' || encoding === 'utf-16be') this.#utf16 = new Utf16Check(encoding)
  }

  #addBytes(piece: Uint8Array): void {
    const nul = piece.indexOf(0)
    if (nul >= 0) throw new DomainError('csv.not_text', { byte: 0, offset: this.#offset + nul })
    if (this.#notUtf8 === null) this.#addUtf8(piece)
    if (this.#notUtf8 !== null) this.#control ??= this.#placed(piece, piece.findIndex(isControl), this.#offset)
  }

  #addUtf8(piece: Uint8Array): void {
    const bytes = Buffer.concat([this.#cut, piece])
    const start = this.#offset - this.#cut.length
    const end = bytes.length - unfinishedBytes(bytes)
    const isText = isUtf8(bytes.subarray(0, end))
    if (!isText) this.#notUtf8 = this.#placed(bytes, firstInvalid(bytes.subarray(0, end)), start)
    this.#cut = isText ? bytes.subarray(end) : new Uint8Array(0)
  }

  #placed(bytes: Uint8Array, at: number, start: number): Place | null {
    const byte = bytes[at]
    return byte === undefined ? null : { byte, offset: start + at }
  }
}

type Place = { byte: number; offset: number }

/** @returns the place of the first byte that does not belong to UTF-8: the longest beginning that does is found by halving */
function firstInvalid(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    const beginning = bytes.subarray(0, middle)
    if (isUtf8(beginning.subarray(0, middle - unfinishedBytes(beginning)))) valid = middle
    else invalid = middle
  }
  return valid - unfinishedBytes(bytes.subarray(0, valid))
}

/** Tab, line feed, vertical tab, form feed and carriage return belong to texts. */
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32)

function markOf([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', byteOrderMark: true }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', byteOrderMark: true }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', byteOrderMark: true }
  return null
}

const inspectedBytes = 4096

/**
 * In UTF-16 the high byte of Latin letters is NUL, and the low one never is: NUL bytes stand on one side only, and often.
 * The first bytes of a ZIP archive look like that, too; but they hold control characters.
 */
function unmarkedUtf16(first: Uint8Array): TextEncoding | null {
  const bytes = first.subarray(0, inspectedBytes)
  const [even = 0, odd = 0] = [0, 1].map((side) => bytes.filter((byte, at) => byte === 0 && at % 2 === side).length)
  const isOneSided = (even === 0) !== (odd === 0)
  if (!isOneSided || even + odd < bytes.length / 5) return null
  const high = odd > 0 ? 1 : 0
  const hasControls = bytes.some((byte, at) => at % 2 !== high && isControl(byte) && bytes[at + 2 * high - 1] === 0)
  return hasControls ? null : { encoding: high === 1 ? 'utf-16le' : 'utf-16be', byteOrderMark: false }
}

/** @returns how many bytes at the end begin a UTF-8 character whose rest is in the next piece */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return back < lengthOf(byte) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
