import { Group, Table } from '@mantine/core'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { monthOf } from '../../../shared/period/plainDate.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'

const flagWords = { not_selected: 'no item selected', no_population: 'no rows in the population' } as const

type Month = Coverage['months'][number]

/**
 * The period month by month in words: rows, selected items, and what is to be said about it.
 * @param justifying given where a month without a selected item can be justified
 */
export function Months({
  found: { months, days },
  justifying,
}: {
  found: Coverage
  justifying?: { onJustify: (month: string) => void; onReopen: (month: string) => void }
}) {
  const selected = Map.groupBy(days, ({ date }) => monthOf(date))
  return (
    <Table fz="sm" verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Month</Table.Th>
          <Table.Th>Rows</Table.Th>
          <Table.Th>Selected</Table.Th>
          <Table.Th>Items</Table.Th>
          <Table.Th>To note</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map((month) => (
          <Table.Tr key={month.month}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{month.month}</Table.Td>
            <Table.Td>{month.population}</Table.Td>
            <Table.Td>{month.sample}</Table.Td>
            <Table.Td>{itemWords(selected.get(month.month) ?? [])}</Table.Td>
            <Table.Td>
              <ToNote month={month} {...justifying} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ToNote({
  month: { month, flag, justified },
  onJustify,
  onReopen,
}: {
  month: Month
  onJustify?: (month: string) => void
  onReopen?: (month: string) => void
}) {
  return (
    <Group gap="xs">
      <span>{flag === null ? '' : flagWords[flag]}</span>
      {justified === null ? null : <span>{`justified: ${justified}`}</span>}
      {flag === 'not_selected' && justified === null && onJustify !== undefined ? (
        <ChangeButton size="compact-xs" variant="default" onClick={() => onJustify(month)}>
          {`Justify ${month}`}
        </ChangeButton>
      ) : null}
      {justified === null || onReopen === undefined ? null : (
        <ChangeButton size="compact-xs" variant="default" onClick={() => onReopen(month)}>
          {`Open ${month} again`}
        </ChangeButton>
      )}
    </Group>
  )
}

/** Items named in a line; a sheet of all items would fill the screen. */
const mostNamed = 12

const stageWords = { initial: '', extension: ', extension', replacement: ', replacement' } as const

function itemWords(items: Coverage['days']): string {
  const named = items.slice(0, mostNamed).map(({ itemId, stage, deviates }) => {
    const more = `${stageWords[stage]}${deviates ? ', deviation' : ''}`
    return more === '' ? itemId : `${itemId} (${more.slice(2)})`
  })
  return [...named, ...(items.length > mostNamed ? [`${items.length - mostNamed} more`] : [])].join(', ')
}
