import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { PriorItem } from '../../shared/contract/prior.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { outcomeMark, outcomeSpoken } from '../sheet/outcomes.ts'
import classes from './Prior.module.css'

const pageSize = 25

type PriorItemsProps = { priorEngagementId: string; procedureId: string; letters: readonly string[] }

/** The items of a test of the prior period with their results, page by page. */
export function PriorItems({ priorEngagementId, procedureId, letters }: PriorItemsProps) {
  const [offset, setOffset] = useState(0)
  const { data, error } = useEngineQuery(
    'prior.items',
    { priorEngagementId, procedureId, offset, limit: pageSize },
    { keepsPrevious: true },
  )
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  const { total, items } = data
  return (
    <div className={classes['items']}>
      <Table fz="xs" verticalSpacing={2} horizontalSpacing={6} aria-label="Items of the prior period">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">#</Table.Th>
            <Table.Th scope="col">Item</Table.Th>
            {letters.map((letter) => (
              <Table.Th key={letter} scope="col">
                {letter}
              </Table.Th>
            ))}
            <Table.Th scope="col">Notes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ItemRow key={item.sampleItemId} item={item} letters={letters} />
          ))}
        </Table.Tbody>
      </Table>
      {total <= pageSize ? null : (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(offset - pageSize)}
          >
            Items before
          </Button>
          <Text size="xs">
            {offset + 1} to {Math.min(offset + pageSize, total)} of {total}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            disabled={offset + pageSize >= total}
            onClick={() => setOffset(offset + pageSize)}
          >
            Items after
          </Button>
        </Group>
      )}
    </div>
  )
}

function ItemRow({ item, letters }: { item: PriorItem; letters: readonly string[] }) {
  const { order, itemId, replacedBecause, cells } = item
  const notes = cells.flatMap(({ letter, note }) => (note === null ? [] : [`${letter}: ${note}`]))
  return (
    <Table.Tr>
      <Table.Td>{order}</Table.Td>
      <Table.Th scope="row" fw={500}>
        {itemId}
      </Table.Th>
      {letters.map((letter) => {
        const outcome = cells.find((cell) => cell.letter === letter)?.outcome ?? null
        return (
          <Table.Td key={letter} fw={outcome === 'deviation' ? 700 : 400}>
            <span aria-hidden>{outcomeMark(outcome)}</span>
            <VisuallyHidden>{outcomeSpoken(outcome)}</VisuallyHidden>
          </Table.Td>
        )
      })}
      <Table.Td>{replacedBecause === null ? notes.join(' ') : `replaced: ${replacedBecause}`}</Table.Td>
    </Table.Tr>
  )
}
