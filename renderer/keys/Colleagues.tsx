import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Colleague, KeyCard } from '../../shared/contract/colleague.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { KeyWords } from '../ui/KeyWords.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { SaveCard } from './SaveCard.tsx'
import { SaveRecipient } from './SaveRecipient.tsx'

/** The colleagues for whom bundles can be encrypted, each with the words of their key and whether anybody compared them. */
export function Colleagues() {
  const list = useEngineQuery('colleague.list', {})
  const read = useEngineCommand('colleague.readCard', { quiet: true })
  const [card, setCard] = useState<KeyCard | null>(null)
  const [isTyping, setTyping] = useState(false)
  const [removed, setRemoved] = useState<Colleague | null>(null)
  const colleagues = list.data?.colleagues ?? []
  const choose = async () => {
    const file = await askShell({ kind: 'openFile', title: 'Public keys of a colleague', extensions: ['txt'] })
    if (file !== null) await read.run({ file: fileRef(file.token) }).then(setCard, () => undefined)
  }
  return (
    <Stack gap="xs" component="section" aria-label="Colleagues">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Colleagues
        </Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => setTyping(true)}>
            Add a recipient…
          </Button>
          <Button variant="default" onClick={() => void choose()} loading={read.pending}>
            Add from their file…
          </Button>
        </Group>
      </Group>
      <ErrorNote error={list.error ?? read.error} />
      {list.isSuccess && colleagues.length === 0 ? (
        <Text size="sm">
          Nobody yet. Ask a colleague for the file of their public keys, add it here, and compare the words with them.
        </Text>
      ) : null}
      {colleagues.length === 0 ? null : (
        <Table verticalSpacing="xs" aria-label="Colleagues">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Name</Table.Th>
              <Table.Th scope="col">Words of the key that bundles are encrypted for</Table.Th>
              <Table.Th scope="col">Added</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {colleagues.map((colleague) => (
              <ColleagueRow key={colleague.colleagueId} colleague={colleague} onRemove={() => setRemoved(colleague)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {card === null ? null : <SaveCard card={card} onClose={() => setCard(null)} />}
      {isTyping ? <SaveRecipient onClose={() => setTyping(false)} /> : null}
      {removed === null ? null : <RemoveColleague colleague={removed} onClose={() => setRemoved(null)} />}
    </Stack>
  )
}

function ColleagueRow({ colleague, onRemove }: { colleague: Colleague; onRemove: () => void }) {
  const save = useEngineCommand('colleague.save')
  const { colleagueId, name, recipient, words, compared, addedBy, addedAt } = colleague
  const compare = () => save.run({ colleagueId, name, recipient, compared: true }).catch(() => undefined)
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <KeyWords words={words} fingerprint={recipient} />
        <Group gap="xs" mt={4}>
          <Badge color={compared ? 'gray' : 'red'} variant="light">
            {compared ? 'compared by voice' : 'not compared'}
          </Badge>
          {compared ? null : (
            <Button
              size="compact-xs"
              variant="default"
              loading={save.pending}
              aria-label={`The words of ${name} were compared`}
              onClick={() => void compare()}
            >
              The words were compared
            </Button>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{`${instantWords(addedAt)} by ${addedBy}`}</Table.Td>
      <Table.Td>
        <Button size="compact-xs" variant="default" aria-label={`Remove ${name}…`} onClick={onRemove}>
          Remove…
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}

function RemoveColleague({ colleague: { colleagueId, name }, onClose }: { colleague: Colleague; onClose: () => void }) {
  const remove = useEngineCommand('colleague.remove', { quiet: true })
  return (
    <ReasonForm
      title={`Encrypt for ${name} no longer`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onSubmit={(reason) => void remove.run({ colleagueId, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    />
  )
}
