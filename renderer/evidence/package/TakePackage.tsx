import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { askShell } from '../../engine/shell.ts'
import { dateProblem } from '../../ui/dateProblem.ts'
import { today } from '../../ui/dates.ts'
import { DropArea } from '../../ui/DropArea.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { IndexFields } from './IndexFields.tsx'
import { PackageContents } from './PackageContents.tsx'
import { usePackage } from './usePackage.ts'

/** Takes a package of files from the client or a compliance tool: looked into first, with what is missing, then taken as evidence. */
export function TakePackage({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const received = usePackage(engagementId)
  const { file, found, isLooking, isTaking } = received
  const [receivedFrom, setReceivedFrom] = useState('')
  const [receivedOn, setReceivedOn] = useState(today)
  const chooseZip = async () => {
    const chosen = await askShell({ kind: 'openFile', title: 'Package', extensions: ['zip'] })
    if (chosen !== null) received.choose(chosen)
  }
  const chooseFolder = async () => {
    const chosen = await askShell({ kind: 'openFolder', title: 'Folder of the package' })
    if (chosen !== null) received.choose(chosen)
  }
  const run = async () => {
    const imported = await received.takeIt({ receivedFrom, receivedOn: receivedOn.trim() })
    if (imported === null || found === null) return
    notifications.show({ message: `${imported} files of ${found.name} are kept as evidence, and the package itself.` })
    onClose()
  }
  const dateError = dateProblem(receivedOn)
  return (
    <Modal opened onClose={onClose} title="Take a package" size="65rem" closeOnEscape={!isTaking}>
      <DropArea
        label="Look into this package"
        onFiles={([one]) => (one === undefined ? undefined : received.choose(one))}
      >
        <Stack>
          <Group>
            <Button variant={file === null ? 'filled' : 'default'} onClick={() => void chooseZip()}>
              Choose a ZIP file…
            </Button>
            <Button variant="default" onClick={() => void chooseFolder()}>
              Choose a folder…
            </Button>
            <Text>{file === null ? 'or drop one here' : file.name}</Text>
          </Group>
          {file === null ? (
            <Text size="sm">
              The export of a compliance tool or the folder of a client, with an index (CSV) that says which file
              answers which request. It is compared with its index before anything is taken: what is missing, differs,
              or belongs to no request.
            </Text>
          ) : null}
          <JobProgress methods={['package.inspect', 'package.import']} />
          <ErrorNote error={received.error} />
          {found === null ? null : (
            <>
              <IndexFields found={found} disabled={isLooking} onChange={received.readAgain} />
              <PackageContents found={found} />
              <Group align="start">
                <TextInput
                  label="Received from"
                  flex={1}
                  maxLength={500}
                  value={receivedFrom}
                  onChange={(event) => setReceivedFrom(event.currentTarget.value)}
                />
                <TextInput
                  label="Received on"
                  placeholder="YYYY-MM-DD"
                  error={dateError}
                  value={receivedOn}
                  onChange={(event) => setReceivedOn(event.currentTarget.value)}
                />
              </Group>
              <Button
                maw={280}
                loading={isTaking}
                disabled={isLooking || dateError !== null || found.files.length === 0}
                onClick={() => void run()}
              >
                {found.files.length === 1 ? 'Take 1 file' : `Take ${found.files.length} files`}
              </Button>
            </>
          )}
        </Stack>
      </DropArea>
    </Modal>
  )
}
