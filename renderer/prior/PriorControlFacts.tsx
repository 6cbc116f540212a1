import { Stack, Text, Title } from '@mantine/core'
import type { PriorControl } from '../../shared/contract/prior.ts'
import { outcomeWords } from '../../shared/opinion/conclusionWords.ts'
import { PriorTestCard } from './PriorTestCard.tsx'

type FactsProps = {
  priorEngagementId: string
  control: PriorControl
  matchedBy: 'origin' | 'key' | null
  procedureId: string | undefined
}

/** What the prior file says of a control, the test that is looked at first. */
export function PriorControlFacts({ priorEngagementId, control, matchedBy, procedureId }: FactsProps) {
  const { ref, title, owner, criteria, wording, tests, deviations, conclusions } = control
  const inOrder = tests.toSorted((one, other) => Number(isOf(other, procedureId)) - Number(isOf(one, procedureId)))
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={600}>
          {ref} {title}
        </Text>
        <Text size="xs" c="dimmed">
          {criteria.join(', ')} · {owner ?? 'no owner'} ·{' '}
          {matchedBy === 'origin' ? 'rolled forward from there' : 'the same reference'}
        </Text>
        {wording.map(({ controlVersionId, effectiveOn, description, frequency }) => (
          <Text key={controlVersionId} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            <strong>From {effectiveOn}</strong> ({frequency.replaceAll('_', ' ')}): {description}
          </Text>
        ))}
      </div>
      <Stack gap={2} component="section" aria-label="Conclusions of the prior period">
        <Title order={3} size="h6">
          Conclusions
        </Title>
        {conclusions.length === 0 ? <Text size="sm">None was recorded.</Text> : null}
        {conclusions.map(({ aspect, outcome, rationale, by, at }) => (
          <Text key={aspect} size="sm">
            <strong>{aspect === 'design' ? 'Design' : 'Operation'}:</strong> {outcomeWords('control', aspect, outcome)},{' '}
            {by}, {at.slice(0, 10)}. {rationale}
          </Text>
        ))}
      </Stack>
      <Stack gap={2} component="section" aria-label="Deviations of the prior period">
        <Title order={3} size="h6">
          Deviations ({deviations.length})
        </Title>
        {deviations.map((deviation) => (
          <Text key={deviation.deviationId} size="sm">
            <strong>{deviation.ref}</strong>
            {deviation.itemId === null ? '' : ` on ${deviation.itemId}`}: {deviation.condition}
            {deviation.managementResponse === null ? '' : ` Management: ${deviation.managementResponse}`}
          </Text>
        ))}
      </Stack>
      <Stack gap="xs" component="section" aria-label="Tests of the prior period">
        <Title order={3} size="h6">
          Tests ({tests.length})
        </Title>
        {inOrder.map((test) => (
          <PriorTestCard key={test.procedureId} priorEngagementId={priorEngagementId} test={test} />
        ))}
      </Stack>
    </Stack>
  )
}

function isOf({ becameIds }: PriorControl['tests'][number], procedureId: string | undefined): boolean {
  return procedureId !== undefined && becameIds.includes(procedureId)
}
