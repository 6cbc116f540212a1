import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Walkthrough } from '../../shared/contract/walkthrough.ts'
import { ControlListActions } from '../controls/ControlListActions.tsx'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { WalkthroughForm } from './WalkthroughForm.tsx'
import { ProseText } from '../records/ProseText.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'

/** The design and implementation of a control as it was walked through, apart from the tests of its operation. */
export function ControlWalkthroughs({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const { data, error } = useEngineQuery('walkthrough.list', { engagementId, controlId })
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const [editing, setEditing] = useState<{ walkthrough: Walkthrough | null } | null>(null)
  const [removing, setRemoving] = useState<Walkthrough | null>(null)
  return (
    <Stack gap="sm" component="section" aria-label="Walkthroughs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Design and implementation
        </Title>
        <Group gap="xs">
          <ControlListActions
            name="Walkthroughs"
            list="walkthroughs"
            ids={(data?.walkthroughs ?? []).map(({ walkthroughId }) => walkthroughId)}
            {...{ engagementId, controlId }}
          />
          <ChangeButton size="xs" variant="default" onClick={() => setEditing({ walkthrough: null })}>
            Record a walkthrough
          </ChangeButton>
        </Group>
      </Group>
      <ErrorNote error={error} />
      {data?.walkthroughs.length === 0 ? (
        <Text size="sm">
          {isOverPeriod
            ? 'No walkthrough yet: trace one instance from beginning to end before operation is tested.'
            : 'No walkthrough yet: trace one instance from beginning to end, and say whether the control is suitably designed and in place.'}
        </Text>
      ) : null}
      {data?.walkthroughs.map((walkthrough) => (
        <WalkthroughCard
          key={walkthrough.walkthroughId}
          walkthrough={walkthrough}
          onChange={() => setEditing({ walkthrough })}
          onRemove={() => setRemoving(walkthrough)}
        />
      ))}
      {editing === null ? null : (
        <WalkthroughForm controlId={controlId} walkthrough={editing.walkthrough} onClose={() => setEditing(null)} />
      )}
      {removing === null ? null : <RemoveWalkthrough walkthrough={removing} onClose={() => setRemoving(null)} />}
    </Stack>
  )
}

type WalkthroughCardProps = { walkthrough: Walkthrough; onChange: () => void; onRemove: () => void }

function WalkthroughCard({ walkthrough, onChange, onRemove }: WalkthroughCardProps) {
  const { performedOn, performedBy, metWith, instance, trace, forms, suitablyDesigned, implemented } = walkthrough
  const place = useRecordPlace({ kind: 'walkthrough', id: walkthrough.walkthroughId })
  return (
    <Paper {...place} withBorder p="sm" component="article" aria-label={`Walkthrough of ${instance}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4}>
          <Text size="sm">
            <strong>{instance}</strong> · {performedOn}, {performedBy}
            {metWith === null ? '' : ` with ${metWith}`}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            <ProseText text={trace} />
          </Text>
          {forms === null ? null : (
            <Text size="sm">
              Seen: <ProseText text={forms} />
            </Text>
          )}
          <Text size="sm" fw={600}>
            {suitablyDesigned ? '✓ suitably designed' : '✗ not suitably designed'}
            {' · '}
            {implemented ? '✓ implemented' : '✗ not implemented'}
          </Text>
          {walkthrough.reasoning === null ? null : (
            <Text size="sm">
              <ProseText text={walkthrough.reasoning} />
            </Text>
          )}
          <ReferredTo record={{ kind: 'walkthrough', id: walkthrough.walkthroughId }} />
          <EvidencePane
            engagementId={walkthrough.engagementId}
            target={{ entity: 'walkthrough', id: walkthrough.walkthroughId }}
            of={`the walkthrough of ${instance}`}
          />
          <ReviewLine target={{ entity: 'walkthrough', id: walkthrough.walkthroughId }} />
        </Stack>
        <Group gap="xs" wrap="nowrap">
          <ChangeButton
            size="xs"
            variant="default"
            aria-label={`Change the walkthrough of ${instance}`}
            onClick={onChange}
          >
            Change
          </ChangeButton>
          <ChangeButton
            size="xs"
            variant="default"
            aria-label={`Remove the walkthrough of ${instance}`}
            onClick={onRemove}
          >
            Remove
          </ChangeButton>
        </Group>
      </Group>
    </Paper>
  )
}

function RemoveWalkthrough({ walkthrough, onClose }: { walkthrough: Walkthrough; onClose: () => void }) {
  const remove = useEngineCommand('walkthrough.remove', { quiet: true })
  const { walkthroughId, instance } = walkthrough
  return (
    <ReasonForm
      title={`Remove the walkthrough of ${instance}`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onClose={onClose}
      onSubmit={(reason) => void remove.run({ walkthroughId, reason }).then(onClose, () => undefined)}
    />
  )
}
