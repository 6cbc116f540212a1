import { Alert, Anchor } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { links } from '../app/links.ts'

/** Above every screen of a locked file: that it is read and not changed, and where an addendum is written. */
export function LockedNote({ engagementId, reason }: { engagementId: string; reason: string }) {
  return (
    <Alert role="status" variant="default" icon={<IconLock aria-hidden />} radius={0} py="xs">
      {`${reason} `}
      <Anchor href={links.gates(engagementId)}>Write an addendum</Anchor>
    </Alert>
  )
}
