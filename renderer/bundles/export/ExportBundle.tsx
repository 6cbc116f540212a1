import { Button, Fieldset, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { callEngine } from '../../engine/client.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { forColleagues, LockFields, lockParams } from './LockFields.tsx'
import { PartFields, partParams, wholeEngagement } from './PartFields.tsx'
import { PlanNote } from './PlanNote.tsx'
import { WrittenNote } from './WrittenNote.tsx'

/** A bundle that was written, and its generated passphrase, which is nowhere else. */
type Written = { result: ResultOf<'bundle.export'>; passphrase: string | null }

/** Hands an engagement over, or a part of it, as one encrypted file: what, for whom, and what for. */
export function ExportBundle({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const write = useEngineCommand('bundle.export', { quiet: true })
  const [choice, setChoice] = useState(wholeEngagement)
  const [lock, setLock] = useState(forColleagues)
  const [purpose, setPurpose] = useState('')
  const [written, setWritten] = useState<Written | null>(null)
  const part = partParams(choice)
  const isGenerated = lock.way === 'generated'
  const run = async () => {
    if (part === null) return
    const suggestedName = choice.kind === 'whole' ? 'engagement.tickmark' : `${choice.kind}.tickmark`
    const place = await askShell({ kind: 'saveFile', title: 'Bundle', suggestedName })
    if (place === null) return
    const passphrase = isGenerated ? (await callEngine('bundle.suggestPassphrase', {})).passphrase : null
    const keys = passphrase === null ? lockParams(lock) : { passphrase }
    if (keys === null) return
    await write
      .run({
        engagementId,
        file: fileRef(place.token),
        purpose,
        ...keys,
        ...(part === undefined ? {} : { part }),
      })
      .then(
        (result) => setWritten({ result, passphrase }),
        () => undefined,
      )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Export a bundle"
      size="55rem"
      closeOnEscape={written === null && !write.pending}
      closeOnClickOutside={false}
    >
      {written === null ? (
        <form
          aria-label="Bundle"
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <Stack gap="sm">
            <Fieldset legend="What">
              <Stack gap="xs">
                <PartFields engagementId={engagementId} choice={choice} onChange={setChoice} />
                {part === null ? null : <PlanNote engagementId={engagementId} part={part} />}
              </Stack>
            </Fieldset>
            <Fieldset legend="For whom">
              <LockFields choice={lock} onChange={setLock} />
            </Fieldset>
            <TextInput
              label="Purpose"
              placeholder="Hand-over to the reviewer"
              maxLength={500}
              value={purpose}
              onChange={(event) => setPurpose(event.currentTarget.value)}
            />
            <JobProgress methods={['bundle.export']} />
            <ErrorNote error={write.error} />
            <Button
              type="submit"
              loading={write.pending}
              disabled={part === null || (!isGenerated && lockParams(lock) === null)}
              maw={280}
            >
              Write the bundle…
            </Button>
          </Stack>
        </form>
      ) : (
        <WrittenNote {...written} isForKeys={lock.way === 'colleagues'} onClose={onClose} />
      )}
    </Modal>
  )
}
