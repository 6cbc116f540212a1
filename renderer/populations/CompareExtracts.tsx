import { Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { Population } from '../../shared/contract/population.ts'
import type { RowDifference } from '../../shared/contract/populationRows.ts'
import { countText } from '../../shared/sampling/figureText.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type Compared = ResultOf<'population.compare'>

const kinds = [
  ['missing', 'Missing from the later extract'],
  ['changed', 'Changed'],
  ['backDated', 'New, yet dated by the day of the earlier extract'],
  ['added', 'New'],
] as const

/** Compares this extract with an earlier one, row by row. */
export function CompareExtracts({ population, onClose }: { population: Population; onClose: () => void }) {
  const { engagementId, populationId } = population
  const list = useEngineQuery('population.list', { engagementId })
  const compare = useEngineCommand('population.compare', { quiet: true })
  const [earlierId, setEarlierId] = useState<string | null>(null)
  const [found, setFound] = useState<Compared | null>(null)
  const others = (list.data?.populations ?? []).filter((one) => one.populationId !== populationId)
  const run = async (id: string | null) => {
    setEarlierId(id)
    setFound(null)
    if (id !== null) await compare.run({ populationId, earlierId: id }).then(setFound, () => undefined)
  }
  const save = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Differences', suggestedName: 'differences.csv' })
    if (place === null || earlierId === null) return
    await compare.run({ populationId, earlierId, to: fileRef(place.token) }).catch(() => undefined)
  }
  return (
    <Modal opened onClose={onClose} title="Compare with an earlier extract" size={1000}>
      <Stack>
        <Select
          label="Earlier extract"
          data={others.map((one) => ({
            value: one.populationId,
            label: `${one.name} (${one.fileName}, ${one.rows} rows)`,
          }))}
          nothingFoundMessage="There is no other population in this engagement"
          value={earlierId}
          onChange={(id) => void run(id)}
        />
        <ErrorNote error={compare.error} />
        {found === null ? null : (
          <>
            <Text>
              {`${countText(found.unchanged)} unchanged, ${countText(found.counts.missing)} missing, ${countText(found.counts.changed)} changed, ${countText(found.counts.added)} new, of which ${countText(found.counts.backDated)} are dated by the day of the earlier extract.`}
            </Text>
            {found.columnsOfOne.length === 0 ? null : (
              <Text size="sm">{`Columns that only one of the two has: ${found.columnsOfOne.join(', ')}`}</Text>
            )}
            {kinds.map(([kind, title]) => (
              <Differences key={kind} title={title} differences={found[kind]} />
            ))}
            <Group>
              <Button variant="default" loading={compare.pending} onClick={() => void save()}>
                Export the differences as CSV…
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

const shown = 100

function Differences({ title, differences }: { title: string; differences: readonly RowDifference[] }) {
  if (differences.length === 0) return null
  const rest = differences.length - shown
  return (
    <Table fz="sm" captionSide="top" verticalSpacing={2}>
      <Table.Caption ta="left">{rest > 0 ? `${title}: the first ${shown}` : title}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Item</Table.Th>
          <Table.Th>Date</Table.Th>
          <Table.Th>Earlier row</Table.Th>
          <Table.Th>Later row</Table.Th>
          <Table.Th>What differs</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.slice(0, shown).map(({ itemId, date, earlierRow, laterRow, cells }) => (
          <Table.Tr key={itemId}>
            <Table.Td>{itemId}</Table.Td>
            <Table.Td>{date}</Table.Td>
            <Table.Td>{earlierRow}</Table.Td>
            <Table.Td>{laterRow}</Table.Td>
            <Table.Td>
              {cells.map(({ column, earlier, later }) => `${column}: ${earlier} → ${later}`).join('; ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
