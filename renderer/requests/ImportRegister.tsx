import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { priorityWords } from '../../shared/request/priority.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RejectedRows } from '../ui/RejectedRows.tsx'

type Found = ResultOf<'request.importRegister'>

const countWords = (count: number) => (count === 1 ? '1 request' : `${count} requests`)

/** Takes a list of requests: choose it, see what would be asked, then ask. */
export function ImportRegister({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const take = useEngineCommand('request.importRegister', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const choose = async () => {
    const extensions = ['xlsx', 'csv', 'tsv', 'txt']
    const chosen = await askShell({ kind: 'openFile', title: 'List of requests', extensions })
    if (chosen === null) return
    setFile(chosen)
    setFound(null)
    await take.run({ engagementId, file: fileRef(chosen.token), dryRun: true }).then(setFound, () => undefined)
  }
  const run = async () => {
    if (file === null) return
    await take.run({ engagementId, file: fileRef(file.token) }).then(
      ({ requests }) => {
        notifications.show({ message: `${countWords(requests.length)} taken from ${file.name}.` })
        onClose()
      },
      () => undefined,
    )
  }
  const count = found?.requests.length ?? 0
  return (
    <Modal opened onClose={onClose} title="Take a list of requests" size="xl">
      <Stack>
        <Group>
          <Button variant={found === null ? 'filled' : 'default'} loading={take.pending} onClick={() => void choose()}>
            Choose the list…
          </Button>
          {file === null ? null : <Text>{file.name}</Text>}
        </Group>
        {file === null ? (
          <Text size="sm">
            A workbook (XLSX) or text (CSV) with a column "Title", and where there are any "What we ask for", "Owner",
            "Due", "Priority" and "Control". Before anything is asked, you see what would be.
          </Text>
        ) : null}
        <ErrorNote error={take.error} />
        {found === null ? null : (
          <>
            <FoundRequests found={found} />
            <Button onClick={() => void run()} loading={take.pending} disabled={count === 0} maw={280}>
              {count === 0 ? 'Nothing to take' : `Take ${countWords(count)}`}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}

const mostShown = 200

function FoundRequests({ found: { requests, known, rejected } }: { found: Found }) {
  return (
    <>
      {known.length === 0 ? null : (
        <Text size="sm">Asked for already: {known.map(({ title }) => title).join(', ')}.</Text>
      )}
      {requests.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={4} aria-label="Requests of the list">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Row</Table.Th>
              <Table.Th scope="col">Title</Table.Th>
              <Table.Th scope="col">Owner</Table.Th>
              <Table.Th scope="col">Due</Table.Th>
              <Table.Th scope="col">Priority</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {requests.slice(0, mostShown).map(({ row, title, owner, dueOn, priority }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{title}</Table.Td>
                <Table.Td>{owner}</Table.Td>
                <Table.Td>{dueOn}</Table.Td>
                <Table.Td>{priority === null ? '' : priorityWords[priority]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {requests.length > mostShown ? <Text size="sm">And {requests.length - mostShown} more.</Text> : null}
      <RejectedRows rows={rejected} />
    </>
  )
}
