import { List, Stack, Text } from '@mantine/core'
import type { BundlePart } from '../../../shared/contract/bundle.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { sizeWords } from '../../evidence/evidenceWords.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countWords } from '../bundleWords.ts'

/** What the bundle would hold, and what is left out with the reason of each. */
export function PlanNote({ engagementId, part }: { engagementId: string; part: BundlePart | undefined }) {
  const plan = useEngineQuery('bundle.plan', { engagementId, ...(part === undefined ? {} : { part }) })
  if (plan.data === undefined) return <ErrorNote error={plan.error} />
  const { controls, requests, evidence, bytes, omissions } = plan.data
  const holds = `${countWords(controls, 'control')}, ${countWords(requests, 'request')}, ${countWords(evidence, 'file')} of evidence (${sizeWords(bytes)})`
  return (
    <Stack gap={4} component="section" aria-label="What it holds and leaves out">
      <Text size="sm">{`It holds ${holds}.`}</Text>
      {omissions.length === 0 ? (
        <Text size="sm">Nothing is left out.</Text>
      ) : (
        <>
          <Text size="sm">Left out, and said so in the bundle:</Text>
          <List size="sm" mah={160} style={{ overflowY: 'auto' }} tabIndex={0} aria-label="Left out">
            {omissions.map(({ what, reason }) => (
              <List.Item key={what}>{`${what}. ${reason}`}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}
