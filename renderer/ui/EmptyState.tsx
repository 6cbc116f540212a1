import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** What an empty list is for, and the next step. */
export function EmptyState({ title, text, action }: { title: string; text: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" p="xl">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text ta="center" maw={640}>
        {text}
      </Text>
      {action}
    </Stack>
  )
}
