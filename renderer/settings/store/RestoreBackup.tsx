import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Backup } from '../../../shared/contract/backup.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { instantWords } from '../../ui/dates.ts'

/** Puts a backup in the place of the open store, which closes then. */
export function RestoreBackup({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const restore = useEngineCommand('store.restore', { quiet: true })
  const form = useForm({ initialValues: { passphrase: '' } })
  const submit = form.onSubmit(({ passphrase }) =>
    restore.run({ name: backup.name, passphrase }).then(onClose, () => undefined),
  )
  return (
    <Modal opened onClose={onClose} title={`Restore the backup of ${instantWords(backup.takenAt)}`} size="lg">
      <form onSubmit={submit} aria-label="Restore a backup">
        <Stack>
          <Text size="sm">
            {`Engagements: ${backup.engagements}, journal entries: ${backup.entries}. The store as it is now is kept aside, then it closes. At its next opening it says what it no longer holds, and asks for a reason.`}
          </Text>
          <PasswordInput
            label="Passphrase on the day of the backup"
            data-autofocus
            {...form.getInputProps('passphrase')}
          />
          <ErrorNote error={restore.error} />
          <Button type="submit" color="red" loading={restore.pending} disabled={form.values.passphrase === ''}>
            Put the backup in the place of the store
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
