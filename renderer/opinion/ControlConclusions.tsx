import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Aspect, Conclusion } from '../../shared/contract/conclusion.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ConclusionForm } from './ConclusionForm.tsx'
import { ConclusionMark } from './ConclusionMark.tsx'
import { aspectTitles } from './conclusionWords.ts'
import { type ControlFacts, factsOf, problemsWith } from './controlFacts.ts'

/** What is concluded on the design and the operation of a control, beside what the tests show. */
export function ControlConclusions({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const control = useEngineQuery('control.get', { controlId })
  const conclusions = useEngineQuery('conclusion.list', { engagementId })
  const procedures = useEngineQuery('procedure.list', { engagementId, controlId })
  const deviations = useEngineQuery('deviation.list', { engagementId, controlId })
  const error = [engagement, control, conclusions, procedures, deviations].find((query) => query.error)?.error ?? null
  const isReady = engagement.data && control.data && conclusions.data && procedures.data && deviations.data

  return (
    <Stack gap="sm" component="section" aria-label="Conclusions">
      <Title order={2} size="h4">
        Conclusions
      </Title>
      <ErrorNote error={error} />
      {isReady ? (
        <SimpleGrid cols={engagement.data.reportType === 'type2' ? 2 : 1}>
          {aspectsOf(engagement.data.reportType).map((aspect) => {
            const facts = factsOf(aspect, procedures.data, deviations.data)
            const current = conclusionOn(conclusions.data.conclusions, controlId, aspect)
            return (
              <Paper key={aspect} withBorder p="sm">
                <Stack gap="xs">
                  <ConclusionHead aspect={aspect} current={current} facts={facts} />
                  <ConclusionForm
                    key={current?.at ?? 'none'}
                    engagementId={engagementId}
                    target={{ entity: 'control', id: controlId, ref: control.data.ref }}
                    aspect={aspect}
                    current={current}
                    problems={(outcome) =>
                      problemsWith(facts, { reportType: engagement.data.reportType, aspect, outcome })
                    }
                  />
                </Stack>
              </Paper>
            )
          })}
        </SimpleGrid>
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}

type ConclusionHeadProps = { aspect: Aspect; current: Conclusion | null; facts: ControlFacts }

function ConclusionHead({ aspect, current, facts }: ConclusionHeadProps) {
  return (
    <>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {aspectTitles[aspect]}
        </Title>
        <ConclusionMark entity="control" aspect={aspect} outcome={current?.outcome ?? null} />
      </Group>
      <Text size="sm">
        {facts.procedures === 0
          ? 'No procedure tests it.'
          : `${facts.resultsRecorded} of ${facts.resultsExpected} results recorded · ${facts.deviations} ${facts.deviations === 1 ? 'deviation' : 'deviations'} found`}
      </Text>
      {current ? (
        <Text size="xs">
          Concluded by {current.by}, {instantWords(current.at)}
        </Text>
      ) : null}
    </>
  )
}

const aspectsOf = (reportType: 'type1' | 'type2'): Aspect[] =>
  reportType === 'type1' ? ['design'] : ['design', 'operation']

const conclusionOn = (conclusions: readonly Conclusion[], controlId: string, aspect: Aspect): Conclusion | null =>
  conclusions.find(
    ({ target, ...each }) => target.entity === 'control' && target.id === controlId && each.aspect === aspect,
  ) ?? null
