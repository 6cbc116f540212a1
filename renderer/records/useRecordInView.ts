import { useLocation } from '@tanstack/react-router'
import { namedRecord, type RecordKey, type RecordKind } from '../../shared/record/record.ts'
import type { SearchEntity } from '../../shared/search/searchKinds.ts'

/** @returns the record that the address leads to on this screen, as {@link recordLink} wrote it */
export function useRecordInView(): RecordKey | null {
  return namedRecord(usePlaceInView() ?? '')
}

/** @returns what the address leads to on this screen, also where no text can point at it: `commitment:ID` */
export const usePlaceInView = (): string | null => useSearchText('at')

/** @returns the id of the review note that the address leads to, in the review of its paper */
export const useNoteInView = (): string | null => useSearchText('note')

function useSearchText(name: string): string | null {
  const { search } = useLocation()
  const text = (search as Record<string, unknown>)[name]
  return typeof text === 'string' ? text : null
}

/** @returns the id of that record where it is of this kind */
export function useIdInView(kind: RecordKind): string | null {
  const record = useRecordInView()
  return record?.kind === kind ? record.id : null
}

/**
 * As the `ref` of an element: scrolls it to the middle as soon as it is drawn, and again while what stands above it is still
 * loading, until somebody scrolls or types.
 */
export function bringIntoView(element: HTMLElement | null): (() => void) | undefined {
  return element === null ? undefined : keepInView(element, 'center')
}

/** Scrolls an element to a place, and again as {@link bringIntoView} does. @returns what ends it */
export function keepInView(element: HTMLElement, block: 'center' | 'start'): () => void {
  const growing = new ResizeObserver(() => element.scrollIntoView({ block }))
  const end = () => {
    growing.disconnect()
    for (const event of endings) window.removeEventListener(event, end)
  }
  for (const event of endings) window.addEventListener(event, end)
  // It is told of the size that the screen has now, too.
  growing.observe(element.closest('main') ?? document.body)
  return end
}

const endings = ['wheel', 'pointerdown', 'keydown'] as const

/** @returns what the element of a record takes, so that an address that leads to the record brings it into view and marks it */
export function useRecordPlace({ kind, id }: { kind: RecordKind | SearchEntity; id: string }) {
  return inViewProps(usePlaceInView() === `${kind}:${id}`)
}

/** @returns what the element of a record takes where the address leads to it */
export function inViewProps(isInView: boolean) {
  return isInView ? { ref: bringIntoView, style: inViewStyle } : {}
}

const inViewStyle = { outline: '2px solid var(--mantine-primary-color-filled)' }
