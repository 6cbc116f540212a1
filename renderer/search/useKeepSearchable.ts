import { useCallback } from 'react'
import { callEngine } from '../engine/client.ts'
import { queries } from '../engine/queries.ts'

/** @returns what has the text of new files read, so that it is found; answers from before are asked for again */
export function useKeepSearchable(): () => void {
  return useCallback(() => {
    void callEngine('search.update', {}).then(
      () => queries.invalidateQueries({ queryKey: ['search.query'] }),
      // A search brings the papers up to date by itself, and says which files are missing.
      () => undefined,
    )
  }, [])
}
