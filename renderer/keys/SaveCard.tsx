import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { KeyCard } from '../../shared/contract/colleague.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { KeyWords } from '../ui/KeyWords.tsx'

/** The keys of a colleague as their file has them: the words are compared by voice, then both keys are kept. */
export function SaveCard({ card, onClose }: { card: KeyCard; onClose: () => void }) {
  const save = useEngineCommand('colleague.save', { quiet: true })
  const [name, setName] = useState(card.name)
  const [compared, setCompared] = useState(false)
  const { recipient, recipientWords, publicKey, keyWords, fingerprint } = card
  return (
    <Modal opened onClose={onClose} title={`Keys of ${card.name}`} size="lg">
      <form
        aria-label="Colleague"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run({ name, recipient, publicKey, compared }).then(onClose, () => undefined)
        }}
      >
        <Stack>
          <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Text size="sm">{`Call ${card.name}, at a number that you know, and let them read their own words to you.`}</Text>
          <KeyWords label="Bundles are encrypted for" words={recipientWords} fingerprint={recipient} />
          <KeyWords label="They sign with" words={keyWords} fingerprint={fingerprint} />
          <Checkbox
            label="Both are the same, compared by voice: their signature is believed from now on"
            checked={compared}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending} disabled={name.trim() === ''}>
            {compared ? 'Keep both keys' : 'Keep the recipient, without comparing'}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
