import type { Session } from '../session.ts'

/** What the follower needs of the engine that it works in. */
export type FollowerPlace = {
  session: Session
  /** See `Environment.whenIdle`. */
  whenIdle: (work: () => void) => void
  /** Runs `search.update`; it ends, too, where it was stopped or failed. */
  update: () => Promise<void>
}

/**
 * Has the index of the search follow what is written, between other work, so that whoever looks for something does not wait for
 * it. Only one update runs or waits to run at any time.
 */
export class SearchFollower {
  readonly #place: FollowerPlace
  #state: 'resting' | 'waiting' | 'working' = 'resting'
  #isBehind = false

  constructor(place: FollowerPlace) {
    this.#place = place
  }

  /** Something was written, or a store was opened. */
  note(): void {
    this.#isBehind = true
    if (this.#state !== 'resting') return
    this.#state = 'waiting'
    this.#place.whenIdle(() => void this.#follow())
  }

  async #follow(): Promise<void> {
    this.#state = 'working'
    this.#isBehind = false
    if (this.#hasWork()) await this.#place.update()
    this.#state = 'resting'
    if (this.#isBehind) this.note()
  }

  #hasWork(): boolean {
    if (!this.#place.session.isOpen) return false
    const { search } = this.#place.session.open.store
    return search.isBehind || search.unreadFiles().length > 0
  }
}
