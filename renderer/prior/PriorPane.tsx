import { Badge, CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { datesOf } from '../engagements/engagementWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ChoosePrior } from './ChoosePrior.tsx'
import { OpenPrior } from './OpenPrior.tsx'
import { PriorControlFacts } from './PriorControlFacts.tsx'
import classes from './Prior.module.css'

type PriorPaneProps = {
  engagementId: string
  controlId: string
  /** The procedure whose test of the prior period comes first. */
  procedureId: string | undefined
  onClose: () => void
}

/** Last period's test of a control beside this period's: read only, and never part of this file. */
export function PriorPane({ engagementId, controlId, procedureId, onClose }: PriorPaneProps) {
  const { data, error, isPending } = useEngineQuery('prior.control', { controlId })
  return (
    <Paper withBorder p="sm" component="aside" aria-label="Prior period" className={classes['pane'] ?? ''} tabIndex={0}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <Title order={2} size="h4">
              Prior period
            </Title>
            {data?.prior == null ? null : <Text size="sm">{datesOf(data.prior)}</Text>}
            {data?.prior?.held === 'bundle' ? <Badge variant="outline">from a bundle</Badge> : null}
          </Group>
          <CloseButton aria-label="Close the prior period" onClick={onClose} />
        </Group>
        {isPending ? <Loading /> : null}
        <ErrorNote error={error} />
        {data === undefined ? null : data.prior === null ? (
          <ChoosePrior engagementId={engagementId} />
        ) : data.prior.held === 'nowhere' ? (
          <>
            <Text size="sm">The papers of {data.prior.client} for that period are not in this store.</Text>
            <OpenPrior />
          </>
        ) : data.control === null ? (
          <Text size="sm">The prior engagement had no such control: it is new in this period.</Text>
        ) : (
          <PriorControlFacts
            key={data.control.controlId}
            priorEngagementId={data.prior.engagementId}
            control={data.control}
            matchedBy={data.matchedBy}
            procedureId={procedureId}
          />
        )}
      </Stack>
    </Paper>
  )
}
