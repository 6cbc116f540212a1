import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PriorControl } from '../../shared/contract/prior.ts'
import { outcomeWords } from '../../shared/opinion/conclusionWords.ts'
import { frequencyWords } from '../../shared/sampling/frequency.ts'
import { PriorTestCard } from './PriorTestCard.tsx'

type FactsProps = {
  priorEngagementId: string
  control: PriorControl
  matchedBy: 'origin' | 'key' | null
  procedureId: string | undefined
}

/** What the prior file says of a control; beside a procedure or its test sheet the test that it comes from stands first. */
export function PriorControlFacts({ priorEngagementId, control, matchedBy, procedureId }: FactsProps) {
  const isOfProcedure = procedureId !== undefined
  const tests = <Tests {...{ priorEngagementId, control, procedureId }} />
  return (
    <Stack gap="sm">
      <Wording control={control} matchedBy={matchedBy} />
      {isOfProcedure ? tests : null}
      <Conclusions control={control} />
      <Deviations control={control} />
      {isOfProcedure ? null : tests}
    </Stack>
  )
}

function Wording({ control, matchedBy }: Pick<FactsProps, 'control' | 'matchedBy'>) {
  const { ref, title, owner, criteria, wording } = control
  return (
    <section aria-label="Wording in the prior period">
      <Text size="sm" fw={600}>
        {ref} {title}
      </Text>
      <Text size="xs" c="dimmed">
        {criteria.join(', ')} · {owner ?? 'no owner'} ·{' '}
        {matchedBy === 'origin' ? 'rolled forward from there' : 'the same reference'}
      </Text>
      {wording.map(({ controlVersionId, effectiveOn, description, frequency }) => (
        <Text key={controlVersionId} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          <strong>From {effectiveOn}</strong> ({frequencyWords[frequency]}): {description}
        </Text>
      ))}
    </section>
  )
}

function Conclusions({ control: { conclusions } }: Pick<FactsProps, 'control'>) {
  return (
    <Section title="Conclusions" label="Conclusions of the prior period">
      {conclusions.length === 0 ? <Text size="sm">None was recorded.</Text> : null}
      {conclusions.map(({ aspect, outcome, rationale, by, at }) => (
        <Text key={aspect} size="sm">
          <strong>{aspect === 'design' ? 'Design' : 'Operation'}:</strong> {outcomeWords('control', aspect, outcome)},{' '}
          {by}, {at.slice(0, 10)}. {rationale}
        </Text>
      ))}
    </Section>
  )
}

function Deviations({ control: { deviations } }: Pick<FactsProps, 'control'>) {
  return (
    <Section title={`Deviations (${deviations.length})`} label="Deviations of the prior period">
      {deviations.length === 0 ? <Text size="sm">None stands in its register.</Text> : null}
      {deviations.map(({ deviationId, ref, itemId, attribute, condition, cause, managementResponse }) => (
        <Text key={deviationId} size="sm">
          <strong>{ref}</strong>
          {itemId === null ? '' : ` on ${itemId}`}
          {attribute === null ? '' : `, attribute ${attribute}`}: {condition}
          {cause === null ? '' : ` Cause: ${cause}`}
          {managementResponse === null ? '' : ` Management: ${managementResponse}`}
        </Text>
      ))}
    </Section>
  )
}

type TestsProps = Pick<FactsProps, 'priorEngagementId' | 'control' | 'procedureId'>

/** The tests of the control; those that the procedure comes from are told apart from the others. */
function Tests({ priorEngagementId, control, procedureId }: TestsProps) {
  const [own = [], others = []] = [true, false].map((isOwn) =>
    control.tests.filter(({ becameIds }) => (procedureId !== undefined && becameIds.includes(procedureId)) === isOwn),
  )
  const cards = (tests: typeof own) =>
    tests.map((test) => <PriorTestCard key={test.procedureId} priorEngagementId={priorEngagementId} test={test} />)
  return (
    <>
      {procedureId === undefined ? null : (
        <Section title="The test of this procedure" label="Test of this procedure in the prior period">
          {own.length === 0 ? <Text size="sm">No test of the prior period is known for it.</Text> : cards(own)}
        </Section>
      )}
      {procedureId !== undefined && others.length === 0 ? null : (
        <Section
          title={`${procedureId === undefined ? 'Tests' : 'Other tests of the control'} (${others.length})`}
          label="Tests of the prior period"
        >
          {others.length === 0 ? <Text size="sm">None was planned.</Text> : cards(others)}
        </Section>
      )}
    </>
  )
}

function Section({ title, label, children }: { title: string; label: string; children: ReactNode }) {
  return (
    <Stack gap={4} component="section" aria-label={label}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {children}
    </Stack>
  )
}
