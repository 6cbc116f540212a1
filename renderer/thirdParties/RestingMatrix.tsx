import { Checkbox, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { MatrixRow } from '../../shared/contract/subservice.ts'
import { controlWords, gapWords } from '../../shared/subservice/gapWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'

/** A criterion that is met only together with what others operate. */
const restsOnOthers = ({ cuecs, csocs }: MatrixRow) => cuecs.length + csocs.length > 0

/** Criteria against own controls, those of users and those of subservice organisations, with what is to settle. */
export function RestingMatrix({ engagementId }: { engagementId: string }) {
  const matrix = useEngineQuery('complementary.matrix', { engagementId })
  const [onlyOthers, setOnlyOthers] = useState(false)
  if (matrix.data === undefined) return matrix.isPending ? <Loading /> : <ErrorNote error={matrix.error} />
  const rows = onlyOthers ? matrix.data.rows.filter(restsOnOthers) : matrix.data.rows
  return (
    <Stack gap="xs">
      <Checkbox
        label="Only criteria that are met together with others"
        checked={onlyOthers}
        onChange={(event) => setOnlyOthers(event.currentTarget.checked)}
      />
      {rows.length === 0 ? <Text size="sm">No criterion rests on what others operate.</Text> : <Rows rows={rows} />}
    </Stack>
  )
}

function Rows({ rows }: { rows: readonly MatrixRow[] }) {
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="What each criterion rests on">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Criterion</Table.Th>
          <Table.Th scope="col">Own controls</Table.Th>
          <Table.Th scope="col">CUECs</Table.Th>
          <Table.Th scope="col">CSOCs</Table.Th>
          <Table.Th scope="col">To settle</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ criterionId, title, controls, cuecs, csocs, gaps }) => (
          <Table.Tr key={criterionId}>
            <Table.Th scope="row">
              {criterionId} {title}
            </Table.Th>
            <Table.Td>{controls.map(controlWords).join(', ')}</Table.Td>
            <Table.Td>{cuecs.join(', ')}</Table.Td>
            <Table.Td>{csocs.join(', ')}</Table.Td>
            <Table.Td>{gaps.map((gap) => `▲ ${gapWords[gap]}`).join('; ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
