import { Select } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { extensionKey } from './deviationValues.ts'

type ExtensionFieldProps = {
  /** The sample that the deviation was found in; `null` where it was found without one. */
  sampleId: string | null
  value: string
  onChange: (value: string) => void
}

/** Which extension of the sample was made because of the deviation; shown only where there is one to choose. */
export function ExtensionField({ sampleId, value, onChange }: ExtensionFieldProps) {
  const sample = useEngineQuery('sample.get', { sampleId: sampleId ?? '' }, { enabled: sampleId !== null })
  const extensions = sample.data?.extensions ?? []
  if (sampleId === null || extensions.length === 0) return null
  return (
    <Select
      label="Extension of the sample because of it"
      placeholder="None"
      clearable
      data={extensions.map(({ by, reason }, at) => ({
        value: extensionKey({ sampleId, number: at + 1 }),
        label: `${by} further items: ${reason}`,
      }))}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
