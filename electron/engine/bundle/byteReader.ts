/**
 * Takes exact numbers of bytes from a sequence of pieces of any size, without copying more than it must. Of the sequence only the
 * newest piece has to stay as it is.
 */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)
  #taken = 0

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Bytes taken so far. */
  get taken(): number {
    return this.#taken
  }

  /** The next pieces, `length` bytes together, each to be used up before the next; fewer where the sequence ends before. */
  async *pieces(length: number): AsyncGenerator<Uint8Array, void, undefined> {
    let wanted = length
    while (wanted > 0) {
      // One piece after the other is the point.
      if (this.#held.length === 0 && !(await this.#refill())) return
      const piece = this.#held.subarray(0, wanted)
      this.#held = this.#held.subarray(piece.length)
      this.#taken += piece.length
      wanted -= piece.length
      yield piece
    }
  }

  /** The next `length` bytes in one buffer; fewer where the sequence ends before. */
  async take(length: number): Promise<Buffer> {
    const parts: Uint8Array[] = []
    for await (const piece of this.pieces(length)) parts.push(Buffer.from(piece))
    return Buffer.concat(parts)
  }

  /** Everything that is left. */
  rest(): AsyncGenerator<Uint8Array, void, undefined> {
    return this.pieces(Number.POSITIVE_INFINITY)
  }

  /** Lets whoever produces the pieces close its file. */
  async close(): Promise<void> {
    await this.#pieces.return?.()
  }

  /**
   * Takes up to and including the first place where `isEnd` finds an end.
   * @param isEnd given all bytes so far, tells how many belong to the head, or -1 while that is not known
   * @returns `null` where no end comes within `limit` bytes
   */
  async takeUntil(isEnd: (bytes: Buffer) => number, limit: number): Promise<Buffer | null> {
    let bytes = Buffer.from(this.#held)
    let length = isEnd(bytes)
    while (length === -1 && bytes.length < limit) {
      // One piece after the other is the point.
      if (!(await this.#refill())) break
      bytes = Buffer.concat([bytes, this.#held])
      length = isEnd(bytes)
    }
    this.#held = bytes
    return length === -1 || length > limit ? null : await this.take(length)
  }

  async #refill(): Promise<boolean> {
    for (;;) {
      // One piece after the other is the point.
      const next = await this.#pieces.next()
      if (next.done) return false
      this.#held = next.value
      if (next.value.length > 0) return true
    }
  }
}
