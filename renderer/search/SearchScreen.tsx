import { Alert, Autocomplete, Button, Group, Pagination, SegmentedControl, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { completeSearch } from '../../shared/search/completeSearch.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { FilterHelp } from './FilterHelp.tsx'
import { FoundList } from './FoundList.tsx'
import { foundWords } from './foundWords.ts'
import { KindChoice } from './KindChoice.tsx'
import { UnsearchedNote } from './UnsearchedNote.tsx'
import { useKnownValues } from './useKnownValues.ts'
import { useSearchText } from './useSearchText.ts'

const pageSize = 50

/** Looks for words in all papers, in one engagement or in every one of the store; what was found leads to its place. */
export function SearchScreen() {
  const { engagementId: open } = useParams({ strict: false })
  const [everywhere, setEverywhere] = useState(false)
  const engagementId = everywhere ? undefined : open
  const { text, setText, asked } = useSearchText()
  const field = useRef<HTMLInputElement>(null)
  const [isExplained, explained] = useDisclosure(false)
  const known = useKnownValues(open)
  useEffect(() => field.current?.focus(), [])
  useKeys([{ keys: '/', label: 'Search', run: () => field.current?.focus() }])
  const change = (changed: string) => {
    setText(changed)
    field.current?.focus()
  }
  const isAsking = asked !== ''
  return (
    <Screen title="Search" subtitle="Papers, items, notes, and the names and text of evidence">
      <Group align="end">
        <Autocomplete
          ref={field}
          flex={1}
          label="Words and filters"
          placeholder="approval control:CC6.1 outcome:deviation by:AC"
          value={text}
          onChange={setText}
          data={completeSearch(text, known)}
          filter={({ options }) => options}
        />
        {open === undefined ? null : (
          <SegmentedControl
            aria-label="Where to look"
            value={everywhere ? 'all' : 'one'}
            onChange={(where) => setEverywhere(where === 'all')}
            data={[
              { value: 'one', label: 'This engagement' },
              { value: 'all', label: 'All engagements' },
            ]}
          />
        )}
        <Button variant="default" aria-expanded={isExplained} onClick={explained.toggle}>
          Filters
        </Button>
      </Group>
      {isExplained || !isAsking ? (
        <FilterHelp onAdd={(filter) => change(`${text.trimEnd()} ${filter}`.trimStart())} />
      ) : null}
      {isAsking ? (
        <Found key={`${asked} ${engagementId}`} text={asked} engagementId={engagementId} onText={change} />
      ) : null}
      <UnsearchedNote engagementId={engagementId} />
    </Screen>
  )
}

type FoundProps = { text: string; engagementId: string | undefined; onText: (text: string) => void }

function Found({ text, engagementId, onText }: FoundProps) {
  const [page, setPage] = useState(1)
  const { data, error } = useEngineQuery(
    'search.query',
    {
      text,
      offset: (page - 1) * pageSize,
      limit: pageSize,
      ...(engagementId === undefined ? {} : { engagementId }),
    },
    { keepsPrevious: true },
  )
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <Loading />
  const { hits, total, kinds, unread } = data
  if (total === 0) {
    return (
      <EmptyState
        title="Nothing found"
        text="Every word has to be in the same paper. Take one away, look for its beginning, or look in all engagements."
      />
    )
  }
  const pages = Math.ceil(total / pageSize)
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {foundWords(data)}
        </Text>
        <KindChoice kinds={kinds} onChoose={(kind) => onText(`${text.trim()} kind:${kind} `)} />
      </Group>
      {unread === 0 ? null : (
        <Alert variant="default">
          {unread === 1 ? 'One new file is still being read.' : `${unread} new files are still being read.`} More may be
          found.
        </Alert>
      )}
      <FoundList hits={hits} namesClient={engagementId === undefined} />
      {pages > 1 ? (
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      ) : null}
    </>
  )
}
