import { Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'
import type { Tool } from './PageStage.tsx'
import { ChangeFields } from '../../ui/ChangeFields.tsx'

type Shape = EvidenceMark['shape']
type Colour = EvidenceMark['colour']

const shapes: { value: Shape; label: string }[] = [
  { value: 'rectangle', label: 'Rectangle' },
  { value: 'ellipse', label: 'Ellipse' },
  { value: 'arrow', label: 'Arrow' },
  { value: 'tick', label: 'Tick' },
  { value: 'note', label: 'Note' },
]

const colours: { value: Colour; label: string }[] = [
  { value: 'red', label: 'Red' },
  { value: 'blue', label: 'Blue' },
  { value: 'green', label: 'Green' },
  { value: 'orange', label: 'Orange' },
]

/** What the pointer draws on the page. */
export function MarkTools({ tool, onTool }: { tool: Tool | null; onTool: (tool: Tool | null) => void }) {
  const [colour, setColour] = useState<Colour>('red')
  const shape = tool?.kind === 'mark' ? tool.shape : null
  return (
    <ChangeFields>
      <Group gap={4}>
        <Select
          size="xs"
          w={130}
          aria-label="Draw"
          placeholder="Draw a mark"
          clearable
          data={shapes}
          value={shape}
          onChange={(value) => {
            const chosen = shapes.find((each) => each.value === value)
            onTool(chosen === undefined ? null : { kind: 'mark', shape: chosen.value, colour })
          }}
        />
        <Select
          size="xs"
          w={96}
          aria-label="Colour"
          allowDeselect={false}
          data={colours}
          value={colour}
          onChange={(value) => {
            const chosen = colours.find((each) => each.value === value)?.value ?? 'red'
            setColour(chosen)
            if (tool?.kind === 'mark') onTool({ ...tool, colour: chosen })
          }}
        />
        <Button
          size="compact-sm"
          variant={tool?.kind === 'redact' ? 'filled' : 'default'}
          aria-pressed={tool?.kind === 'redact'}
          onClick={() => onTool(tool?.kind === 'redact' ? null : { kind: 'redact' })}
        >
          Black out
        </Button>
      </Group>
    </ChangeFields>
  )
}
