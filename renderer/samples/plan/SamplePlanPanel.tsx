import { Alert, Group, List, NumberInput, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { countText } from '../../../shared/sampling/figureText.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Alternatives } from './Alternatives.tsx'
import { frequencyAdvice } from './frequencyAdvice.ts'
import { PolicyPlan } from './PolicyPlan.tsx'
import type { PlanChoice } from './planChoice.ts'
import { SplitCalculator, type TakePart } from './SplitCalculator.tsx'
import { StatisticalPlan } from './StatisticalPlan.tsx'
import { Support } from './Support.tsx'
import { useSamplePlan } from './useSamplePlan.ts'
import { VersionPlans } from './VersionPlans.tsx'

/**
 * The size of a sample and why: by the firm's policy or by statistics, what it supports, how the period splits, what to
 * think of. `useSamplePlan` with the same choice gives what the draw takes.
 * @param onTakePart given where a draw can take a part of the period: then its lines can be taken
 */
export function SamplePlanPanel({
  populationId,
  controlId,
  value,
  onChange,
  onTakePart,
}: {
  populationId: string
  controlId: string
  value: PlanChoice
  onChange: (value: PlanChoice) => void
  onTakePart?: TakePart
}) {
  const { plan } = useSamplePlan(populationId, controlId, value)
  const change = (changed: Partial<PlanChoice>) => onChange({ ...value, ...changed })
  const taking = onTakePart === undefined ? {} : { onTake: onTakePart }
  const found = plan.data
  return (
    <Stack gap="sm" role="group" aria-label="Plan">
      <SegmentedControl
        aria-label="Size by"
        value={value.basis}
        onChange={(basis) => change({ basis: basis === 'policy' ? 'policy' : 'statistics', size: null })}
        data={[
          { value: 'policy', label: 'By the policy' },
          { value: 'statistics', label: 'By statistics' },
        ]}
      />
      {value.basis === 'policy' ? (
        <PolicyPlan value={value} onChange={change} />
      ) : (
        <StatisticalPlan value={value} onChange={change} />
      )}
      <ErrorNote error={plan.error} />
      {found === undefined ? null : (
        <>
          <Alert variant="light" title={proposalTitle(value, found)}>
            {value.basis === 'policy' ? (
              <>
                <Text size="sm">{frequencyAdvice(found.frequency)}</Text>
                <Text size="sm">{`${found.rule} (${found.policy})`}</Text>
              </>
            ) : (
              <Text size="sm">{found.statistical.reason}</Text>
            )}
          </Alert>
          <OwnSize value={value} proposed={proposedSize(value, found)} onChange={change} />
          <SimpleGrid cols={2}>
            <Stack gap="xs">
              <Support support={found.supports} tolerableRate={value.tolerableRate} confidence={value.confidence} />
              <List size="sm" aria-label="To think of">
                {found.warnings.map((warning) => (
                  <List.Item key={warning}>{warning}</List.Item>
                ))}
              </List>
            </Stack>
            <div>
              <Alternatives alternatives={found.alternatives} value={value} onTake={change} />
            </div>
          </SimpleGrid>
          <VersionPlans versions={found.versions} {...taking} />
          <SplitCalculator populationId={populationId} controlId={controlId} value={value} {...taking} />
        </>
      )}
    </Stack>
  )
}

type Found = NonNullable<ReturnType<typeof useSamplePlan>['plan']['data']>

const proposedSize = ({ basis }: PlanChoice, { policySize, statistical }: Found) =>
  basis === 'policy' ? policySize : statistical.sampleSize

function proposalTitle(value: PlanChoice, found: Found): string {
  const size = proposedSize(value, found)
  const [who, of] = [
    value.basis === 'policy' ? 'The policy proposes' : 'Statistics propose',
    countText(found.populationSize),
  ]
  return size === null ? 'There is no size by statistics' : `${who} ${countText(size)} of ${of}`
}

/** The size that is drawn: the proposed one, or one of the auditor's own with its reason. */
function OwnSize({
  value,
  proposed,
  onChange,
}: {
  value: PlanChoice
  proposed: number | null
  onChange: (changed: Partial<PlanChoice>) => void
}) {
  const departs = value.size !== null && value.size !== proposed
  return (
    <Group align="end" grow>
      <NumberInput
        label="Size"
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={value.size ?? proposed ?? ''}
        onChange={(size) => onChange({ size: typeof size === 'number' && size > 0 ? size : null })}
      />
      {departs ? (
        <TextInput
          label="Why another size"
          placeholder="Recorded with the sample"
          value={value.sizeReason}
          onChange={(event) => onChange({ sizeReason: event.currentTarget.value })}
        />
      ) : null}
    </Group>
  )
}
