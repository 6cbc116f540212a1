import { Anchor, Button, Table, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ControlForm } from './ControlForm.tsx'
import { frequencyWords, outcomeWords } from './controlWords.ts'
import { ImportControls } from './ImportControls.tsx'

/** The control matrix. */
export function ControlsScreen() {
  const engagementId = useRouteParam('engagementId')
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text, 200)
  const list = useEngineQuery('control.list', { engagementId, limit: 1000, ...(query === '' ? {} : { query }) })
  const [isImporting, importing] = useDisclosure(false)
  const [isAdding, adding] = useDisclosure(false)
  const actions = (
    <>
      <Button variant="default" onClick={adding.open}>
        Add a control
      </Button>
      <Button onClick={importing.open}>Import from CSV</Button>
    </>
  )
  return (
    <Screen title="Controls" subtitle={list.data === undefined ? '' : `${list.data.total} controls`} actions={actions}>
      <TextInput
        aria-label="Find a control"
        placeholder="Find by reference, title or owner"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={360}
      />
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {list.data?.total === 0 && query === '' ? (
        <EmptyState
          title="No controls yet"
          text="Import the client's control matrix from CSV, or add controls one by one."
          action={<Button onClick={importing.open}>Import the control matrix</Button>}
        />
      ) : null}
      {list.data !== undefined && list.data.total > 0 ? (
        <Table highlightOnHover stickyHeader stickyHeaderOffset={48}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Ref</Table.Th>
              <Table.Th>Title</Table.Th>
              <Table.Th>Criteria</Table.Th>
              <Table.Th>Frequency</Table.Th>
              <Table.Th>Owner</Table.Th>
              <Table.Th>Samples</Table.Th>
              <Table.Th>Deviations</Table.Th>
              <Table.Th>Operation</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.data.controls.map((control) => (
              <Table.Tr key={control.controlId}>
                <Table.Td>
                  <Anchor href={links.control(engagementId, control.controlId)}>{control.ref}</Anchor>
                </Table.Td>
                <Table.Td>{control.title}</Table.Td>
                <Table.Td>{control.criteria.join(', ')}</Table.Td>
                <Table.Td>{frequencyWords[control.frequency]}</Table.Td>
                <Table.Td>{control.owner}</Table.Td>
                <Table.Td>{control.samples}</Table.Td>
                <Table.Td>{control.deviations}</Table.Td>
                <Table.Td>
                  {control.operation === null ? '' : (outcomeWords[control.operation] ?? control.operation)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <ImportControls engagementId={engagementId} opened={isImporting} onClose={importing.close} />
      <ControlForm engagementId={engagementId} opened={isAdding} onClose={adding.close} />
    </Screen>
  )
}
