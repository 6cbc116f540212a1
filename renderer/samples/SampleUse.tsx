import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Sample } from '../../shared/contract/sample.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ShareSample } from './ShareSample.tsx'

/** What a sample serves besides its own control: further controls, and another purpose in words. */
export function SampleUse({ sample }: { sample: Sample }) {
  const { sampleId, sharedWith, dualPurpose } = sample
  const unshare = useEngineCommand('sample.unshare', { quiet: true })
  const [isSharing, sharing] = useDisclosure(false)
  const [isDescribing, describing] = useDisclosure(false)
  return (
    <Stack component="section" gap="xs" aria-label="What the sample serves">
      <Group gap="xs">
        <Text size="sm">{`Also serves: ${dualPurpose ?? 'nothing else'}`}</Text>
        <ChangeButton size="compact-sm" variant="default" onClick={describing.open}>
          Dual purpose…
        </ChangeButton>
        <ChangeButton size="compact-sm" variant="default" onClick={sharing.open}>
          Share with a control…
        </ChangeButton>
      </Group>
      {sharedWith.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={2}>
          <Table.Tbody>
            {sharedWith.map(({ controlId, ref, reason }) => (
              <Table.Tr key={controlId}>
                <Table.Td>{`Shared with ${ref}`}</Table.Td>
                <Table.Td>{reason}</Table.Td>
                <Table.Td>
                  <ChangeButton
                    size="compact-xs"
                    variant="default"
                    onClick={() => void unshare.run({ sampleId, controlId }).catch(() => undefined)}
                  >
                    {`Share with ${ref} no longer`}
                  </ChangeButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <ErrorNote error={unshare.error} />
      {isSharing ? <ShareSample sample={sample} onClose={sharing.close} /> : null}
      {isDescribing ? <DualPurpose sample={sample} onClose={describing.close} /> : null}
    </Stack>
  )
}

function DualPurpose({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const describe = useEngineCommand('sample.describe', { quiet: true })
  const [text, setText] = useState(sample.dualPurpose ?? '')
  const { sampleId } = sample
  return (
    <Modal opened onClose={onClose} title="What else the sample serves">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const dualPurpose = text.trim() === '' ? null : text.trim()
          void describe.run({ sampleId, dualPurpose }).then(onClose, () => undefined)
        }}
      >
        <Stack>
          <TextInput
            label="Other purpose"
            description="Such as a control of ISO/IEC 27001; empty where it serves nothing else"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ErrorNote error={describe.error} />
          <Button type="submit" loading={describe.pending}>
            Record
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
