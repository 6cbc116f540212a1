import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { FollowUp } from '../../shared/contract/followUp.ts'
import { links } from '../app/links.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AddFollowUp } from './AddFollowUp.tsx'
import { followUpWords } from './followUpWords.ts'
import { SettleFollowUp } from './SettleFollowUp.tsx'

type FollowUpsProps = { engagementId: string; controlId?: string }

/** Deviations of earlier periods, and what became of each; of one control, only where it has some. */
export function FollowUps({ engagementId, controlId }: FollowUpsProps) {
  const list = useEngineQuery('followUp.list', {
    engagementId,
    ...(controlId === undefined ? {} : { controlId }),
  })
  const [settling, setSettling] = useState<FollowUp | null>(null)
  const [isAdding, setAdding] = useState(false)
  const followUps = list.data?.followUps ?? []
  if (list.data !== undefined && followUps.length === 0 && controlId !== undefined) return null
  const open = followUps.filter(({ status }) => status === 'open').length
  return (
    <Stack gap="xs" component="section" aria-label="Follow-up of earlier periods">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Follow-up of earlier periods{followUps.length === 0 ? '' : ` (${open} of ${followUps.length} open)`}
        </Title>
        {controlId === undefined ? (
          <ChangeButton size="xs" variant="default" onClick={() => setAdding(true)}>
            Add one of another report…
          </ChangeButton>
        ) : null}
      </Group>
      <ErrorNote error={list.error} />
      {list.data !== undefined && followUps.length === 0 ? (
        <Text size="sm">None. Deviations of the prior period gather here when an engagement is rolled forward.</Text>
      ) : null}
      {followUps.map((followUp) => (
        <Line key={followUp.followUpId} engagementId={engagementId} followUp={followUp} onSettle={setSettling} />
      ))}
      {settling === null ? null : <SettleFollowUp followUp={settling} onClose={() => setSettling(null)} />}
      {isAdding ? <AddFollowUp engagementId={engagementId} onClose={() => setAdding(false)} /> : null}
    </Stack>
  )
}

type LineProps = { engagementId: string; followUp: FollowUp; onSettle: (followUp: FollowUp) => void }

function Line({ engagementId, followUp, onSettle }: LineProps) {
  const { controlId, controlRef, ref, periodEnd, condition, cause, managementResponse, status, remark, by, at } =
    followUp
  return (
    <Paper withBorder p="xs" component="article" aria-label={`${ref} of the period to ${periodEnd}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {ref}, period to {periodEnd}
            </Text>
            {controlId === null ? (
              <Text size="sm">{controlRef}, not in this engagement</Text>
            ) : (
              <Anchor size="sm" href={links.control(engagementId, controlId)}>
                {controlRef}
              </Anchor>
            )}
            <Badge variant={status === 'open' ? 'filled' : 'outline'}>{followUpWords[status]}</Badge>
          </Group>
          <Text size="sm">{condition}</Text>
          {cause === null ? null : <Text size="sm">Cause then: {cause}</Text>}
          {managementResponse === null ? null : <Text size="sm">Management then: {managementResponse}</Text>}
          {remark === null ? null : (
            <Text size="sm">
              Now: {remark}
              {by === null || at === null ? '' : ` (${by}, ${instantWords(at)})`}
            </Text>
          )}
        </Stack>
        <ChangeButton size="xs" variant="default" onClick={() => onSettle(followUp)}>
          What became of it…
        </ChangeButton>
      </Group>
    </Paper>
  )
}
