import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Criterion } from '../../shared/contract/criterion.ts'
import { links } from '../app/links.ts'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { useFirstRows } from '../ui/Later.tsx'
import { SetAside } from './SetAside.tsx'

type SeriesTableProps = { engagementId: string; criteria: readonly Criterion[] }

/** Criteria by series, each with the controls that answer it. */
export function SeriesTable({ engagementId, criteria }: SeriesTableProps) {
  return (
    <Table stickyHeader stickyHeaderOffset={48}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={80}>Criterion</Table.Th>
          <Table.Th>Title</Table.Th>
          <Table.Th w="40%">Controls</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {[...Map.groupBy(useFirstRows(criteria, 16), ({ series }) => series)].map(([series, members]) => (
        <Table.Tbody key={series}>
          <Table.Tr>
            <Table.Th colSpan={3} scope="rowgroup">{`${series} ${members[0]?.seriesName ?? ''}`}</Table.Th>
          </Table.Tr>
          {members.map((criterion) => (
            <CriterionRow key={criterion.criterionId} engagementId={engagementId} criterion={criterion} />
          ))}
        </Table.Tbody>
      ))}
    </Table>
  )
}

function CriterionRow({ engagementId, criterion }: { engagementId: string; criterion: Criterion }) {
  const { criterionId, title, summary, controls } = criterion
  const place = useRecordPlace({ kind: 'criterion', id: criterionId })
  return (
    <Table.Tr {...place}>
      <Table.Td fw={600}>{criterionId}</Table.Td>
      <Table.Td>
        {title}
        <Text size="xs">{summary}</Text>
        {criterion.wording === null ? null : (
          <Text size="xs" style={{ whiteSpace: 'pre-wrap' }}>
            {criterion.wording}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {controls.length === 0 && criterion.setAside === null ? (
          <Badge color="red" variant="outline" leftSection={<IconAlertTriangle size={12} aria-hidden="true" />}>
            no control
          </Badge>
        ) : null}
        <Group gap="xs" mb={4}>
          {controls.map(({ controlId, ref, title: controlTitle }) => (
            <Anchor
              key={controlId}
              href={links.control(engagementId, controlId)}
              title={controlTitle}
              size="sm"
              display="inline-block"
              lh="24px"
            >
              {ref}
            </Anchor>
          ))}
        </Group>
        <SetAside engagementId={engagementId} criterion={criterion} />
      </Table.Td>
    </Table.Tr>
  )
}
