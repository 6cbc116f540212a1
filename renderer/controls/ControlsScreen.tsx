import { Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useRouteParam } from '../app/params.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { searchWords, shownRows } from '../ui/shownRows.ts'
import { useKeys } from '../ui/useKeys.ts'
import { type ControlFilter, controlFilters, filterLabelsOf } from './controlFilters.ts'
import { ControlForm } from './ControlForm.tsx'
import { ControlTable } from './ControlTable.tsx'
import { ImportControls } from './ImportControls.tsx'

/** The control matrix. */
export function ControlsScreen() {
  const engagementId = useRouteParam('engagementId')
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text.trim(), 200)
  const [filter, setFilter] = useState<ControlFilter>('all')
  const list = useEngineQuery('control.list', { engagementId, limit: 1000, ...(query === '' ? {} : { query }) })
  const reportType = useReportType(engagementId)
  const [isImporting, importing] = useDisclosure(false)
  const [isAdding, adding] = useDisclosure(false)
  const search = useRef<HTMLInputElement>(null)
  useKeys([
    { keys: '/', label: 'Find a control', run: () => search.current?.focus() },
    { keys: 'n', label: 'Add a control', changes: true, run: adding.open },
    { keys: 'i', label: 'Import the control matrix', changes: true, run: importing.open },
  ])
  const { total, controls } = list.data ?? { total: 0, controls: [] }
  const shown = controls.filter(controlFilters[filter].holds)
  const words = [...searchWords(query), ...(filter === 'all' ? [] : [controlFilters[filter].label])]
  const selection = {
    list: 'controls' as const,
    engagementId,
    // The screen shows the first thousand; a list that is not narrowed is written whole.
    ...(words.length === 0
      ? {}
      : shownRows(
          shown.map(({ controlId }) => controlId),
          words,
        )),
  }
  const isEmpty = list.data !== undefined && total === 0 && query === ''
  const actions = (
    <>
      <ListActions name="Controls" selection={selection} disabled={shown.length === 0} />
      <ChangeButton variant="default" onClick={adding.open}>
        Add a control
      </ChangeButton>
      <ChangeButton onClick={importing.open}>Import a matrix…</ChangeButton>
    </>
  )
  return (
    <Screen
      title="Controls"
      subtitle={list.data === undefined ? '' : `${total} ${total === 1 ? 'control' : 'controls'}`}
      actions={actions}
    >
      <Group wrap="nowrap">
        <TextInput
          ref={search}
          aria-label="Find a control"
          placeholder="Find by reference, title or owner ( / )"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maw={320}
          flex={1}
        />
        <SegmentedControl
          size="xs"
          aria-label="Controls to show"
          value={filter}
          onChange={(name) => setFilter(name as ControlFilter)}
          data={Object.entries(filterLabelsOf(reportType)).map(([value, label]) => ({ value, label }))}
        />
      </Group>
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {isEmpty ? (
        <EmptyState
          title="No controls yet"
          text="Import the client's control matrix from a workbook or CSV, or add controls one by one."
          action={<ChangeButton onClick={importing.open}>Import the control matrix</ChangeButton>}
        />
      ) : null}
      {shown.length > 0 ? <ControlTable engagementId={engagementId} controls={shown} /> : null}
      {list.data !== undefined && shown.length === 0 && !isEmpty ? <Text>No control is like that.</Text> : null}
      {total > controls.length ? (
        <Text>{`The first ${controls.length} are shown. Find others by reference, title or owner.`}</Text>
      ) : null}
      {isImporting ? <ImportControls engagementId={engagementId} onClose={importing.close} /> : null}
      <ControlForm engagementId={engagementId} opened={isAdding} onClose={adding.close} />
    </Screen>
  )
}
