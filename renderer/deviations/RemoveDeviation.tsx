import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type RemoveDeviationProps = { deviation: Deviation; onClose: () => void }

/** Asks before a deviation is hidden, and for the reason: the journal keeps both. */
export function RemoveDeviation({ deviation, onClose }: RemoveDeviationProps) {
  const remove = useEngineCommand('deviation.remove', { quiet: true })
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (reason.trim() === '') return
    try {
      await remove.run({ deviationId: deviation.deviationId, reason })
      onClose()
    } catch {
      // The error stands above the buttons.
    }
  }
  return (
    <Modal opened onClose={onClose} title={`Remove ${deviation.ref}?`}>
      <Stack gap="sm">
        <Text size="sm">
          Only what was recorded by mistake is removed. It is hidden; its history stays in the journal.
        </Text>
        <Textarea
          data-autofocus
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
          }}
        />
        <ErrorNote error={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep
          </Button>
          <Button color="red" disabled={reason.trim() === ''} loading={remove.pending} onClick={() => void submit()}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
