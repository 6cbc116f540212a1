import { useEffect, useState } from 'react'
import { calm } from '../engine/calm.ts'
import { callEngine, onEngineEvent } from '../engine/client.ts'
import { TypedFields } from './typedFields.ts'

/** How often the page is looked at for forms that were closed. */
const lookMilliseconds = 3000

/**
 * Has what is being typed and not saved kept in the store, a second after the last key: a lock or a crash takes none of it away.
 * @returns the sitting that it is kept under: one opening of the store in this window
 */
export function useKeepTyped(): string {
  const [sittingId] = useState(() => crypto.randomUUID())
  useEffect(() => {
    const typed = new TypedFields()
    let kept = '[]'
    const keep = () => {
      const fields = typed.current()
      const text = JSON.stringify(fields)
      if (text === kept) return
      kept = text
      void callEngine('unsaved.keep', { sittingId, place: location.hash, fields }).catch(() => undefined)
    }
    const soon = calm(keep, { quiet: 1000, latest: 5000 })
    const listen = ({ target }: Event) => {
      if (typed.note(target)) soon()
    }
    document.addEventListener('input', listen, { capture: true })
    const timer = setInterval(keep, lookMilliseconds)
    const end = onEngineEvent('entities.changed', () => {
      typed.noteSaved()
      soon()
    })
    return () => {
      document.removeEventListener('input', listen, { capture: true })
      clearInterval(timer)
      end()
    }
  }, [sittingId])
  return sittingId
}
