import { Alert, Badge, Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProposedPart } from '../../shared/contract/opinion.ts'
import { partTitles } from '../../shared/opinion/words.ts'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { instantWords } from '../ui/dates.ts'
import { LongList } from './LongList.tsx'
import { OpinionTrace } from './OpinionTrace.tsx'
import { formTitles } from './opinionWords.ts'

type PartCardProps = {
  engagementId: string
  proposed: ProposedPart
  /** Judged here and not recorded: the proposal is a "what if". */
  isWhatIf: boolean
  procedureOf: ReadonlyMap<string, string>
  judgements: ReactNode
  decision: ReactNode
}

/** One part of the opinion: what the papers propose and why, what is missing, what a person judges and decides. */
export function PartCard({ engagementId, proposed, isWhatIf, procedureOf, judgements, decision }: PartCardProps) {
  const { part, proposal, ready, because, missing, trace, decided } = proposed
  const [isTraced, { toggle }] = useDisclosure(false)
  const title = partTitles[part]
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {title}
          </Title>
          <Group gap="xs">
            {isWhatIf ? <Badge variant="outline">What if</Badge> : null}
            <Badge variant="outline" leftSection={ready ? <IconCircleCheck size={12} /> : <IconHourglass size={12} />}>
              {ready ? 'Ready' : 'Not ready'}
            </Badge>
            <Text size="sm">
              Proposed: <strong>{formTitles[proposal]}</strong>
            </Text>
          </Group>
        </Group>
        <LongList sentences={because} />
        {missing.length > 0 ? (
          <Alert color="yellow" p="xs">
            <Text size="sm" fw={600}>
              {missing.length} still missing
            </Text>
            <LongList sentences={missing} />
          </Alert>
        ) : null}
        {judgements}
        {decision}
        {decided ? (
          <>
            <Text size="xs">
              Decided: {formTitles[decided.form]}, by {decided.by}, {instantWords(decided.at)}
            </Text>
            <ReviewLine target={{ entity: 'opinion', id: decided.opinionId }} />
          </>
        ) : null}
        {part !== 'description' && trace.length > 0 ? (
          <div>
            <Button size="compact-sm" variant="default" aria-expanded={isTraced} onClick={toggle}>
              {isTraced ? 'Hide the trace' : 'Trace from part to item'}
            </Button>
            <Collapse expanded={isTraced}>
              {isTraced ? (
                <OpinionTrace engagementId={engagementId} aspect={part} trace={trace} procedureOf={procedureOf} />
              ) : null}
            </Collapse>
          </div>
        ) : null}
      </Stack>
    </Paper>
  )
}
