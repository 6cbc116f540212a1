import { Accordion, Button, Code, Group, Pagination, Text } from '@mantine/core'
import { useState } from 'react'
import { useRouteParam } from '../app/params.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Screen } from '../ui/Screen.tsx'
import { EntryChanges } from './EntryChanges.tsx'
import { entriesText } from './entriesText.ts'
import { FindHead } from './FindHead.tsx'
import { JournalActions } from './JournalActions.tsx'
import { filterParams, JournalFilters, noFilter } from './JournalFilters.tsx'
import { VerdictNote } from './VerdictNote.tsx'

const pageSize = 50

/** What happened, newest first; its verification; its head as words for the file memo. */
export function JournalScreen() {
  const engagementId = useRouteParam('engagementId')
  const [page, setPage] = useState(1)
  const [filter, setFilter] = useState(noFilter)
  const choice = { engagementId, ...filterParams(filter) }
  const place = { offset: (page - 1) * pageSize, limit: pageSize }
  const list = useEngineQuery('journal.list', { ...choice, ...place }, { keepsPrevious: true })
  const verify = useEngineCommand('journal.verify', { quiet: true })
  const undo = useEngineCommand('journal.undo')
  const [verdict, setVerdict] = useState<ResultOf<'journal.verify'> | null>(null)
  const actions = (
    <Group gap="xs">
      <JournalActions choice={choice} disabled={list.data === undefined || list.data.total === 0} />
      <ChangeButton
        variant="default"
        onClick={() => void undo.run({ engagementId }).catch(() => undefined)}
        loading={undo.pending}
      >
        Undo my last change
      </ChangeButton>
      <Button
        onClick={() => void verify.run({ engagementId }).then(setVerdict, () => undefined)}
        loading={verify.pending}
      >
        Verify
      </Button>
    </Group>
  )
  return (
    <Screen title="Journal" subtitle={list.data === undefined ? '' : entriesText(list.data.total)} actions={actions}>
      <ErrorNote error={list.error ?? verify.error} />
      {verdict === null ? null : <VerdictNote verdict={verdict} />}
      {(list.data?.heads ?? []).map(({ deviceId, seq, words }) => (
        <Text key={deviceId}>
          {`Head at entry ${seq}: `}
          <Code>{words}</Code>
        </Text>
      ))}
      <FindHead engagementId={engagementId} />
      <JournalFilters
        engagementId={engagementId}
        filter={filter}
        onChange={(chosen) => {
          setFilter(chosen)
          setPage(1)
        }}
      />
      <Accordion variant="contained" keepMounted={false}>
        {(list.data?.entries ?? []).map((entry) => (
          <Accordion.Item key={entry.hash} value={entry.hash}>
            <Accordion.Control>{`${entry.seq} · ${instantWords(entry.at)} · ${entry.actor} · ${entry.title}${entry.clockBehind ? ' · clock earlier than the entry before' : ''}`}</Accordion.Control>
            <Accordion.Panel>
              <EntryChanges engagementId={engagementId} deviceId={entry.deviceId} seq={entry.seq} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Pagination
        total={Math.max(1, Math.ceil((list.data?.total ?? 0) / pageSize))}
        value={page}
        onChange={setPage}
        getControlProps={(control) => ({ 'aria-label': `${control} page` })}
      />
    </Screen>
  )
}
