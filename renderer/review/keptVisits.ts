import type { ParamsOf } from '../../shared/contract/index.ts'
import { callEngine, EngineError } from '../engine/client.ts'

type Visits = ParamsOf<'review.recordVisits'>

/** Whose visits they are: somebody in a store. */
export type Visitor = { storeId: string; practitionerId: string }

type Call = (method: 'review.recordVisits', visits: Visits) => Promise<unknown>

/** What will be refused however often it is tried: what was looked at is there no longer. */
const hopeless: ReadonlySet<string> = new Set(['engagement.not_found', 'paper.not_found'])

/**
 * Visits of papers that sleep or the lock of the screen cut off: both close the store at once, before a window could record what
 * is open in it. They wait in the window, as ids and times alone, until the same person opens the store again.
 */
export class KeptVisits {
  readonly #call: Call
  #kept: { visitor: Visitor; visits: Visits }[] = []

  constructor(call: Call) {
    this.#call = call
  }

  keep(visitor: Visitor, visits: Visits): void {
    this.#kept.push({ visitor, visits })
  }

  /** Records what waits for this person, who has the store open again; what cannot be recorded yet goes on waiting. */
  async record({ storeId, practitionerId }: Visitor): Promise<void> {
    const isTheirs = ({ visitor }: { visitor: Visitor }) =>
      visitor.storeId === storeId && visitor.practitionerId === practitionerId
    const theirs = this.#kept.filter(isTheirs)
    this.#kept = this.#kept.filter((each) => !isTheirs(each))
    for (const { visitor, visits } of theirs) {
      try {
        await this.#call('review.recordVisits', visits)
      } catch (error) {
        if (!(error instanceof EngineError && hopeless.has(error.code))) this.keep(visitor, visits)
      }
    }
  }
}

export const keptVisits = new KeptVisits(callEngine)
