import { Alert, Button, Code, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { printDocument, writePdf } from '../../engine/printing.ts'
import { askShell } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

type Made = ResultOf<'store.newRecoveryCode'>

/** Makes a recovery code in the place of one that was lost or seen, and shows it this once. */
export function NewRecoveryCode() {
  const make = useEngineCommand('store.newRecoveryCode', { quiet: true })
  const [code, setCode] = useState<Made | null>(null)
  const print = usePrinting()
  const form = useForm({ initialValues: { passphrase: '' } })
  const submit = form.onSubmit(async ({ passphrase }) => {
    await make.run({ passphrase }).then(
      (made) => {
        form.reset()
        setCode(made)
      },
      () => undefined,
    )
  })
  if (code !== null) {
    return (
      <Stack gap="xs" maw={620}>
        <Alert title="Write down the new recovery code">
          It signs you in if the passphrase is forgotten. It is shown only now and kept nowhere; the one before opens
          nothing any more.
        </Alert>
        <Code block fz="lg" aria-label="Recovery code">
          {code.recoveryCode}
        </Code>
        <Group>
          <Button variant="default" onClick={() => void print.run(() => printDocument(code.documentId))}>
            Print…
          </Button>
          <Button variant="default" onClick={() => void print.run(() => saveAsPdf(code.documentId))}>
            Save as PDF…
          </Button>
          <Button onClick={() => setCode(null)}>It is written down</Button>
        </Group>
        <ErrorNote error={print.error} />
      </Stack>
    )
  }
  return (
    <form onSubmit={submit} aria-label="Recovery code">
      <Stack gap="xs" maw={620}>
        <Text size="sm">The code on paper opens the store when the passphrase is forgotten.</Text>
        <PasswordInput label="Your passphrase" maw={420} {...form.getInputProps('passphrase')} />
        <ErrorNote error={make.error} />
        <Button
          type="submit"
          variant="default"
          style={{ alignSelf: 'start' }}
          loading={make.pending}
          disabled={form.values.passphrase === ''}
        >
          Make a new recovery code
        </Button>
      </Stack>
    </form>
  )
}

async function saveAsPdf(documentId: string): Promise<void> {
  const place = await askShell({ kind: 'saveFile', title: 'Recovery code', suggestedName: 'Recovery code.pdf' })
  if (place !== null) await writePdf(documentId, place.token)
}

function usePrinting() {
  const [error, setError] = useState<Error | null>(null)
  const run = async (work: () => Promise<unknown>) => {
    setError(null)
    await work().catch(setError)
  }
  return { run, error }
}
