import type { CellWrite } from './sheetCells.ts'

/** What one key or one paste did: it is saved, journaled and undone as one. */
export type SheetAction = readonly CellWrite[]

/** Writes on their way to the engine: in the order of typing, one after the other, whether or not the screen is still there. */
export type ResultQueue = {
  add: (action: SheetAction) => void
  /** Resolves once all that was added so far is answered. */
  drained: () => Promise<void>
  /** Sends all that waits at once, because the window closes; the engine keeps their order. */
  flush: () => void
  open: () => number
}

export type QueueAnswers = {
  send: (action: SheetAction) => Promise<unknown>
  saved: (action: SheetAction) => void
  refused: (action: SheetAction, error: unknown) => void
}

export function createResultQueue({ send, saved, refused }: QueueAnswers): ResultQueue {
  const waiting: SheetAction[] = []
  let onTheWay = 0
  let idle: (() => void)[] = []

  const deliver = async (action: SheetAction) => {
    onTheWay += 1
    const refusal = await send(action).then(
      () => null,
      (cause: unknown) => ({ cause }),
    )
    // Whoever is told asks at once how many are open.
    onTheWay -= 1
    if (refusal === null) saved(action)
    else refused(action, refusal.cause)
    next()
  }

  const next = () => {
    if (onTheWay > 0) return
    const action = waiting.shift()
    if (action) {
      void deliver(action)
      return
    }
    const resolved = idle
    idle = []
    for (const resolve of resolved) resolve()
  }

  return {
    add: (action) => {
      if (action.length === 0) return
      waiting.push(action)
      next()
    },
    drained: () => (onTheWay + waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    flush: () => {
      for (const action of waiting.splice(0)) void deliver(action)
    },
    open: () => onTheWay + waiting.length,
  }
}
