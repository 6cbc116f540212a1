import { Badge, Group, Stack, Text } from '@mantine/core'
import type { DescriptionCheck } from '../../shared/contract/description.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

/** The paragraphs that answer a description criterion, as they read when they were linked. */
export function LinkedParagraphs({ check }: { check: DescriptionCheck }) {
  const unlink = useEngineCommand('description.unlink')
  if (check.links.length === 0) {
    return <Text size="sm">No paragraph yet: choose them beside the text, in the tab Text.</Text>
  }
  return (
    <Stack gap={4} component="section" aria-label={`Paragraphs of ${check.criterionId}`}>
      {check.links.map(({ linkId, sectionTitle, paragraph, stale }) => (
        <Group key={linkId} gap="xs" wrap="nowrap" align="flex-start">
          <Text size="sm" style={{ flex: 1 }}>
            <strong>{sectionTitle}:</strong> {paragraph.slice(0, 400)}
          </Text>
          {stale ? <Badge variant="outline">changed since</Badge> : null}
          <ChangeButton
            size="compact-xs"
            variant="default"
            aria-label={`Take back the link to ${sectionTitle}`}
            onClick={() => void unlink.run({ linkId }).catch(() => undefined)}
          >
            Take back
          </ChangeButton>
        </Group>
      ))}
    </Stack>
  )
}
