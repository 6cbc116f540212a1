import { CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DeviationSteps } from './DeviationSteps.tsx'
import { DeviationForm } from './DeviationForm.tsx'
import { describing, type DeviationSubject, subjectKey } from './deviationValues.ts'
import { ReferredTo } from '../records/ReferredTo.tsx'

type DeviationPanelProps = {
  engagementId: string
  subject: DeviationSubject
  /** Also called by Esc; whoever opened the panel takes the focus back. */
  onClose: () => void
}

/** The deviation beside what it was found in. It does not take the focus; Tab leads into it. */
export function DeviationPanel({ engagementId, subject, onClose }: DeviationPanelProps) {
  const { data, error } = useEngineQuery('deviation.list', { engagementId, controlId: subject.controlId })
  const deviation = data ? describing(subject, data.deviations) : null
  const where = [
    subject.controlRef,
    subject.itemId === null ? [] : `item ${subject.itemId}`,
    subject.attribute === null ? [] : `attribute ${subject.attribute}`,
  ].flat()

  return (
    <Paper
      component="aside"
      aria-label="Deviation"
      withBorder
      p="sm"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4">
            {deviation ? deviation.ref : 'New deviation'}
          </Title>
          <CloseButton aria-label="Close the deviation" onClick={onClose} />
        </Group>
        <Text size="sm">{where.join(' · ')}</Text>
        <ErrorNote error={error} />
        {data ? (
          <>
            {deviation ? (
              <>
                <DeviationSteps deviation={deviation} />
                <ReferredTo record={{ kind: 'deviation', id: deviation.deviationId }} />
                <EvidencePane
                  engagementId={engagementId}
                  target={{ entity: 'deviation', id: deviation.deviationId }}
                  of={deviation.ref}
                />
                <ReviewLine target={{ entity: 'deviation', id: deviation.deviationId }} />
              </>
            ) : null}
            <DeviationForm
              key={`${subjectKey(subject)} ${deviation?.status ?? ''}`}
              engagementId={engagementId}
              subject={subject}
              deviation={deviation}
            />
          </>
        ) : error ? null : (
          <Loading />
        )}
      </Stack>
    </Paper>
  )
}
