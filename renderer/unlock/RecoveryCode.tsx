import { Alert, Button, Checkbox, Code, Stack } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** The recovery code, shown this once. */
export function RecoveryCode({
  code,
  pending,
  error,
  onDone,
}: {
  code: string
  pending: boolean
  error: Error | null
  onDone: () => void
}) {
  const [kept, setKept] = useState(false)
  return (
    <Stack>
      <Alert title="Write down the recovery code">
        It opens the store if the passphrase is forgotten. It is shown only now and kept nowhere. Keep it on paper, away
        from this computer.
      </Alert>
      <Code block fz="lg" aria-label="Recovery code">
        {code}
      </Code>
      <Checkbox
        label="I have written it down"
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <ErrorNote error={error} />
      <Button disabled={!kept} loading={pending} onClick={onDone}>
        Open the store
      </Button>
    </Stack>
  )
}
