/** Rows that are asked for at once. */
export const pageRows = 100

/** Pages that are kept: some screens up and down. */
const keptPages = 40

/** Asks for the rows from a place on. */
export type FetchRows<T> = (offset: number, limit: number) => Promise<{ total: number; items: T[] }>

/**
 * Rows of a list that is too long to hold, page by page: what is shown is asked for, what was shown last is kept. It lives
 * outside of React, so that a page that arrives redraws the rows and nothing else.
 */
export class RowPages<T> {
  readonly #fetch: FetchRows<T>
  readonly #pages = new Map<number, readonly T[]>()
  readonly #asked = new Set<number>()
  readonly #listeners = new Set<() => void>()
  #total: number | null = null
  #version = 0
  #error: Error | null = null

  constructor(fetch: FetchRows<T>) {
    this.#fetch = fetch
  }

  /** How many rows there are; `null` until the first page is there. */
  readonly total = (): number | null => this.#total

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

  /** Asks for the pages of some rows, and for the next ones in either direction. */
  want(first: number, last: number): void {
    const from = Math.max(0, Math.floor(first / pageRows) - 1)
    const to = Math.floor(last / pageRows) + 1
    for (let page = from; page <= to; page += 1) {
      const isBeyond = this.#total !== null && page * pageRows >= this.#total
      if (!isBeyond && !this.#pages.has(page) && !this.#asked.has(page)) this.#ask(page)
    }
  }

  #ask(page: number): void {
    this.#asked.add(page)
    this.#fetch(page * pageRows, pageRows).then(
      ({ total, items }) => {
        this.#total = total
        this.#error = null
        this.#pages.set(page, items)
        const [oldest] = this.#pages.keys()
        if (this.#pages.size > keptPages && oldest !== undefined) this.#pages.delete(oldest)
        this.#arrived(page)
      },
      (error: unknown) => {
        this.#error = error instanceof Error ? error : new Error(String(error))
        this.#arrived(page)
      },
    )
  }

  #arrived(page: number): void {
    this.#asked.delete(page)
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
