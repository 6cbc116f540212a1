import { Anchor, List, Text } from '@mantine/core'
import type { Aspect } from '../../shared/contract/conclusion.ts'
import type { ProposedPart } from '../../shared/contract/opinion.ts'
import { links } from '../app/links.ts'
import { ConclusionMark } from './ConclusionMark.tsx'

type Criterion = ProposedPart['trace'][number]
type Control = Criterion['controls'][number]

type OpinionTraceProps = {
  engagementId: string
  aspect: Aspect
  trace: readonly Criterion[]
  /** Test sheet of each deviation that was found on one. */
  procedureOf: ReadonlyMap<string, string>
}

/** From the part of the opinion down to the item: criterion, control, deviation, item; each is a link to its paper. */
export function OpinionTrace({ engagementId, aspect, trace, procedureOf }: OpinionTraceProps) {
  return (
    <List size="sm" spacing="xs" listStyleType="none">
      {trace.map(({ criterionId, criterionTitle, outcome, controls, commitments }) => (
        <List.Item key={criterionId}>
          <Anchor size="sm" fw={500} href={links.scope(engagementId)}>
            {criterionId}
          </Anchor>{' '}
          {criterionTitle} · <ConclusionMark entity="criterion" aspect={aspect} outcome={outcome} />
          {commitments.map(({ commitmentId, ref, outcome: kept }) => (
            <span key={commitmentId}>
              {' '}
              · {ref} <ConclusionMark entity="commitment" aspect={aspect} outcome={kept} />
            </span>
          ))}
          <List size="sm" pl="lg" listStyleType="none">
            {controls.length === 0 ? <List.Item>No control</List.Item> : null}
            {controls.map((control) => (
              <List.Item key={control.controlId}>
                <ControlStep engagementId={engagementId} aspect={aspect} control={control} procedureOf={procedureOf} />
              </List.Item>
            ))}
          </List>
        </List.Item>
      ))}
    </List>
  )
}

type ControlStepProps = Omit<OpinionTraceProps, 'trace'> & { control: Control }

function ControlStep({ engagementId, aspect, control, procedureOf }: ControlStepProps) {
  return (
    <>
      <Anchor size="sm" href={links.control(engagementId, control.controlId)}>
        {control.ref}
      </Anchor>{' '}
      {control.title} · <ConclusionMark entity="control" aspect={aspect} outcome={control.outcome} />
      {control.deviations.length > 0 ? (
        <List size="sm" pl="lg" listStyleType="none">
          {control.deviations.map(({ deviationId, ref, itemId, attribute, condition, status }) => {
            const procedureId = procedureOf.get(deviationId)
            const item = [
              itemId === null ? [] : `item ${itemId}`,
              attribute === null ? [] : `attribute ${attribute}`,
            ].flat()
            return (
              <List.Item key={deviationId}>
                <Anchor size="sm" href={links.deviations(engagementId)}>
                  {ref}
                </Anchor>{' '}
                ({status}){' '}
                {item.length === 0 ? null : procedureId === undefined ? (
                  item.join(', ')
                ) : (
                  <Anchor size="sm" href={links.sheet(engagementId, procedureId)}>
                    {item.join(', ')}
                  </Anchor>
                )}
                <Text size="sm" lineClamp={2}>
                  {condition}
                </Text>
              </List.Item>
            )
          })}
        </List>
      ) : null}
    </>
  )
}
