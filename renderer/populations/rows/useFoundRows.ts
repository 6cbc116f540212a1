import { useEffect, useRef, useState } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import { callEngine, onEngineEvent } from '../../engine/client.ts'
import { choiceParams, type RowChoice, wholeChoice } from './choice.ts'
import { RowPages } from './rowPages.ts'

/** The rows that are shown, and the choice that they were found for. */
export type FoundRows = { choice: RowChoice; pages: RowPages<PopulationItem> }

/**
 * Looks for the rows of a choice, as a job with its progress in the status line; what was shown stays until they are found.
 * @param onGivenUp is told what went wrong, or that somebody cancelled, and the choice that is still shown
 */
export function useFoundRows(
  { populationId, rows }: { populationId: string; rows: number },
  choice: RowChoice,
  onGivenUp: (shown: RowChoice, error: Error) => void,
): FoundRows & { isLooking: boolean } {
  const [found, setFound] = useState<FoundRows>(() => ({
    choice: wholeChoice,
    pages: pagesOf(populationId, wholeChoice, rows),
  }))
  const [isLooking, setLooking] = useState(false)
  const latest = useRef({ found, onGivenUp })
  useEffect(() => {
    latest.current = { found, onGivenUp }
  })
  useEffect(() => {
    if (isSame(choice, latest.current.found.choice)) return
    let isWanted = true
    setLooking(true)
    const end = () => {
      isWanted = false
      setLooking(false)
    }
    callEngine('population.find', { populationId, ...choiceParams(choice) }).then(
      ({ total }) => {
        if (!isWanted) return
        end()
        setFound({ choice, pages: pagesOf(populationId, choice, total) })
      },
      (error: Error) => {
        if (!isWanted) return
        end()
        latest.current.onGivenUp(latest.current.found.choice, error)
      },
    )
    return () => {
      if (isWanted) void cancelFinding()
      end()
    }
  }, [populationId, choice])
  const { pages } = found
  useEffect(
    () =>
      onEngineEvent('entities.changed', ({ entities }) => {
        if (entities.some(({ entity }) => entity === 'settlement')) pages.refresh()
      }),
    [pages],
  )
  return { ...found, isLooking }
}

function pagesOf(populationId: string, choice: RowChoice, total: number): RowPages<PopulationItem> {
  const params = { populationId, ...choiceParams(choice) }
  return new RowPages(total, async (offset, limit) => {
    const { items } = await callEngine('population.items', { ...params, offset, limit })
    return items
  })
}

const isSame = (one: RowChoice, other: RowChoice) =>
  JSON.stringify(choiceParams(one)) === JSON.stringify(choiceParams(other))

/** Whoever types on does not wait for what was typed before. The list is asked for before the next search begins. */
async function cancelFinding(): Promise<void> {
  const { jobs } = await callEngine('job.list', {}).catch(() => ({ jobs: [] }))
  for (const { jobId, method } of jobs) {
    if (method === 'population.find') await callEngine('job.cancel', { jobId }).catch(() => undefined)
  }
}
