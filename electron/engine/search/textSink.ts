/** Characters of one file that are searched: some hundred pages. */
const mostCharacters = 400_000

/** Takes the text of a file line by line until there is enough of it. */
export class TextSink {
  readonly #lines: string[] = []
  #length = 0

  get room(): number {
    return Math.max(0, mostCharacters - this.#length)
  }

  get isFull(): boolean {
    return this.room === 0
  }

  add(line: string): void {
    const own = line
      .replaceAll(/[\0\s]+/g, ' ')
      .trim()
      .slice(0, this.room)
    if (own === '') return
    this.#lines.push(own)
    this.#length += own.length + 1
  }

  get text(): string {
    return this.#lines.join('\n')
  }
}
