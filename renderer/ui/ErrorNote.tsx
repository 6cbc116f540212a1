import { Alert } from '@mantine/core'
import { EngineError } from '../engine/client.ts'

/** An error beside its cause: the sentence, and its code. */
export function ErrorNote({ error }: { error: Error | null }) {
  if (error === null) return null
  return (
    <Alert role="alert" color="red" title={error instanceof EngineError ? error.code : error.name}>
      {error.message}
    </Alert>
  )
}
