import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { links } from '../app/links.ts'
import { ChangeForm } from '../description/ChangeForm.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'

type Draft = ResultOf<'engagement.draftChanges'>['drafts'][number]

/** What changed of controls and third parties, as drafts of significant changes; each is dated, worded and written down by the auditor. */
export function ChangeDrafts({ engagementId, priorEngagementId }: { engagementId: string; priorEngagementId: string }) {
  const { data, error } = useEngineQuery('engagement.draftChanges', { engagementId, priorEngagementId })
  const [writing, setWriting] = useState<Draft | null>(null)
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm">
          Whether a change is significant is yours to say. A draft is written down where you take it, with its day.
        </Text>
        <Button size="xs" variant="default" component="a" href={links.description(engagementId)}>
          Significant changes of the description
        </Button>
      </Group>
      {data.drafts.length === 0 ? (
        <Text size="sm">No control and no subservice organisation was added, changed or removed.</Text>
      ) : null}
      {data.drafts.map((draft) => (
        <Paper key={draft.id} withBorder p="xs" component="article" aria-label={draft.title}>
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <Stack gap={2}>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {draft.title}
                </Text>
                {draft.written ? <Badge variant="outline">written down</Badge> : null}
              </Group>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {draft.text}
              </Text>
            </Stack>
            <ChangeButton
              size="xs"
              variant="default"
              style={{ flexShrink: 0 }}
              disabled={draft.written}
              onClick={() => setWriting(draft)}
            >
              Write it down…
            </ChangeButton>
          </Group>
        </Paper>
      ))}
      {writing === null ? null : (
        <ChangeForm engagementId={engagementId} change={null} draft={writing} onClose={() => setWriting(null)} />
      )}
    </Stack>
  )
}
