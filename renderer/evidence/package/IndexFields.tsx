import { Group, Select, Text } from '@mantine/core'
import type { IndexColumns, PackageFinding } from '../../../shared/contract/package.ts'

type IndexFieldsProps = {
  found: PackageFinding
  disabled: boolean
  onChange: (reading: { index?: string; columns?: IndexColumns }) => void
}

const further = [
  ['request', 'Request or control'],
  ['sha256', 'SHA-256'],
] as const

/** Which file is the index, and which of its columns says what. */
export function IndexFields({ found: { indexes, index }, disabled, onChange }: IndexFieldsProps) {
  if (indexes.length === 0)
    return (
      <Text size="sm">The package has no index: nothing can be told to be missing, and no file goes to a request.</Text>
    )
  const header = index?.header.filter((name) => name !== '') ?? []
  const columns = index?.columns ?? null
  const choose = (changed: Partial<IndexColumns>) => {
    const file = changed.file ?? columns?.file
    if (index === null || file === undefined) return
    onChange({ index: index.path, columns: { request: null, sha256: null, ...columns, ...changed, file } })
  }
  return (
    <Group align="end">
      <Select
        label="Index"
        w={260}
        allowDeselect={false}
        disabled={disabled}
        data={indexes}
        value={index?.path ?? null}
        onChange={(path) => (path === null ? undefined : onChange({ index: path }))}
      />
      <Select
        label="File"
        w={190}
        allowDeselect={false}
        disabled={disabled}
        data={header}
        value={columns?.file ?? null}
        error={columns === null ? 'Which column names the file?' : null}
        onChange={(file) => (file === null ? undefined : choose({ file }))}
      />
      {further.map(([key, label]) => (
        <Select
          key={key}
          label={label}
          w={190}
          clearable
          disabled={disabled || columns === null}
          data={header}
          value={columns?.[key] ?? null}
          onChange={(column) => choose({ [key]: column })}
        />
      ))}
    </Group>
  )
}
