import { Alert, Text } from '@mantine/core'
import { OpenBundle } from './OpenBundle.tsx'
import { useHandedBundle } from './useHandedBundle.ts'

/** Shows a bundle that was opened from outside, as one chosen in the window: it is verified and looked at, never taken by itself. */
export function HandedBundle() {
  const { handed, putAway } = useHandedBundle()
  return handed === null ? null : <OpenBundle key={handed.token} first={handed} onClose={putAway} />
}

/** Says where no store is open that a bundle waits, and what it waits for. */
export function WaitingBundle() {
  const { handed, putAway } = useHandedBundle()
  if (handed === null) return null
  return (
    <Alert
      title={`${handed.name} waits`}
      withCloseButton
      closeButtonLabel="Put the bundle away"
      onClose={putAway}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Text size="sm">
        Open a store, or create one, to verify the bundle and look at it. Nothing of it was read yet.
      </Text>
    </Alert>
  )
}
