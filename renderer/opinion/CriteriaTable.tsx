import { Anchor, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Aspect, Conclusion, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import type { ProposedPart } from '../../shared/contract/opinion.ts'
import { ProseText } from '../records/ProseText.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { links } from '../app/links.ts'
import { ConclusionForm } from './ConclusionForm.tsx'
import { ConclusionMark } from './ConclusionMark.tsx'
import { aspectTitles } from '../../shared/opinion/conclusionWords.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

type Criterion = ProposedPart['trace'][number]

type CriteriaTableProps = {
  engagementId: string
  parts: readonly ProposedPart[]
  conclusions: readonly Conclusion[]
}

type Concluding = { criterionId: string; aspect: Aspect } | null

/** Every criterion in scope with what is concluded on its controls, and on itself. */
export function CriteriaTable({ engagementId, parts, conclusions }: CriteriaTableProps) {
  const [concluding, setConcluding] = useState<Concluding>(null)
  const aspects = parts.flatMap(({ part, trace }) => (part === 'description' ? [] : [{ aspect: part, trace }]))
  const criteria = aspects[0]?.trace ?? []
  return (
    <>
      <Table.ScrollContainer minWidth={700}>
        <Table fz="sm" verticalSpacing={4} aria-label="Criteria and their conclusions">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Criterion</Table.Th>
              {aspects.map(({ aspect }) => (
                <Table.Th key={aspect}>{aspectTitles[aspect]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {criteria.map(({ criterionId, criterionTitle }) => (
              <Table.Tr key={criterionId}>
                <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
                  <strong>{criterionId}</strong> {criterionTitle}
                </Table.Th>
                {aspects.map(({ aspect, trace }) => (
                  <Table.Td key={aspect} style={{ verticalAlign: 'top' }}>
                    <AspectOfCriterion
                      engagementId={engagementId}
                      aspect={aspect}
                      criterion={trace.find((each) => each.criterionId === criterionId)}
                      conclusion={conclusionOn(conclusions, criterionId, aspect)}
                      onConclude={() => setConcluding({ criterionId, aspect })}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {concluding ? (
        <Modal
          opened
          onClose={() => setConcluding(null)}
          closeOnClickOutside={false}
          title={`${concluding.criterionId}: conclude on its ${concluding.aspect}`}
        >
          <ConclusionForm
            engagementId={engagementId}
            target={{ entity: 'criterion', id: concluding.criterionId, ref: concluding.criterionId }}
            aspect={concluding.aspect}
            current={conclusionOn(conclusions, concluding.criterionId, concluding.aspect)}
            problems={({ outcome }) => criterionProblems(aspects, concluding, outcome)}
            onSaved={() => setConcluding(null)}
          />
        </Modal>
      ) : null}
    </>
  )
}

type AspectOfCriterionProps = {
  engagementId: string
  aspect: Aspect
  criterion: Criterion | undefined
  conclusion: Conclusion | null
  onConclude: () => void
}

function AspectOfCriterion({ engagementId, aspect, criterion, conclusion, onConclude }: AspectOfCriterionProps) {
  const place = useRecordPlace({ kind: 'conclusion', id: conclusion?.conclusionId ?? '' })
  if (!criterion) return null
  return (
    <Stack {...place} gap={2} align="flex-start">
      {criterion.controls.length === 0 ? <Text size="sm">No control</Text> : null}
      {criterion.controls.map(({ controlId, ref, outcome }) => (
        <Text key={controlId} size="sm" component="div">
          <Anchor size="sm" href={links.control(engagementId, controlId)}>
            {ref}
          </Anchor>{' '}
          <ConclusionMark entity="control" aspect={aspect} outcome={outcome} />
        </Text>
      ))}
      <Text size="sm" component="div">
        Criterion: <ConclusionMark entity="criterion" aspect={aspect} outcome={criterion.outcome} />{' '}
        <ChangeButton
          size="compact-xs"
          variant="default"
          aria-label={`${criterion.outcome === null ? 'Conclude on' : 'Change'} the ${aspect} of ${criterion.criterionId}`}
          onClick={onConclude}
        >
          {criterion.outcome === null ? 'Conclude' : 'Change'}
        </ChangeButton>
      </Text>
      {conclusion === null ? null : (
        <>
          <Text size="sm" maw="60ch">
            <ProseText text={conclusion.rationale} />
          </Text>
          <ReviewLine target={{ entity: 'conclusion', id: conclusion.conclusionId }} />
        </>
      )}
    </Stack>
  )
}

/** A criterion may be met although a control failed; whoever says so is reminded of it. */
function criterionProblems(
  aspects: readonly { aspect: Aspect; trace: readonly Criterion[] }[],
  { criterionId, aspect }: NonNullable<Concluding>,
  outcome: ConclusionOutcome,
): string[] {
  if (outcome !== 'effective' && outcome !== 'effective_with_deviations') return []
  const criterion = aspects
    .find((each) => each.aspect === aspect)
    ?.trace.find((each) => each.criterionId === criterionId)
  const failed = (criterion?.controls ?? [])
    .filter((control) => control.outcome === 'not_effective')
    .map(({ ref }) => ref)
  return failed.length === 0
    ? []
    : [`${failed.join(', ')} failed. Say in the rationale which controls make the criterion met all the same.`]
}

const conclusionOn = (conclusions: readonly Conclusion[], criterionId: string, aspect: Aspect): Conclusion | null =>
  conclusions.find(
    ({ target, ...each }) => target.entity === 'criterion' && target.id === criterionId && each.aspect === aspect,
  ) ?? null
