import { DomainError } from '../../../shared/errors/domainError.ts'

const freeTries = 4
const longestWaitSeconds = 60

/** Slows down guessing at the keyboard: from the fifth wrong try on, each doubles the wait, up to a minute. Nobody is locked out. */
export class WrongTries {
  #count = 0
  #last = 0

  /** @throws DomainError `store.wait` with the seconds that are left */
  check(milliseconds: number): void {
    // Where the clock was set back, the wait begins anew: it is never longer than it says.
    this.#last = Math.min(this.#last, milliseconds)
    const left = this.#last + this.#waitSeconds() * 1000 - milliseconds
    if (left > 0) throw new DomainError('store.wait', { seconds: Math.ceil(left / 1000) })
  }

  note(milliseconds: number): void {
    this.#count += 1
    this.#last = milliseconds
  }

  forget(): void {
    this.#count = 0
  }

  #waitSeconds(): number {
    return this.#count <= freeTries ? 0 : Math.min(2 ** (this.#count - freeTries), longestWaitSeconds)
  }
}
