import { Anchor, Code, Table, Text, Title } from '@mantine/core'
import { methodWords, partText, seedWords } from '../../shared/sample/drawWords.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { RequestsOfSample } from '../requests/RequestsOfSample.tsx'
import { SampleReuse } from '../compare/SampleReuse.tsx'
import { PaperReview } from '../review/PaperReview.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Later } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { PeriodMap } from './PeriodMap.tsx'
import { SampleActions } from './SampleActions.tsx'
import { SampleEvaluation } from './SampleEvaluation.tsx'
import { SampleItems } from './SampleItems.tsx'
import { SampleUse } from './SampleUse.tsx'

/** One sample: how it was drawn, how it covers the period, what it shows so far, its items. */
export function SampleScreen() {
  const engagementId = useRouteParam('engagementId')
  const sampleId = useRouteParam('sampleId')
  const found = useEngineQuery('sample.get', { sampleId })
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const sample = found.data
  const facts = [
    ['Selection', `${methodWords[sample.method]} (${sample.algorithm})`],
    ...(sample.window === null ? [] : [['Part of the period', partText(sample.part, sample.window)] as const]),
    [
      'Seed',
      sample.seed === null
        ? 'none'
        : `${sample.seed} (${sample.seedOrigin === null ? '' : seedWords[sample.seedOrigin]})`,
    ],
    ...(sample.plan.policy === null ? [] : [['Policy', sample.plan.policy] as const]),
    ['Size and why', `${sample.items.length}: ${sample.plan.sizeReason}`],
    ['SHA-256 of the population file', sample.populationSha256],
    ['SHA-256 of the ids', sample.idsSha256],
    ['Drawn', `${sample.drawnBy}, ${instantWords(sample.drawnAt)}`],
    ...(sample.redrawReason === null ? [] : [['Drawn again because', sample.redrawReason] as const]),
    ...sample.extensions.map(({ by, reason }) => ['Extended', `by ${by}: ${reason}`] as const),
  ] as const
  return (
    <Screen
      title={`Sample of ${sample.populationName}`}
      subtitle={`${sample.items.length} of ${sample.populationSize}`}
      actions={
        <>
          <ListActions name={`Sample ${sample.controlRef}`} selection={{ list: 'sample', sampleId }} />
          <SampleActions sample={sample} />
        </>
      }
    >
      <Text>
        For <Anchor href={links.control(engagementId, sample.controlId)}>{sample.controlRef}</Anchor>
      </Text>
      <SampleReuse engagementId={engagementId} sampleId={sampleId} />
      <ReferredTo record={{ kind: 'sample', id: sampleId }} />
      <RequestsOfSample engagementId={engagementId} sampleId={sampleId} />
      <Table withRowBorders={false}>
        <Table.Tbody>
          {facts.map(([label, value]) => (
            <Table.Tr key={`${label} ${value}`}>
              <Table.Td w={240}>{label}</Table.Td>
              <Table.Td>
                <Code>{value}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2}>Coverage of the period</Title>
      <PeriodMap engagementId={engagementId} controlId={sample.controlId} sampleId={sampleId} />
      <Later>
        <SampleUse sample={sample} />
        {[{ controlId: sample.controlId, ref: sample.controlRef }, ...sample.sharedWith].map(({ controlId, ref }) => (
          <SampleEvaluation key={controlId} sampleId={sampleId} controlId={controlId} controlRef={ref} />
        ))}
        <Title order={2}>Items</Title>
        <SampleItems sample={sample} />
        <PaperReview target={{ entity: 'sample', id: sampleId }} />
      </Later>
    </Screen>
  )
}
