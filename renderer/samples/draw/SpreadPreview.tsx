import { Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { PeriodChart } from '../map/PeriodChart.tsx'

/** How a draw would spread over the period before it is made: what it takes of each month, or takes on average. No item is shown. */
export function SpreadPreview({
  found: { months, mayStayEmpty, ...found },
  isExact,
}: {
  found: ResultOf<'sample.preview'>
  /** Whether the draw takes just so many of each month; else it does so on average. */
  isExact: boolean
}) {
  if (found.period === null || months.length === 0) return <Text size="sm">The rows have no dates to show.</Text>
  const notes = months.map(({ month, sample }) => ({
    month,
    note: `${isExact ? '' : '≈ '}${rounded(sample)}`,
    isOpen: mayStayEmpty.includes(month),
  }))
  return (
    <Stack gap="xs">
      <Text size="sm">
        {`Rows by week, and under each month how many items the draw takes of it${isExact ? '' : ' on average'}. The items themselves are shown once the draw is journaled.`}
      </Text>
      <PeriodChart period={found.period} found={{ ...found, months: notes }} />
      <VisuallyHidden>
        <Table>
          <Table.Caption>Spread over the months</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Month</Table.Th>
              <Table.Th>Rows</Table.Th>
              <Table.Th>Items expected</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map(({ month, population, sample }) => (
              <Table.Tr key={month}>
                <Table.Td>{month}</Table.Td>
                <Table.Td>{countText(population)}</Table.Td>
                <Table.Td>{rounded(sample)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
      {mayStayEmpty.length === 0 ? null : (
        <Text size="sm">{`May stay without an item: ${mayStayEmpty.join(', ')}. Spread the sample over the months to reach each of them.`}</Text>
      )}
    </Stack>
  )
}

const rounded = (items: number) => String(Math.round(items * 10) / 10)
