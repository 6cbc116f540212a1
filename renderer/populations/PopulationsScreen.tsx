import { Anchor, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ImportPopulation } from './import/ImportPopulation.tsx'

/** The lists that samples are drawn from. */
export function PopulationsScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('population.list', { engagementId })
  const [isImporting, importing] = useDisclosure(false)
  return (
    <Screen
      title="Populations"
      actions={
        <>
          <ListActions
            name="Populations"
            selection={{ list: 'populations', engagementId }}
            disabled={(list.data?.populations ?? []).length === 0}
          />
          <ChangeButton onClick={importing.open}>Import a list</ChangeButton>
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {list.data?.populations.length === 0 ? (
        <EmptyState
          title="No population yet"
          text="A population is the client's list of everything that happened, such as all changes of the period. Samples are drawn from it."
          action={<ChangeButton onClick={importing.open}>Import a population</ChangeButton>}
        />
      ) : null}
      {list.data !== undefined && list.data.populations.length > 0 ? (
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>File</Table.Th>
              <Table.Th>Rows</Table.Th>
              <Table.Th>Can be drawn</Table.Th>
              <Table.Th>To settle</Table.Th>
              <Table.Th>Completeness and accuracy</Table.Th>
              <Table.Th>Samples</Table.Th>
              <Table.Th>Imported</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.data.populations.map((row) => (
              <Table.Tr key={row.populationId}>
                <Table.Td>
                  <Anchor href={links.population(engagementId, row.populationId)}>{row.name}</Anchor>
                </Table.Td>
                <Table.Td>{row.fileName}</Table.Td>
                <Table.Td>{row.rows}</Table.Td>
                <Table.Td>{row.drawable}</Table.Td>
                <Table.Td>{row.unsettled === 0 ? '' : `${row.unsettled} open`}</Table.Td>
                <Table.Td>
                  {row.conclusion === null
                    ? 'not concluded'
                    : row.conclusion.complete && row.conclusion.accurate
                      ? 'complete and accurate'
                      : 'not relied on'}
                </Table.Td>
                <Table.Td>{row.samples}</Table.Td>
                <Table.Td>{instantWords(row.importedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <ImportPopulation engagementId={engagementId} opened={isImporting} onClose={importing.close} />
    </Screen>
  )
}
