import { Alert, Button, Checkbox, Group, List, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type Outcome = ResultOf<'request.import'>

/** Takes the answers of a list that came back: choose it, see what would happen, then take them. */
export function ImportAnswers({ request, onClose }: { request: ResultOf<'request.get'>; onClose: () => void }) {
  const { requestId, ref } = request
  const take = useEngineCommand('request.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [seen, setSeen] = useState<Outcome | null>(null)
  const [overwrite, setOverwrite] = useState(false)
  const choose = async () => {
    const extensions = ['xlsx', 'csv', 'tsv', 'txt']
    const chosen = await askShell({ kind: 'openFile', title: `Answers to ${ref}`, extensions })
    if (chosen === null) return
    setFile(chosen)
    setSeen(null)
    await take.run({ requestId, file: fileRef(chosen.token), dryRun: true }).then(setSeen, () => undefined)
  }
  const run = async () => {
    if (file === null) return
    await take.run({ requestId, file: fileRef(file.token), overwrite }).then(onClose, () => undefined)
  }
  const count = seen === null ? 0 : seen.added + (overwrite ? seen.differing.length : 0)
  return (
    <Modal opened onClose={onClose} title={`Answers to ${ref}`} size="xl">
      <Stack>
        <Group>
          <Button variant={seen === null ? 'filled' : 'default'} loading={take.pending} onClick={() => void choose()}>
            Choose the file that came back…
          </Button>
          {file === null ? null : <Text>{file.name}</Text>}
        </Group>
        <ErrorNote error={take.error} />
        {seen === null ? null : (
          <>
            <Findings seen={seen} />
            {seen.differing.length === 0 ? null : (
              <Checkbox
                label="Replace the recorded answers that differ"
                checked={overwrite}
                onChange={(event) => setOverwrite(event.currentTarget.checked)}
              />
            )}
            <Button onClick={() => void run()} loading={take.pending} disabled={count === 0} maw={280}>
              {`Take ${count} answer${count === 1 ? '' : 's'}`}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}

function Findings({ seen }: { seen: Outcome }) {
  const { matched, added, unchanged, unmatched, differing, missing } = seen
  return (
    <Stack gap="xs">
      <Text>{`${matched} rows match: ${added} new, ${differing.length} differ from what is recorded, ${unchanged} are recorded already.`}</Text>
      {unmatched.length === 0 ? null : (
        <Alert title="Rows that are not taken">
          <List size="sm">
            {unmatched.map(({ row, itemId, reason }) => (
              <List.Item key={row}>{`Row ${row}, ${itemId}: ${reason}`}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {differing.length === 0 ? null : (
        <Table fz="sm" captionSide="top">
          <Table.Caption>Answers that differ</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Item</Table.Th>
              <Table.Th>Recorded</Table.Th>
              <Table.Th>In the file</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ itemId, recorded, found }) => (
              <Table.Tr key={itemId}>
                <Table.Td>{itemId}</Table.Td>
                <Table.Td>{recorded}</Table.Td>
                <Table.Td>{found}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {missing.length === 0 ? (
        <Text>Every item has an answer then.</Text>
      ) : (
        <Text size="sm">{`Without an answer: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ` and ${missing.length - 20} more` : ''}`}</Text>
      )}
    </Stack>
  )
}
