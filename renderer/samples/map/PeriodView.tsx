import { Accordion, Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Coverage } from '../../../shared/contract/coverage.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { type MonthNote, PeriodChart } from './PeriodChart.tsx'
import { PeriodMarks } from './PeriodMarks.tsx'
import { Stretches } from './Stretches.tsx'

/** How selected items cover the observation period: as a picture, in words, and the marks that explain it. */
export function PeriodView({
  engagementId,
  controlId,
  found,
  children,
}: {
  engagementId: string
  controlId: string
  found: Coverage
  /** The period month by month. */
  children: ReactNode
}) {
  const { period, months, marks, withoutDate } = found
  return (
    <Stack gap="xs">
      {period === null ? (
        <Text>The population has no dates.</Text>
      ) : (
        <PeriodChart period={period} found={{ ...found, months: months.map(noteOf) }} />
      )}
      <Text size="sm">
        ● selected · ○ extension · ◇ replacement · ✕ deviation · bars: rows of the population · hatched: marked days ·
        grey: not drawn from · dashed line: next part
      </Text>
      <Holes months={months} />
      {withoutDate === 0 ? null : (
        <Text size="sm">{`${countText(withoutDate)} selected items have no date and are not on the map.`}</Text>
      )}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="months">
          <Accordion.Control>The period in words</Accordion.Control>
          <Accordion.Panel>
            {children}
            <Stretches found={found} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="marks">
          <Accordion.Control>{`Holidays, outages and freezes (${marks.length})`}</Accordion.Control>
          <Accordion.Panel>
            <PeriodMarks engagementId={engagementId} controlId={controlId} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

function Holes({ months }: { months: Coverage['months'] }) {
  const named = (those: Coverage['months']) => those.map(({ month }) => month).join(', ')
  const open = months.filter(({ flag, justified }) => flag === 'not_selected' && justified === null)
  const empty = months.filter(({ flag }) => flag === 'no_population')
  return (
    <>
      {open.length === 0 ? (
        <Text size="sm">Every month with rows has a selected item or a reason.</Text>
      ) : (
        <Alert color="orange" variant="outline" icon={<IconAlertTriangle />} p="xs">
          {`Months without a selected item, to be justified: ${named(open)}`}
        </Alert>
      )}
      {empty.length === 0 ? null : (
        <Text size="sm">{`Months without rows in the population: ${named(empty)}. Nothing happened, or the list is not complete.`}</Text>
      )}
    </>
  )
}

function noteOf({ month, flag, justified }: Coverage['months'][number]): MonthNote {
  if (flag === 'not_selected')
    return { month, note: justified === null ? 'no item' : 'justified', isOpen: justified === null }
  return { month, note: flag === 'no_population' ? 'no rows' : null, isOpen: false }
}
