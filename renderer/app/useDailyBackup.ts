import { useEffect } from 'react'
import { callEngine } from '../engine/client.ts'
import { queries } from '../engine/queries.ts'

/** A day may begin while the store is open. */
const betweenLooks = 3_600_000
/** After opening, the first screen comes first. */
const afterOpening = 20_000

/** Has the backup of the day taken in the background, where one is due. */
export function useDailyBackup(): void {
  useEffect(() => {
    const look = () =>
      void callEngine('store.backupDue', {}).then(
        () => queries.invalidateQueries({ queryKey: ['store.backups'] }),
        // The list of backups in the settings says when the last one was taken, and why one cannot be.
        () => undefined,
      )
    const first = setTimeout(look, afterOpening)
    const timer = setInterval(look, betweenLooks)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [])
}
