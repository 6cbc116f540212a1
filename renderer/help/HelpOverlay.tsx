import { Modal, Stack, Text } from '@mantine/core'
import { KeyTables } from './KeyTables.tsx'
import { helpAt } from './screenHelp.ts'
import { Terms } from './Terms.tsx'

type HelpOverlayProps = { pathname: string; onClose: () => void }

/** Help for the screen behind it: what it is for, its keys, and the terms of the field that it uses. */
export function HelpOverlay({ pathname, onClose }: HelpOverlayProps) {
  return (
    <Modal opened onClose={onClose} title="Help and keys" size="60rem">
      <Stack gap="md">
        <Text>{helpAt(pathname)}</Text>
        <KeyTables onSheet={pathname.includes('/sheets/')} />
        <Terms pathname={pathname} />
      </Stack>
    </Modal>
  )
}
