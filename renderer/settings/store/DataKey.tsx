import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Encrypts the store under another data key, such as after somebody left who may have kept a copy of the keyring. */
export function DataKey() {
  const rekey = useEngineCommand('store.rekey', { quiet: true })
  const [done, setDone] = useState<ResultOf<'store.rekey'> | null>(null)
  const form = useForm({ initialValues: { passphrase: '' } })
  const submit = form.onSubmit(async ({ passphrase }) => {
    setDone(null)
    await rekey.run({ passphrase }).then(
      (result) => {
        form.reset()
        setDone(result)
      },
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit} aria-label="Data key">
      <Stack gap="xs" maw={620}>
        <Text size="sm">
          All tables and files are encrypted anew, under keys that nobody has a copy of. Passphrases and recovery codes
          stay. Do it when somebody left, or when a copy of this computer’s disk may be in other hands.
        </Text>
        <PasswordInput label="Your passphrase" maw={420} {...form.getInputProps('passphrase')} />
        <ErrorNote error={rekey.error} />
        <Button
          type="submit"
          variant="default"
          style={{ alignSelf: 'start' }}
          loading={rekey.pending}
          disabled={form.values.passphrase === ''}
        >
          Change the data key
        </Button>
        {done === null ? null : <Text role="status">{doneWords(done)}</Text>}
      </Stack>
    </form>
  )
}

function doneWords({ turned, left }: ResultOf<'store.rekey'>): string {
  const rest = left === 0 ? '' : ` Damaged files that were left as they are: ${left}; check the store.`
  return `The store has another data key; files encrypted anew: ${turned}.${rest}`
}
