import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { KeyWords } from '../ui/KeyWords.tsx'

/** The own public keys, to be given out: a file for colleagues, and the words to read to them. */
export function OwnCard() {
  const card = useEngineQuery('colleague.ownCard', {})
  const write = useEngineCommand('colleague.exportCard')
  if (card.data === undefined) return <ErrorNote error={card.error} />
  const { name, recipient, recipientWords, keyWords, fingerprint } = card.data
  const save = async () => {
    const suggestedName = `${name.toLowerCase().replaceAll(/\s+/g, '-')}.keys.txt`
    const place = await askShell({ kind: 'saveFile', title: 'Own public keys', suggestedName })
    if (place === null) return
    await write.run({ file: fileRef(place.token) }).then(
      () => notifications.show({ message: `Your public keys were written to ${place.name}.` }),
      () => undefined,
    )
  }
  const copy = async () => {
    await askShell({ kind: 'copyText', text: recipient })
    notifications.show({ message: 'The recipient is in the clipboard.' })
  }
  return (
    <Paper withBorder p="md" component="section" aria-label="Own keys">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {`Own keys: ${name}`}
          </Title>
          <Group gap="xs">
            <Button variant="default" onClick={() => void copy()}>
              Copy the recipient
            </Button>
            <Button onClick={() => void save()} loading={write.pending}>
              Write to a file for colleagues…
            </Button>
          </Group>
        </Group>
        <Text size="sm">Give the file to colleagues, and read these words to them on the telephone.</Text>
        <SimpleGrid cols={2}>
          <KeyWords label="Bundles for me are encrypted for" words={recipientWords} fingerprint={recipient} />
          <KeyWords label="I sign with" words={keyWords} fingerprint={fingerprint} />
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}
