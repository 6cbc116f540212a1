import { Group, Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Settlement } from '../../../shared/contract/conflict.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { instantWords } from '../../ui/dates.ts'
import { PlaceLink } from './PlaceLink.tsx'

type SettlementFrameProps = {
  engagementId: string
  settlement: Settlement
  /** What can be done about each of its papers. */
  action?: { label: string; onPaper: (paper: Settlement['papers'][number]) => void }
  children?: ReactNode
}

/** One point to settle: what it is about, its papers with author and time, what can be done. */
export function SettlementFrame({ engagementId, settlement, action, children }: SettlementFrameProps) {
  const { says, papers } = settlement
  return (
    <Paper withBorder p="md" component="article" aria-label={says}>
      <Stack gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {says}
        </Text>
        {papers.map((paper) => (
          <Group key={`${paper.id} ${paper.at}`} justify="space-between" wrap="nowrap" align="start">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <PlaceLink engagementId={engagementId} paper={paper.paper} place={paper.place} />
              {[paper.detail, paper.by, paper.at === null ? null : instantWords(paper.at)]
                .filter((part) => part !== null && part !== '')
                .map((part) => ` · ${part}`)
                .join('')}
            </Text>
            {action === undefined ? null : (
              <ChangeButton
                size="compact-sm"
                variant="default"
                style={{ flexShrink: 0 }}
                aria-label={`${action.label} ${paper.paper} by ${paper.by ?? 'somebody'}`}
                onClick={() => action.onPaper(paper)}
              >
                {action.label}
              </ChangeButton>
            )}
          </Group>
        ))}
        {children}
      </Stack>
    </Paper>
  )
}
