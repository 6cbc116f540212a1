import { Anchor, Table, Text } from '@mantine/core'
import type { Aspect, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import type { ControlSummary } from '../../shared/contract/control.ts'
import { links } from '../app/links.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { ConclusionMark } from '../opinion/ConclusionMark.tsx'
import { isLongTable, LongRows } from '../ui/LongRows.tsx'
import { frequencyWords } from '../../shared/sampling/frequency.ts'

type ControlTableProps = { engagementId: string; controls: readonly ControlSummary[] }

/** Heads of the columns, and their widths where the table is long. */
const columns = [
  ['Ref', '9%'],
  ['Title', '25%'],
  ['Criteria', '12%'],
  ['Frequency', '10%'],
  ['Owner', '12%'],
  ['Work', '11%'],
  ['Design', '10%'],
] as const
const operation = ['Operation', '11%'] as const

/** The control matrix: what each control answers, the work on it, and what it came to. */
export function ControlTable({ engagementId, controls }: ControlTableProps) {
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const heads = isOverPeriod ? [...columns, operation] : columns
  const isLong = isLongTable(controls)
  return (
    <Table
      highlightOnHover
      stickyHeader
      stickyHeaderOffset={48}
      layout={isLong ? 'fixed' : 'auto'}
      aria-rowcount={controls.length + 1}
    >
      <Table.Thead>
        <Table.Tr>
          {heads.map(([name, width]) => (
            <Table.Th key={name} {...(isLong ? { w: width } : {})}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <LongRows
        rows={controls}
        keyOf={({ controlId }) => controlId}
        renderCells={(control) => (
          <ControlCells engagementId={engagementId} control={control} isOverPeriod={isOverPeriod} />
        )}
      />
    </Table>
  )
}

type ControlCellsProps = { engagementId: string; control: ControlSummary; isOverPeriod: boolean }

function ControlCells({ engagementId, control, isOverPeriod }: ControlCellsProps) {
  return (
    <>
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
    </>
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
