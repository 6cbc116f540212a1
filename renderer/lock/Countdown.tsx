import { Anchor } from '@mantine/core'
import { links } from '../app/links.ts'
import { today } from '../ui/dates.ts'
import { standingWords } from './lockWords.ts'
import { useStanding } from './useStanding.ts'

/** Where the file stands on its way to the lock, in a line that leads to what blocks it. */
export function Countdown({ engagementId }: { engagementId: string }) {
  const standing = useStanding(engagementId)
  if (standing === undefined) return null
  const words = standingWords(standing, today()) || 'plan the report date'
  return <Anchor href={links.gates(engagementId)}>{words}</Anchor>
}
