import { Stack, Text } from '@mantine/core'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { StratifyBy } from '../../../shared/contract/sample.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { MonthBars } from '../../ui/MonthBars.tsx'

/** How a draw would spread over the months before it is made: what it takes of each, or takes on average. No item is shown. */
export function SpreadPreview({
  populationId,
  controlId,
  size,
  window,
  stratifyBy,
}: {
  populationId: string
  controlId: string
  size: number
  window: Period | null
  stratifyBy: StratifyBy | null
}) {
  const { data } = useEngineQuery(
    'sample.preview',
    {
      populationId,
      controlId,
      size,
      ...(window === null ? {} : { window }),
      ...(stratifyBy === null ? {} : { stratifyBy }),
    },
    { keepsPrevious: true },
  )
  if (data === undefined || data.months.length === 0) return null
  const months = data.months.map(({ month, population, sample }) => ({
    month,
    population,
    sample: Math.round(sample * 10) / 10,
    flag: data.mayStayEmpty.includes(month) ? 'may stay without an item' : null,
  }))
  return (
    <Stack gap="xs" role="group" aria-label="Spread over the months">
      <Text size="sm">
        {stratifyBy === 'month' || stratifyBy === 'quarter'
          ? 'The rows of each month, and how many items the draw takes of it.'
          : 'The rows of each month, and how many items the draw takes of it on average.'}
      </Text>
      <MonthBars months={months} />
      {data.mayStayEmpty.length === 0 ? null : (
        <Text size="sm">{`May stay without an item: ${data.mayStayEmpty.join(', ')}. Spread the sample over the months to reach each of them.`}</Text>
      )}
    </Stack>
  )
}
