import { DomainError } from '../../../shared/errors/domainError.ts'

export type ByteOrder = 'utf-16le' | 'utf-16be'

/**
 * Checks UTF-16 as it arrives: pairs of surrogates are whole, no character is NUL, no byte is left over.
 * A text that holds neither can be decoded without loss.
 */
export class Utf16Check {
  readonly #order: ByteOrder
  #kept: Uint8Array = new Uint8Array(0)
  #offset = 0

  constructor(order: ByteOrder) {
    this.#order = order
  }

  /** @throws DomainError `csv.not_text` */
  add(piece: Uint8Array): void {
    const bytes = Buffer.concat([this.#kept, piece])
    const whole = bytes.length - (bytes.length % 2)
    const end = whole >= 2 && this.#isHighSurrogate(bytes, whole - 2) ? whole - 2 : whole
    this.#check(bytes.subarray(0, end))
    this.#kept = bytes.subarray(end)
    this.#offset += end
  }

  /** @throws DomainError `csv.not_text` */
  end(): void {
    const [byte] = this.#kept
    if (byte !== undefined) throw new DomainError('csv.not_text', { byte, offset: this.#offset })
  }

  #check(bytes: Buffer): void {
    const text = (this.#order === 'utf-16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le')
    // With the u flag a whole pair is one character, so that only half ones are surrogates.
    const at = text.search(/[\0\p{Surrogate}]/u)
    if (at >= 0) throw new DomainError('csv.not_text', { byte: bytes[at * 2], offset: this.#offset + at * 2 })
  }

  #isHighSurrogate(bytes: Buffer, at: number): boolean {
    const unit = this.#order === 'utf-16le' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)
    return unit >= 0xd800 && unit <= 0xdbff
  }
}
