import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A screen: its heading, what can be done on it, its content. */
export function Screen({
  title,
  subtitle,
  actions,
  children,
}: {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack p="md" gap="md">
      <Group justify="space-between">
        <div>
          <Title order={1}>{title}</Title>
          {subtitle === undefined ? null : <Text c="dimmed">{subtitle}</Text>}
        </div>
        <Group>{actions}</Group>
      </Group>
      {children}
    </Stack>
  )
}
