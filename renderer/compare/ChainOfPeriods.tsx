import { Anchor, Group, Text } from '@mantine/core'
import type { ChainLink } from '../../shared/contract/rollForward.ts'
import { links } from '../app/links.ts'
import { datesOf } from '../engagements/engagementWords.ts'

/** The engagements that follow each other, the first one at the left; those of this store are a click away. */
export function ChainOfPeriods({ engagementId, chain }: { engagementId: string; chain: readonly ChainLink[] }) {
  if (chain.length < 2) return null
  return (
    <Group gap={6} role="list" aria-label="Engagements that follow each other">
      {chain.toReversed().map((link, at) => (
        <Group key={link.engagementId} gap={6} role="listitem">
          {at === 0 ? null : (
            <Text size="sm" aria-hidden>
              →
            </Text>
          )}
          {link.engagementId === engagementId ? (
            <Text size="sm" fw={600}>
              {datesOf(link)}
            </Text>
          ) : link.held === 'store' ? (
            <Anchor size="sm" href={links.dashboard(link.engagementId)}>
              {datesOf(link)}
            </Anchor>
          ) : (
            <Text size="sm">
              {datesOf(link)}
              {link.held === 'bundle' ? ', open from a bundle' : ', not at hand'}
            </Text>
          )}
        </Group>
      ))}
    </Group>
  )
}
