import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
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

function GateLine({ engagementId, gate: { code, text, places, count } }: { engagementId: string; gate: Gate }) {
  const more = count - places.length
  return (
    <div>
      <Text>{text}</Text>
      <Group gap="0 16px" mt={4}>
        {places.map((place) => (
          <Anchor
            key={`${place.entity} ${place.id} ${place.label}`}
            href={placeLink(engagementId, code, place)}
            size="sm"
            py={4}
            maw={480}
            truncate
          >
            {place.label}
          </Anchor>
        ))}
        {more > 0 ? <Text size="sm">{`and ${more} more`}</Text> : null}
      </Group>
    </div>
  )
}
