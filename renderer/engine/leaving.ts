import type { MethodName } from '../../shared/contract/index.ts'
import type { ShellAction } from '../../shared/shell/shellAction.ts'

/** What the engine or the shell is asked for. */
type Asked = MethodName | ShellAction['kind']

/** After these somebody else is signed in, or nobody. */
const endings: ReadonlySet<Asked> = new Set(['store.lock', 'store.switchUser', 'lockStore'])

const listeners = new Set<() => void>()

/**
 * @param tell what still has to reach the engine under the name of whoever is signed in; it goes out before the call that ends that
 * @returns what takes it back
 */
export function beforeLeaving(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Called before each call; calls reach the engine in the order in which they go out. */
export function tellBefore(asked: Asked): void {
  if (endings.has(asked)) for (const tell of listeners) tell()
}
