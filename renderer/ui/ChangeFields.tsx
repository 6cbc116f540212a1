import { Fieldset } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReadOnlyReason } from './readOnly.ts'

/** Fields that change the file as they stand on a screen, not in a dialog: off, with the reason, where the file is read-only. */
export function ChangeFields({ children }: { children: ReactNode }) {
  const reason = useReadOnlyReason()
  if (reason === null) return children
  return (
    <Fieldset variant="unstyled" miw={0} disabled title={reason}>
      {children}
    </Fieldset>
  )
}
