import { Accordion, Badge, Group, List, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import type { DescriptionCheck } from '../../shared/contract/description.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { AssessForm } from './AssessForm.tsx'
import { LinkedParagraphs } from './LinkedParagraphs.tsx'

type ChecklistProps = { engagementId: string; checks: readonly DescriptionCheck[]; notice: string }

/** The description criteria, each with its paragraphs, its evidence, what was found and what is open. */
export function Checklist({ engagementId, checks, notice }: ChecklistProps) {
  return (
    <Stack gap="sm">
      <Text size="xs">{notice}</Text>
      <Accordion variant="separated" chevronPosition="left">
        {checks.map((check) => (
          <Accordion.Item key={check.criterionId} value={check.criterionId.replace(' ', '-')}>
            <Accordion.Control>
              <Group justify="space-between" pr="md">
                <Text size="sm">
                  <strong>{check.criterionId}</strong> {check.title}
                </Text>
                <OpenBadge open={check.open.length} />
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Check engagementId={engagementId} check={check} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function OpenBadge({ open }: { open: number }) {
  return open === 0 ? (
    <Badge variant="outline" leftSection={<IconCircleCheck size={12} aria-hidden="true" />}>
      Complete
    </Badge>
  ) : (
    <Badge variant="outline" leftSection={<IconHourglass size={12} aria-hidden="true" />}>
      {open} open
    </Badge>
  )
}

function Check({ engagementId, check }: { engagementId: string; check: DescriptionCheck }) {
  const { criterionId, summary, asks, wording, open, target } = check
  return (
    <Stack gap="sm">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {wording ?? summary}
      </Text>
      <Text size="sm">{asks}</Text>
      {open.length === 0 ? null : (
        <List size="sm" icon={<IconHourglass size={14} aria-hidden="true" />}>
          {open.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      <LinkedParagraphs check={check} />
      <EvidencePane engagementId={engagementId} target={target} of={criterionId} />
      <AssessForm key={check.at ?? 'none'} engagementId={engagementId} check={check} />
    </Stack>
  )
}
