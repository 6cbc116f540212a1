import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'

/** The criteria in scope, and which controls answer each. */
export function ScopeScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('criterion.list', { engagementId })
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { criteria, notice } = list.data
  const uncovered = criteria.filter(({ controls }) => controls.length === 0).length
  return (
    <Screen title="Scope" subtitle={`${criteria.length} criteria, ${uncovered} without a control`}>
      <Text size="sm">{notice}</Text>
      <Table stickyHeader stickyHeaderOffset={48}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>Criterion</Table.Th>
            <Table.Th>Title</Table.Th>
            <Table.Th w="40%">Controls</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {criteria.map(({ criterionId, title, summary, controls }) => (
            <Table.Tr key={criterionId}>
              <Table.Td fw={600}>{criterionId}</Table.Td>
              <Table.Td>
                {title}
                <Text size="xs">{summary}</Text>
              </Table.Td>
              <Table.Td>
                {controls.length === 0 ? (
                  <Badge color="red" variant="outline">
                    no control
                  </Badge>
                ) : null}
                <Group gap="xs">
                  {controls.map(({ controlId, ref, title: controlTitle }) => (
                    <Anchor
                      key={controlId}
                      href={links.control(engagementId, controlId)}
                      title={controlTitle}
                      size="sm"
                    >
                      {ref}
                    </Anchor>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Screen>
  )
}
