import { Anchor, Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Dashboard } from '../../shared/contract/dashboard.ts'
import { links } from '../app/links.ts'
import classes from './Dashboard.module.css'
import { Month } from './Month.tsx'
import { Share } from './Share.tsx'

/** Controls shown before the reader asks for all. */
const shownAtFirst = 25

/** Every control with its months of the observation period, how far its tests are, and whether it was concluded on. */
export function ControlFigures({
  engagementId,
  board: { controls, periodMap },
}: {
  engagementId: string
  board: Pick<Dashboard, 'controls' | 'periodMap'>
}) {
  const [showsAll, setShowsAll] = useState(false)
  const months = periodMap?.months ?? []
  const coverage = new Map(periodMap?.controls.map((control) => [control.controlId, control.months]))
  const tested = controls.toSorted((a, b) => Number(coverage.has(b.controlId)) - Number(coverage.has(a.controlId)))
  const shown = showsAll ? tested : tested.slice(0, shownAtFirst)
  return (
    <>
      <Table className={classes['map']} aria-label="By control and month">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Control</Table.Th>
            {months.map((month) => (
              <Table.Th key={month}>{month.slice(2)}</Table.Th>
            ))}
            <Table.Th>Results</Table.Th>
            <Table.Th>Concluded</Table.Th>
            <Table.Th>Open deviations</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ controlId, ref, title, cells, recorded, concluded, aspects, deviationsOpen }) => (
            <Table.Tr key={controlId}>
              <Table.Th scope="row">
                <Anchor size="xs" title={title} href={links.control(engagementId, controlId)}>
                  {ref}
                </Anchor>
              </Table.Th>
              <Months {...{ engagementId, controlId, months, found: coverage.get(controlId) }} />
              <Table.Td miw={140}>
                <Share done={recorded} total={cells} />
              </Table.Td>
              <Table.Td>{`${concluded} of ${aspects}`}</Table.Td>
              <Table.Td>{deviationsOpen === 0 ? '–' : deviationsOpen}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < controls.length ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(true)}>
          {`Show all ${controls.length} controls`}
        </Button>
      ) : null}
    </>
  )
}

function Months({
  engagementId,
  controlId,
  months,
  found,
}: {
  engagementId: string
  controlId: string
  months: readonly string[]
  found: NonNullable<Dashboard['periodMap']>['controls'][number]['months'] | undefined
}) {
  if (months.length === 0) return null
  if (found === undefined) {
    return (
      <Table.Td colSpan={months.length}>
        <Text size="xs" c="dimmed">
          no sample drawn
        </Text>
      </Table.Td>
    )
  }
  const most = Math.max(1, ...found.map(({ population }) => population))
  return months.map((month, place) => {
    const { population = 0, sample = 0, open = false } = found[place] ?? {}
    return (
      <Table.Td key={month}>
        <Month {...{ month, population, sample, open, most }} href={links.control(engagementId, controlId)} />
      </Table.Td>
    )
  })
}
