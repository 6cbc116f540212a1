import { Alert, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { datesOf } from '../../engagements/engagementWords.ts'
import { sizeWords } from '../../evidence/evidenceWords.ts'
import { instantWords } from '../../ui/dates.ts'
import { checkWords, countWords } from '../bundleWords.ts'

/** What a bundle is: of which engagement, made by whom and when, for whom and what for. */
export function VerdictNote({ verdict }: { verdict: BundleVerdict }) {
  const { valid, engagement, exporter, created, purpose, part, entries, files, bytes, lockedFor, lostHere } = verdict
  const nameOf = useRecipientNames()
  const facts: [string, string][] = [
    ['Engagement', `${engagement.client}, ${datesOf(engagement)}`],
    ['Made', `${instantWords(created)} by ${exporter.name}`],
    ['For', lockedFor === 'passphrase' ? 'whoever knows the passphrase' : lockedFor.map(nameOf).join('; ')],
    ['Purpose', purpose === '' ? 'none given' : purpose],
    ['Holds', part === null ? 'the whole engagement' : `a part, for reading: ${part.title}`],
    ['Size', `${countWords(entries, 'entry', 'entries')}, ${countWords(files, 'file')}, ${sizeWords(bytes)}`],
  ]
  return (
    <Stack gap="xs">
      <Alert
        role="status"
        variant="default"
        icon={valid ? <IconCircleCheck /> : <IconCircleX />}
        title={valid ? 'The bundle is what its maker signed' : 'The bundle is not valid'}
      />
      {lostHere === null ? null : (
        <Alert role="alert" color="red" icon={<IconCircleX />} title={lostTitles[lostHere.problem]}>
          {lostSentence(lostHere)}
        </Alert>
      )}
      <Table withRowBorders={false} verticalSpacing={2} aria-label="What the bundle is">
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={120} fw={600}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

const lostTitles = {
  older: 'This store is older than the bundle',
  rewritten: 'The history in this store was written again',
}

function lostSentence({ problem, seq, endsAt }: NonNullable<BundleVerdict['lostHere']>): string {
  return problem === 'older'
    ? `The bundle knows entry ${seq} of this device; here its journal ends at entry ${endsAt}. An older copy of the store was put back, or the end of its journal was cut.`
    : `The bundle holds another entry ${seq} of this device than the journal here.`
}

/** Recipients by the names that this store knows, others by their words. */
function useRecipientNames(): (lock: { recipient: string; words: string }) => string {
  const own = useEngineQuery('colleague.ownCard', {}).data
  const colleagues = useEngineQuery('colleague.list', {}).data?.colleagues ?? []
  return ({ recipient, words }) => {
    if (recipient === own?.recipient) return `${own.name} (you)`
    return colleagues.find((colleague) => colleague.recipient === recipient)?.name ?? words
  }
}

/** What each check found, and what was left out with the reasons: what a person can file. */
export function Checks({ verdict: { checks, omissions } }: { verdict: BundleVerdict }) {
  return (
    <Stack gap="xs" component="section" aria-label="What was checked">
      <Title order={3} size="h5">
        What was checked
      </Title>
      <Stack gap={4} role="list" aria-label="Checks">
        {checks.map(({ check, passed, says }) => (
          <Group key={`${check} ${says}`} role="listitem" gap="xs" wrap="nowrap" align="start">
            {passed ? (
              <IconCircleCheck size={18} role="img" aria-label="passed" style={{ flexShrink: 0 }} />
            ) : (
              <IconCircleX
                size={18}
                role="img"
                aria-label="failed"
                color="var(--mantine-color-error)"
                style={{ flexShrink: 0 }}
              />
            )}
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <strong>{checkWords[check]}.</strong> {says}
            </Text>
          </Group>
        ))}
      </Stack>
      {omissions.length === 0 ? null : (
        <List size="sm" aria-label="Left out">
          {omissions.map(({ what, reason }) => (
            <List.Item key={what}>{`Left out: ${what}. ${reason}`}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}
