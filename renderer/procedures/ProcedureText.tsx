import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import {
  fillPlaceholders,
  placeholders,
  type Placeholder,
  type PlaceholderValues,
} from '../../shared/procedure/placeholders.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type ProcedureTextProps = {
  value: string
  onChange: (value: string) => void
  error: ReactNode
  /** What the placeholders stand for; `null` in the library, where nothing is known. */
  values: PlaceholderValues | null
}

const names = Object.keys(placeholders) as Placeholder[]

/** The text of a procedure, with placeholders to choose from, and how it reads. */
export function ProcedureText({ value, onChange, error, values }: ProcedureTextProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { filled } = values === null ? { filled: value } : fillPlaceholders(value, values)
  const insert = (name: Placeholder) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {}
    onChange(`${value.slice(0, selectionStart)}{${name}}${value.slice(selectionEnd)}`)
  }
  return (
    <Stack gap={4}>
      <ProseInput
        ref={field}
        label="Procedure"
        minRows={2}
        maxRows={10}
        data-autofocus
        value={value}
        error={error}
        onChange={onChange}
      />
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="xs" role="status" aria-label="How the procedure reads">
          {filled === value ? '' : `Reads: ${filled}`}
        </Text>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="compact-xs" variant="default" style={{ flexShrink: 0 }}>
              Insert a placeholder
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {names.map((name) => (
              <Menu.Item key={name} onClick={() => insert(name)}>
                <Text size="sm">{`{${name}}`}</Text>
                <Text size="xs">{values?.[name] ?? placeholders[name]}</Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Stack>
  )
}
