import { calm, type CalmTimes } from '../engine/calm.ts'

/**
 * How far what was typed is kept. `waiting`: not yet asked to be. `failed`: refused, with the reason. `overtaken`: what is kept
 * became another text meanwhile, and somebody has to choose.
 */
export type DraftState =
  | { status: 'saved'; at: string }
  | { status: 'waiting' | 'saving' }
  | { status: 'failed'; error: Error }
  | { status: 'overtaken' }

type DraftSetting<Fields> = {
  /** What is kept when somebody begins to write, and when it was last changed. */
  fields: Fields
  at: string
  /** Keeps what was typed over `kept`, which was changed at `basedOn`; `null` writes over whatever there is. */
  save: (typed: Fields, kept: Fields, basedOn: string | null) => Promise<{ fields: Fields; at: string }>
  /** Whether an error says that what is kept became another text. */
  isOvertaken: (error: Error) => boolean
  times: CalmTimes
}

export type Draft<Fields> = ReturnType<typeof createDraft<Fields & object>>

/**
 * What is typed into a paper, on its way into the store: kept once typing rests, and again and again while it does not. One save
 * runs at a time, and what is typed during one is kept by the next; nothing is said to be saved that the engine has not said.
 */
export function createDraft<Fields extends object>({ fields, at, save, isOvertaken, times }: DraftSetting<Fields>) {
  let typed = fields
  let kept = fields
  let basedOn: string | null = at
  let state: DraftState = { status: 'saved', at }
  let revision = 0
  let answeredAt = 0
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const become = (next: DraftState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const send = async () => {
    const sent = typed
    become({ status: 'saving' })
    try {
      const answer = await save(sent, kept, basedOn)
      answeredAt = Date.now()
      kept = answer.fields
      basedOn = answer.at
      const since = changedSince(sent, typed)
      if (answer.fields !== sent) revision += 1
      typed = since === null ? kept : { ...kept, ...since }
      become(since === null ? { status: 'saved', at: answer.at } : { status: 'waiting' })
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause))
      become(isOvertaken(error) ? { status: 'overtaken' } : { status: 'failed', error })
    }
  }

  /** Keeps at once what waits. @returns once it is kept or refused */
  const flush = async (): Promise<void> => {
    if (running !== null) {
      await running
      return flush()
    }
    if (typed === kept || state.status === 'overtaken') return
    running = send().finally(() => {
      running = null
    })
    await running
    if (state.status === 'waiting') await flush()
  }
  const soon = calm(() => void flush(), times)

  return {
    state: () => state,
    typed: () => typed,
    /** Counts how often fields came in from elsewhere: what shows them begins anew. */
    revision: () => revision,
    /** When the engine last answered, by the window's clock: what it said of the paper before is older than what is typed. */
    answeredAt: () => answeredAt,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (changed: Partial<Fields>) => {
      typed = { ...typed, ...changed }
      if (state.status === 'overtaken') return
      if (running === null) become({ status: 'waiting' })
      soon()
    },
    flush,
    /** Writes what was typed over whatever became of the paper meanwhile; that stays in the history. */
    keepMine: () => {
      basedOn = null
      become({ status: 'waiting' })
      return flush()
    },
  }
}

/** @returns the fields that were typed while others were being saved; `null` where there are none */
function changedSince<Fields extends object>(sent: Fields, typed: Fields): Partial<Fields> | null {
  if (typed === sent) return null
  const since: Partial<Fields> = {}
  for (const field in typed) if (typed[field] !== sent[field]) since[field] = typed[field]
  return since
}
