import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useReadOnlyReason } from './readOnly.ts'

/** Keys of a screen: one key such as `n`, or two in a row such as `g c`; the label says what they do. */
export type KeyBinding = {
  keys: string
  label: string
  run: () => void
  /** It changes the file, or opens the form for it. */
  changes?: true
  /** Where a screen gives these keys another meaning, that goes first. */
  yields?: true
}

const pairMilliseconds = 1500
const keysByPlace = new Map<symbol, readonly KeyBinding[]>()
const watchers = new Set<() => void>()
let shown: readonly KeyBinding[] = []
let first: { key: string; at: number } | null = null

/**
 * Binds keys as long as the component is shown. They rest while somebody types into a field, a grid or a dialog (but `?` works in a grid); the
 * overlay of keys and the palette list them. Those that change the file rest, too, where it is read-only.
 */
export function useKeys(all: readonly KeyBinding[]): void {
  const isReadOnly = useReadOnlyReason() !== null
  const bindings = isReadOnly ? all.filter(({ changes }) => changes !== true) : all
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const names = JSON.stringify(bindings.map(({ keys, label, yields }) => [keys, label, yields === true]))
  useEffect(() => {
    const place = Symbol('keys')
    const listed = (JSON.parse(names) as [string, string, boolean][]).map(([keys, label, yields], at) => ({
      keys,
      label,
      ...(yields ? { yields } : {}),
      run: () => latest.current[at]?.run(),
    }))
    change(() => keysByPlace.set(place, listed))
    return () => change(() => keysByPlace.delete(place))
  }, [names])
}

/** @returns the keys that work now, those of the frame and those of the screen */
export function useShownKeys(): readonly KeyBinding[] {
  return useSyncExternalStore(watch, () => shown)
}

function change(how: () => void): void {
  if (keysByPlace.size === 0) window.addEventListener('keydown', press)
  how()
  if (keysByPlace.size === 0) window.removeEventListener('keydown', press)
  const bound = [...keysByPlace.values()].flat()
  shown = bound.filter(
    ({ keys, yields }) => yields !== true || bound.every((other) => other.yields || other.keys !== keys),
  )
  for (const tell of watchers) tell()
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target) && !asksForKeys(event)) return
  const second = first !== null && event.timeStamp - first.at < pairMilliseconds ? `${first.key} ${event.key}` : null
  const bound = shown.find(({ keys }) => keys === second) ?? shown.find(({ keys }) => keys === event.key)
  first = shown.some(({ keys }) => keys.startsWith(`${event.key} `)) ? { key: event.key, at: event.timeStamp } : null
  if (bound === undefined) return
  first = null
  // A key that opens a form or a search must not be its first letter.
  event.preventDefault()
  bound.run()
}

/** A grid has keys of its own, and `?` tells them. */
const asksForKeys = ({ key, target }: KeyboardEvent) =>
  key === '?' && target instanceof HTMLElement && target.role === 'grid'

/** @returns whether keys belong to the place that has the focus: a field, a grid, a dialog */
export function isTyping(target: EventTarget | null): boolean {
  const places = 'input, textarea, select, [contenteditable], [role=grid], [role=dialog], [role=combobox]'
  return target instanceof HTMLElement && target.closest(places) !== null
}
