import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { GrantedFile } from '../../../shared/shell/shellAction.ts'
import { askShell } from '../../engine/shell.ts'
import { DropArea } from '../../ui/DropArea.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { MergeNote } from './MergeNote.tsx'
import { SignerNote } from './SignerNote.tsx'
import { TakenNote } from './TakenNote.tsx'
import { UnlockFields } from './UnlockFields.tsx'
import { isImportable, useBundleReading } from './useBundleReading.ts'
import { Checks, VerdictNote } from './VerdictNote.tsx'

/** Opens a received bundle: it is verified and looked at without touching the store, and imported only then. */
export function OpenBundle({ first = null, onClose }: { first?: GrantedFile | null; onClose: () => void }) {
  const reading = useBundleReading(first)
  const { file, verdict, taken, isVerifying, isImporting } = reading
  const choose = async () => {
    const chosen = await askShell({ kind: 'openFile', title: 'Bundle', extensions: ['tickmark', 'age'] })
    if (chosen !== null) reading.choose(chosen)
  }
  return (
    <Modal opened onClose={onClose} title="Open a bundle" size="60rem" closeOnEscape={!isImporting}>
      {taken === null ? (
        <DropArea
          label="Open this bundle"
          onFiles={([dropped]) => (dropped === undefined ? undefined : reading.choose(dropped))}
        >
          <form
            aria-label="Bundle"
            onSubmit={(event) => {
              event.preventDefault()
              void reading.verify()
            }}
          >
            <Stack gap="sm">
              <Group>
                <Button variant={file === null ? 'filled' : 'default'} onClick={() => void choose()}>
                  {file === null ? 'Choose a bundle…' : 'Choose another…'}
                </Button>
                <Text>{file === null ? 'or drop one here' : file.name}</Text>
              </Group>
              <UnlockFields choice={reading.unlock} onChange={reading.setUnlock} />
              {verdict === null ? (
                <Button type="submit" loading={isVerifying} disabled={!reading.canVerify} maw={280}>
                  Verify
                </Button>
              ) : null}
              <JobProgress methods={['bundle.inspect', 'bundle.import']} />
              <ErrorNote error={reading.error} />
            </Stack>
          </form>
          {verdict === null ? (
            <Text size="sm" mt="sm">
              It is verified first, and you see what it would add, change and conflict with. Nothing of it comes into
              the store before you import it.
            </Text>
          ) : (
            <Stack gap="md" mt="md">
              <VerdictNote verdict={verdict} />
              <SignerNote verdict={verdict} confirmed={reading.confirmed} onConfirm={reading.setConfirmed} />
              {verdict.merge === null ? null : <MergeNote merge={verdict.merge} exporter={verdict.exporter.name} />}
              {verdict.valid && verdict.part !== null ? (
                <Text size="sm">
                  A part holds no whole journal. It is for reading, and nothing can be imported from it.
                </Text>
              ) : null}
              {isImportable(verdict) ? (
                <Button
                  loading={isImporting}
                  disabled={!reading.canImport}
                  onClick={() => void reading.importIt()}
                  maw={280}
                >
                  Import
                </Button>
              ) : null}
              <Checks verdict={verdict} />
            </Stack>
          )}
        </DropArea>
      ) : (
        <TakenNote taken={taken} onClose={onClose} />
      )}
    </Modal>
  )
}
