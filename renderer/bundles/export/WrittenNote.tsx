import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { askShell } from '../../engine/shell.ts'
import { sizeWords } from '../../evidence/evidenceWords.ts'
import { countWords } from '../bundleWords.ts'

type WrittenNoteProps = {
  result: ResultOf<'bundle.export'>
  /** What was generated for it; `null` where it opens otherwise. */
  passphrase: string | null
  isForKeys: boolean
  onClose: () => void
}

/** A bundle that was written: its passphrase, shown this once, and how anybody opens and verifies it without Tickmark. */
export function WrittenNote({ result, passphrase, isForKeys, onClose }: WrittenNoteProps) {
  const copy = async (text: string, message: string) => {
    await askShell({ kind: 'copyText', text })
    notifications.show({ message })
  }
  const lines = commands(result, isForKeys)
  return (
    <Stack>
      <Alert title="The bundle was written" variant="default" role="status">
        {`${countWords(result.files, 'file')}, ${sizeWords(result.bytes)}.`}
      </Alert>
      {passphrase === null ? null : (
        <Stack gap="xs">
          <Text fw={600}>Its passphrase, shown only now. Tell it by another way than the file.</Text>
          <Code block fz="lg" aria-label="Passphrase of the bundle">
            {passphrase}
          </Code>
          <Button
            size="xs"
            variant="default"
            maw={200}
            onClick={() => void copy(passphrase, 'The passphrase is in the clipboard.')}
          >
            Copy the passphrase
          </Button>
        </Stack>
      )}
      <Text size="sm">
        A reader without Tickmark opens and verifies it with these commands; index.html in it is to be read:
      </Text>
      <Code block>{lines}</Code>
      <Group>
        <Button onClick={onClose}>{passphrase === null ? 'Close' : 'The passphrase is handed on'}</Button>
        <Button variant="default" onClick={() => void copy(lines, 'The commands are in the clipboard.')}>
          Copy the commands
        </Button>
      </Group>
    </Stack>
  )
}

function commands({ file, sha256 }: ResultOf<'bundle.export'>, isForKeys: boolean): string {
  const name = file.split(/[/\\]/).at(-1) ?? file
  return [
    `echo "${sha256}  ${name}" | sha256sum -c`,
    `age -d ${isForKeys ? '-i key.txt ' : ''}-o bundle.tar ${name}`,
    'mkdir bundle && tar -xf bundle.tar -C bundle && cd bundle',
    'sha256sum -c SHA256SUMS',
    'ssh-keygen -Y verify -f allowed_signers -I exporter -n tickmark-bundle -s manifest.json.sig < manifest.json',
  ].join('\n')
}
