import { useEffect } from 'react'
import { sections } from './sections.ts'

const pairMilliseconds = 1500

/** `g` and a letter lead to a section, as long as nobody is typing into a field or a grid. */
export function useGoKeys(engagementId: string | undefined): void {
  useEffect(() => {
    let begunAt = 0
    const listen = (event: KeyboardEvent) => {
      if (engagementId === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const section = sections.find(({ keys }) => keys === `g ${event.key}`)
      if (section !== undefined && event.timeStamp - begunAt < pairMilliseconds)
        window.location.hash = section.link(engagementId)
      begunAt = event.key === 'g' ? event.timeStamp : 0
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [engagementId])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=grid]') !== null
  )
}
