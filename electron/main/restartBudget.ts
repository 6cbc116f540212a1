const windowMilliseconds = 60_000

/** Counts restarts, so that what breaks again and again is left lying: at most `most` in any minute. */
export class RestartBudget {
  readonly #most: number
  readonly #now: () => number
  #restarts: number[] = []

  constructor(most: number, now: () => number) {
    this.#most = most
    this.#now = now
  }

  /** Takes one restart. @returns whether it may happen */
  take(): boolean {
    const now = this.#now()
    this.#restarts = this.#restarts.filter((at) => now - at < windowMilliseconds)
    if (this.#restarts.length >= this.#most) return false
    this.#restarts.push(now)
    return true
  }

  /** Somebody decided to try again. */
  refill(): void {
    this.#restarts = []
  }
}
