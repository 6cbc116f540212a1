import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Store } from '../../../db/store.ts'
import { partOf } from '../exportFile.ts'

/** Writes a file while the store remembers that it is not whole yet. */
export async function whileUnfinished<T>(store: Store, file: string, write: () => Promise<T>): Promise<T> {
  const part = resolve(partOf(file))
  store.noteUnfinished(part, true)
  try {
    return await write()
  } finally {
    // Whoever locked the store meanwhile finds the note when it is opened again.
    if (store.isOpen) store.noteUnfinished(part, false)
  }
}

/** Removes what a crash left half written. What lies on a stick that is not there is kept in mind until it is. */
export async function clearUnfinished(store: Store): Promise<void> {
  for (const part of store.unfinishedFiles()) {
    if (!existsSync(dirname(part))) continue
    // There is one at most, as a rule.
    const isGone = await rm(part, { force: true }).then(
      () => true,
      () => false,
    )
    if (isGone) store.noteUnfinished(part, false)
  }
}
