/** Rows that are asked for at once. */
export const pageRows = 200

/** Pages that are kept: some screens up and down. */
const keptPages = 20

/** Pages that are asked for at the same time: whoever drags through a million rows waits for the last place only. */
const askedAtOnce = 2

/** Asks for the rows from a place on. */
export type FetchRows<T> = (offset: number, limit: number) => Promise<readonly T[]>

/**
 * Rows of a list that is too long to hold, page by page: what is shown is asked for, what was shown last is kept. It lives
 * outside of React, so that a page that arrives redraws the rows and nothing else.
 */
export class RowPages<T> {
  /** How many rows there are. */
  readonly total: number
  readonly #fetch: FetchRows<T>
  /** In the order of their use, so that the first is the one to forget. */
  readonly #pages = new Map<number, readonly T[]>()
  /** Pages that show what is no longer so, until they are here again. */
  readonly #old = new Set<number>()
  readonly #listeners = new Set<() => void>()
  #asked = new Set<number>()
  #failed = new Set<number>()
  #wanted: readonly number[] = []
  #version = 0
  #error: Error | null = null

  constructor(total: number, fetch: FetchRows<T>) {
    this.total = total
    this.#fetch = fetch
  }

  /** What went wrong with the last page that was asked for. */
  readonly error = (): Error | null => this.#error

  /** Changes with every page that arrives. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @returns a row, if its page is there */
  row(at: number): T | undefined {
    return this.#pages.get(Math.floor(at / pageRows))?.[at % pageRows]
  }

  /** Asks for the pages of some rows, then for those beside them; what was wanted before is not asked for any more. */
  want(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / pageRows)
    const to = Math.floor(Math.max(first, last) / pageRows)
    const shown = Array.from({ length: to - from + 1 }, (_page, at) => from + at)
    this.#wanted = [...shown, to + 1, from - 1].filter((page) => page >= 0 && page * pageRows < this.total)
    this.#failed = new Set()
    for (const page of this.#wanted) this.#use(page)
    this.#askNext()
  }

  /** Reads the shown rows once more, because something about them was decided; they stay until then. */
  refresh(): void {
    for (const page of this.#pages.keys()) this.#old.add(page)
    // What is on its way was read before.
    this.#asked = new Set()
    this.#askNext()
  }

  #use(page: number): void {
    const rows = this.#pages.get(page)
    if (rows === undefined) return
    this.#pages.delete(page)
    this.#pages.set(page, rows)
  }

  #askNext(): void {
    for (const page of this.#wanted) {
      if (this.#asked.size >= askedAtOnce) return
      const isHere = this.#pages.has(page) && !this.#old.has(page)
      if (!isHere && !this.#asked.has(page) && !this.#failed.has(page)) this.#ask(page)
    }
  }

  #ask(page: number): void {
    const asked = this.#asked
    asked.add(page)
    this.#fetch(page * pageRows, pageRows).then(
      (rows) => {
        if (asked !== this.#asked) return
        this.#error = null
        this.#old.delete(page)
        this.#pages.set(page, rows)
        const [oldest] = this.#pages.keys()
        if (this.#pages.size > keptPages && oldest !== undefined) this.#pages.delete(oldest)
        this.#arrived(page)
      },
      (error: unknown) => {
        if (asked !== this.#asked) return
        this.#error = error instanceof Error ? error : new Error(String(error))
        this.#failed.add(page)
        this.#arrived(page)
      },
    )
  }

  #arrived(page: number): void {
    this.#asked.delete(page)
    this.#version += 1
    this.#askNext()
    for (const listener of this.#listeners) listener()
  }
}
