import { Anchor, Group, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { methodWords, partText } from '../../shared/sample/drawWords.ts'
import { links } from '../app/links.ts'
import { ControlListActions } from '../controls/ControlListActions.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { DrawSample } from './DrawSample.tsx'
import { PartsEvaluation } from './PartsEvaluation.tsx'
import { ControlPeriodMap } from './PeriodMap.tsx'

/** The samples of a control. */
export function ControlSamples({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const list = useEngineQuery('sample.list', { engagementId, controlId })
  const [isDrawing, drawing] = useDisclosure(false)
  const samples = list.data?.samples ?? []
  return (
    <section aria-label="Samples">
      <Group justify="space-between">
        <Title order={2}>Samples</Title>
        <Group gap="xs">
          <ControlListActions
            name="Samples"
            list="samples"
            ids={samples.map(({ sampleId }) => sampleId)}
            {...{ engagementId, controlId }}
          />
          <ChangeButton size="xs" variant="default" onClick={drawing.open}>
            Draw a sample
          </ChangeButton>
        </Group>
      </Group>
      <ErrorNote error={list.error} />
      {samples.length === 0 ? (
        <Text>No sample was drawn for this control yet.</Text>
      ) : (
        <Table>
          <Table.Tbody>
            {samples.map((sample) => (
              <Table.Tr key={sample.sampleId}>
                <Table.Td>
                  <Anchor
                    href={links.sample(engagementId, sample.sampleId)}
                  >{`${sample.size} of ${sample.populationName}`}</Anchor>
                </Table.Td>
                <Table.Td>
                  {[
                    methodWords[sample.method],
                    ...(sample.window === null ? [] : [partText(sample.part, sample.window)]),
                    ...(sample.isShared ? [`drawn for ${sample.controlRef}`] : []),
                  ].join(', ')}
                </Table.Td>
                <Table.Td>{`${sample.tested} tested, ${sample.deviations} with deviations`}</Table.Td>
                <Table.Td>{`${sample.drawnBy}, ${instantWords(sample.drawnAt)}`}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {samples.length === 0 ? null : (
        <>
          <PartsEvaluation controlId={controlId} />
          <ControlPeriodMap engagementId={engagementId} controlId={controlId} />
        </>
      )}
      {isDrawing ? <DrawSample engagementId={engagementId} controlId={controlId} onClose={drawing.close} /> : null}
    </section>
  )
}
