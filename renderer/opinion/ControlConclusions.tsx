import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Aspect, AspectFacts, Conclusion } from '../../shared/contract/conclusion.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ConclusionForm } from './ConclusionForm.tsx'
import { ConclusionMark } from './ConclusionMark.tsx'
import { aspectTitles } from '../../shared/opinion/conclusionWords.ts'
import { factsWords, problemsWith } from './controlFacts.ts'
import { ProseText } from '../records/ProseText.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'

/** What is concluded on the design and the operation of a control, beside what the tests show. */
export function ControlConclusions({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const control = useEngineQuery('control.get', { controlId })
  const conclusions = useEngineQuery('conclusion.list', { engagementId })
  const facts = useEngineQuery('conclusion.facts', { controlId })
  const error = [engagement, control, conclusions, facts].find((query) => query.error)?.error ?? null
  const isReady = engagement.data && control.data && conclusions.data && facts.data

  return (
    <Stack gap="sm" component="section" aria-label="Conclusions">
      <Title order={2} size="h4">
        Conclusions
      </Title>
      <ErrorNote error={error} />
      {isReady ? (
        <SimpleGrid cols={engagement.data.reportType === 'type2' ? 2 : 1}>
          {aspectsOf(engagement.data.reportType).map((aspect) => {
            const current = conclusionOn(conclusions.data.conclusions, controlId, aspect)
            return (
              <AspectPaper key={aspect} conclusionId={current?.conclusionId ?? ''}>
                <Stack gap="xs">
                  <ConclusionHead aspect={aspect} current={current} facts={facts.data[aspect]} />
                  <ConclusionForm
                    key={current?.at ?? 'none'}
                    engagementId={engagementId}
                    target={{ entity: 'control', id: controlId, ref: control.data.ref }}
                    aspect={aspect}
                    current={current}
                    problems={(written) =>
                      problemsWith(facts.data[aspect], { reportType: engagement.data.reportType, aspect, ...written })
                    }
                  />
                  {current === null ? null : <ReviewLine target={{ entity: 'conclusion', id: current.conclusionId }} />}
                </Stack>
              </AspectPaper>
            )
          })}
        </SimpleGrid>
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}

/** Marked where an address leads to the conclusion in it. */
function AspectPaper({ conclusionId, children }: { conclusionId: string; children: ReactNode }) {
  const place = useRecordPlace({ kind: 'conclusion', id: conclusionId })
  return (
    <Paper {...place} withBorder p="sm">
      {children}
    </Paper>
  )
}

type ConclusionHeadProps = { aspect: Aspect; current: Conclusion | null; facts: AspectFacts }

function ConclusionHead({ aspect, current, facts }: ConclusionHeadProps) {
  return (
    <>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {aspectTitles[aspect]}
        </Title>
        <ConclusionMark entity="control" aspect={aspect} outcome={current?.outcome ?? null} />
      </Group>
      <Text size="sm">{factsWords(aspect, facts)}</Text>
      {current?.confirmation ? (
        <Text size="sm">
          Confirmed by: <ProseText text={current.confirmation} />
        </Text>
      ) : null}
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
