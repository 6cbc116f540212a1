import { Anchor, Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Gate, MilestoneGates } from '../../shared/contract/gates.ts'
import { placeLink } from './gateLinks.ts'
import { milestoneWords } from './lockWords.ts'

/** What blocks one milestone, each line with the papers that it is about. */
export function MilestoneCard({
  engagementId,
  milestone: { milestone, on, gates },
}: {
  engagementId: string
  milestone: MilestoneGates
}) {
  const isClear = gates.length === 0
  return (
    <Paper withBorder p="md" component="section" aria-label={milestoneWords[milestone]}>
      <Group gap="xs" mb={isClear ? 0 : 'xs'}>
        {isClear ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />}
        <Title order={2} size="h4">
          {milestoneWords[milestone]}
        </Title>
        <Badge variant="default">{isClear ? 'nothing open' : `${gates.length} open`}</Badge>
        {on === null ? null : <Text size="sm">{on}</Text>}
      </Group>
      <Stack gap="xs">
        {gates.map((gate) => (
          <GateLine key={gate.code} engagementId={engagementId} gate={gate} />
        ))}
      </Stack>
    </Paper>
  )
}

function GateLine({ engagementId, gate: { text, places, count } }: { engagementId: string; gate: Gate }) {
  const more = count - places.length
  return (
    <div>
      <Text>{text}</Text>
      <List size="sm" listStyleType="none" withPadding>
        {places.slice(0, 8).map((place) => (
          <List.Item key={`${place.entity} ${place.id} ${place.label}`}>
            <Anchor href={placeLink(engagementId, place)}>{place.label}</Anchor>
          </List.Item>
        ))}
        {places.length > 8 || more > 0 ? (
          <List.Item>
            <Text size="sm" c="dimmed">{`and ${Math.max(places.length - 8, 0) + Math.max(more, 0)} more`}</Text>
          </List.Item>
        ) : null}
      </List>
    </div>
  )
}
