import { Button, Code, Group, Table, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { PaperReview } from '../review/PaperReview.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { MonthBars } from '../ui/MonthBars.tsx'
import { Screen } from '../ui/Screen.tsx'
import { CompareExtracts } from './CompareExtracts.tsx'
import { Findings } from './findings/Findings.tsx'
import { formWords } from './formWords.ts'
import { ConclusionForm } from './ConclusionForm.tsx'
import { PaperEvidence } from '../evidence/PaperEvidence.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { SourceForm } from './SourceForm.tsx'

/** One population: what it is, what the checks found, where it came from, whether it can be relied on, and its rows. */
export function PopulationScreen() {
  const populationId = useRouteParam('populationId')
  const found = useEngineQuery('population.get', { populationId })
  const [isComparing, comparing] = useDisclosure(false)
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const population = found.data
  const facts = [
    ['File', `${population.fileName} (${formWords(population)})`],
    ['SHA-256 of the file', population.sha256],
    ['SHA-256 of the ids that can be drawn', population.idsSha256 ?? 'fixed by the conclusion'],
  ] as const
  return (
    <Screen
      title={population.name}
      subtitle={`${population.rows} rows, ${population.drawable} can be drawn`}
      actions={
        <>
          <Button variant="default" onClick={comparing.open}>
            Compare with an earlier extract…
          </Button>
          <Button component="a" href={links.populationRows(population.engagementId, populationId)}>
            Browse the rows
          </Button>
        </>
      }
    >
      <ReferredTo record={{ kind: 'population', id: populationId }} />
      {isComparing ? <CompareExtracts population={population} onClose={comparing.close} /> : null}
      <Table withRowBorders={false}>
        <Table.Tbody>
          {facts.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Td w={280}>{label}</Table.Td>
              <Table.Td>
                <Code>{value}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2}>Rows by month</Title>
      <MonthBars months={population.byMonth.map(({ month, count }) => ({ month, population: count, sample: null }))} />
      <Title order={2}>Checks</Title>
      <Findings population={population} />
      <PaperEvidence
        engagementId={population.engagementId}
        target={{ entity: 'population', id: population.populationId }}
        of={population.name}
      />
      <Group align="start" grow>
        <SourceForm population={population} />
        <ConclusionForm population={population} />
      </Group>
      <PaperReview target={{ entity: 'population', id: populationId }} />
    </Screen>
  )
}
