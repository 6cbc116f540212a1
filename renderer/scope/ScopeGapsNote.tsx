import { Alert, List, Text } from '@mantine/core'
import type { ScopeGaps } from '../../shared/contract/scope.ts'
import { useEngineQuery } from '../engine/hooks.ts'

/** What of the scope does not fit together yet; nothing where all does. */
export function ScopeGapsNote({ engagementId }: { engagementId: string }) {
  const gaps = useEngineQuery('scope.gaps', { engagementId }).data
  const sentences = gaps === undefined ? [] : gapSentences(gaps)
  if (sentences.length === 0) return null
  return (
    <Alert color="yellow" p="xs" role="note">
      <Text size="sm" fw={600}>
        To settle
      </Text>
      <List size="sm">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

function gapSentences(gaps: ScopeGaps): string[] {
  const named = (words: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${words}: ${names.join(', ')}`]
  return [
    ...named('Criteria without a control', gaps.criteriaWithoutControl),
    ...named(
      'Controls without a criterion',
      gaps.controlsWithoutCriterion.map(({ ref }) => ref),
    ),
    ...named('Commitments that no criterion stands for', gaps.commitmentsWithoutCriterion),
    ...named('Commitments that no control keeps', gaps.commitmentsWithoutControl),
    ...named('Set aside, although controls answer them', gaps.notApplicableWithControls),
    ...(gaps.criteriaWithoutCommitment.length === 0
      ? []
      : [`${gaps.criteriaWithoutCommitment.length} criteria stand for no commitment.`]),
  ]
}
