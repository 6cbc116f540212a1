import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { links } from '../../app/links.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { instantWords } from '../../ui/dates.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { countWords } from '../bundleWords.ts'
import { ChooseFolder } from './ChooseFolder.tsx'
import { ExchangedNote, LeftFiles } from './ExchangedNote.tsx'

/** The folder in which a team exchanges the engagement: where, with whom, what waits, and what the last exchange came to. */
export function ExchangeFolder({ engagementId }: { engagementId: string }) {
  const status = useEngineQuery('exchange.status', { engagementId })
  const sync = useEngineCommand('exchange.sync', { quiet: true })
  const forget = useEngineCommand('exchange.forgetFolder')
  const [isChoosing, choosing] = useDisclosure(false)
  const [done, setDone] = useState<ResultOf<'exchange.sync'> | null>(null)
  if (status.data === undefined) return <ErrorNote error={status.error} />
  const { folder, last } = status.data
  const run = () => {
    setDone(null)
    void sync.run({ engagementId }).then(setDone, () => undefined)
  }
  return (
    <Stack gap="xs" component="section" aria-label="Exchange folder">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Exchange folder
        </Title>
        <Group gap="xs">
          {folder === null ? null : (
            <Button
              size="xs"
              variant="default"
              loading={forget.pending}
              onClick={() => void forget.run({ engagementId }).catch(() => undefined)}
            >
              Exchange here no longer
            </Button>
          )}
          <Button size="xs" variant="default" onClick={choosing.open}>
            {folder === null ? 'Choose a folder…' : 'Change…'}
          </Button>
          {folder === null ? null : (
            <Button size="xs" loading={sync.pending} onClick={run}>
              Exchange now
            </Button>
          )}
        </Group>
      </Group>
      {folder === null ? (
        <Text size="sm">
          A folder on a stick, a file share, or one that a program keeps alike on every laptop: each device leaves
          there, encrypted and signed, what the others lack, and takes theirs. It needs no server, and order does not
          matter.
        </Text>
      ) : (
        <Standing status={status.data} />
      )}
      <JobProgress methods={['exchange.sync']} />
      <ErrorNote error={sync.error} />
      {done === null ? null : <ExchangedNote done={done} />}
      {done !== null || last === null ? null : (
        <>
          <Text size="sm">
            {`Last exchange ${instantWords(last.at)}: ${countWords(last.added, 'entry', 'entries')} taken, ${last.sent} left for others, ${countWords(last.conflicts, 'conflict')}.`}
          </Text>
          <LeftFiles waiting={last.waiting} refused={last.refused} />
        </>
      )}
      {isChoosing ? <ChooseFolder engagementId={engagementId} onClose={choosing.close} /> : null}
    </Stack>
  )
}

function Standing({ status: { folder, readers, chosen, unsent } }: { status: ResultOf<'exchange.status'> }) {
  if (folder === null) return null
  const names = readers.map(({ name }) => name).join(', ')
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <strong>{folder.path}</strong>
        {`, chosen by ${folder.setBy} on ${instantWords(folder.setAt)}.`}
      </Text>
      <Text size="sm">
        {readers.length === 0
          ? 'Nobody can read what is left there yet: no colleague’s words were compared. '
          : `What is left there can be read by ${names}${chosen ? '' : ': every colleague whose words were compared'}. `}
        <Anchor size="sm" href={links.keys}>
          Keys of colleagues
        </Anchor>
      </Text>
      <Text size="sm">
        {unsent === 0
          ? 'Everything of this store is there for them.'
          : `${countWords(unsent, 'entry', 'entries')} of this store ${unsent === 1 ? 'is' : 'are'} not there for all of them yet.`}
      </Text>
      <Text size="xs">
        Somebody joins: keep their keys with the words compared, and exchange. The file that is left then holds the
        whole engagement for them; they open it with “Open a bundle…” and choose this folder in their own window.
      </Text>
    </>
  )
}
