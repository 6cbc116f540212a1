import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Locks the file. While a gate is open the button says so; nobody passes it. */
export function LockFile({ engagementId, openGates }: { engagementId: string; openGates: number }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const lock = useEngineCommand('engagement.lock', { quiet: true })
  return (
    <>
      <Button onClick={open} disabled={openGates > 0} title={openGates > 0 ? 'The points below block the lock.' : ''}>
        {openGates > 0 ? `Lock the file: ${openGates} open` : 'Lock the file…'}
      </Button>
      <Modal opened={isOpen} onClose={close} title="Lock the file">
        <Stack>
          <Text>
            The heads of the journal are signed with your key. From then on nothing in the file is changed or removed;
            what comes later is an addendum. There is no way back.
          </Text>
          <ErrorNote error={lock.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button loading={lock.pending} onClick={() => void lock.run({ engagementId }).then(close, () => undefined)}>
              Sign and lock
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
