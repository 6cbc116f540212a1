import type { MethodName } from '../../shared/contract/index.ts'

/** After these somebody else is signed in, or nobody. */
const endings: ReadonlySet<MethodName> = new Set(['store.lock', 'store.switchUser'])

const listeners = new Set<() => void>()

/**
 * @param tell what still has to reach the engine under the name of whoever is signed in; it goes out before the call that ends that
 * @returns what takes it back
 */
export function beforeLeaving(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Called before each call; the engine takes calls in the order in which they come. */
export function tellBefore(method: MethodName): void {
  if (endings.has(method)) for (const tell of listeners) tell()
}
