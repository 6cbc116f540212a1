import { useEngineQuery } from '../../engine/hooks.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import { type DrawChoice, isSized } from './drawParams.ts'

/** @returns how a draw would spread, once population and size are chosen; @param size `null` as long as there is none */
export function usePreview(
  { populationId, controlId, window }: { populationId: string | null; controlId: string; window: Period | null },
  { method, stratifyBy }: DrawChoice,
  size: number | null,
) {
  return useEngineQuery(
    'sample.preview',
    {
      populationId: populationId ?? '',
      controlId,
      size: size ?? 1,
      ...(window === null ? {} : { window }),
      ...(method === 'stratified' ? { stratifyBy } : {}),
    },
    { enabled: populationId !== null && size !== null && isSized(method), keepsPrevious: true },
  )
}
