import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import { useReadOnlyReason } from './readOnly.ts'

/** A button that changes the file or opens the form for it: off, with the reason, where the file is read-only. */
export function ChangeButton(props: ButtonProps & ComponentPropsWithRef<'button'>) {
  const reason = useReadOnlyReason()
  return reason === null ? <Button {...props} /> : <Button {...props} disabled title={reason} />
}
