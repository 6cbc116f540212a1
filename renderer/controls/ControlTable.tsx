import { Anchor, Table, Text } from '@mantine/core'
import type { Aspect, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import type { ControlSummary } from '../../shared/contract/control.ts'
import { links } from '../app/links.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { ConclusionMark } from '../opinion/ConclusionMark.tsx'
import { frequencyWords } from './controlWords.ts'

type ControlTableProps = { engagementId: string; controls: readonly ControlSummary[] }

/** The control matrix: what each control answers, the work on it, and what it came to. */
export function ControlTable({ engagementId, controls }: ControlTableProps) {
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  return (
    <Table highlightOnHover stickyHeader stickyHeaderOffset={48}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Ref</Table.Th>
          <Table.Th>Title</Table.Th>
          <Table.Th>Criteria</Table.Th>
          <Table.Th>Frequency</Table.Th>
          <Table.Th>Owner</Table.Th>
          <Table.Th>Work</Table.Th>
          <Table.Th>Design</Table.Th>
          {isOverPeriod ? <Table.Th>Operation</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {controls.map((control) => (
          <Table.Tr key={control.controlId}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <Anchor href={links.control(engagementId, control.controlId)}>{control.ref}</Anchor>
            </Table.Td>
            <Table.Td>
              {control.title}
              {isOverPeriod && control.versions > 1 ? (
                <Text size="xs">{`${control.versions} versions in the period`}</Text>
              ) : null}
            </Table.Td>
            <Table.Td>{control.criteria.join(', ')}</Table.Td>
            <Table.Td>{frequencyWords[control.frequency]}</Table.Td>
            <Table.Td>
              {control.owner}
              {control.organisation === null ? null : <Text size="xs">{control.organisation}</Text>}
            </Table.Td>
            <Table.Td>{workWords(control)}</Table.Td>
            <Table.Td>
              <Mark aspect="design" outcome={control.design} />
            </Table.Td>
            {isOverPeriod ? (
              <Table.Td>
                <Mark aspect="operation" outcome={control.operation} />
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Nothing where nothing is concluded: most lines of a new matrix would say the same. */
function Mark({ aspect, outcome }: { aspect: Aspect; outcome: string | null }) {
  if (outcome === null) return null
  return <ConclusionMark entity="control" aspect={aspect} outcome={outcome as ConclusionOutcome} />
}

function workWords({ procedures, samples, deviations }: ControlSummary): string {
  const counts = [
    [procedures, 'procedure'],
    [samples, 'sample'],
    [deviations, 'deviation'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
    .join(', ')
}
