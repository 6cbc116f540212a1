import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** One step of a draw; all stand on one page, so that each can be seen while another is changed. */
export function DrawStep({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={3} size="h4">{`${number} ${title}`}</Title>
      {children}
    </Stack>
  )
}
