import { Button, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MappingTemplate } from '../../../shared/contract/populationImport.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import type { Mapping, Preview } from './listSource.ts'

/** The mappings that are kept for this client: taken where they fit, saved by name, removed. */
export function Templates({
  engagementId,
  seen,
  mapping,
  onTake,
}: {
  engagementId: string
  seen: Preview
  mapping: Mapping | null
  onTake: (template: MappingTemplate) => void
}) {
  const { header, sheet } = seen
  const list = useEngineQuery('mapping.list', { engagementId, header })
  const save = useEngineCommand('mapping.save', { quiet: true })
  const remove = useEngineCommand('mapping.remove')
  const [name, setName] = useState('')
  const [taken, setTaken] = useState<string | null>(null)
  const fitting = (list.data?.templates ?? []).filter(({ fits }) => fits)
  const take = (templateId: string | null) => {
    setTaken(templateId)
    const template = fitting.find((one) => one.templateId === templateId)
    if (template !== undefined) onTake(template)
  }
  const keep = () => {
    if (mapping === null) return
    void save.run({ engagementId, name, header, ...mapping, ...(sheet === null ? {} : { sheet }) }).then(
      () => setName(''),
      () => undefined,
    )
  }
  return (
    <>
      <Group align="end">
        {fitting.length === 0 ? null : (
          <>
            <Select
              label="Template of this client"
              w={240}
              data={fitting.map((one) => ({ value: one.templateId, label: one.name }))}
              value={taken}
              onChange={take}
            />
            {taken === null ? null : (
              <Button
                variant="default"
                onClick={() =>
                  void remove.run({ templateId: taken }).then(
                    () => setTaken(null),
                    () => undefined,
                  )
                }
              >
                Remove the template
              </Button>
            )}
          </>
        )}
        <TextInput
          label="Keep this mapping as"
          placeholder="Ticket export"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={mapping === null || name.trim() === ''}
          loading={save.pending}
          onClick={keep}
        >
          Save as a template
        </Button>
      </Group>
      <ErrorNote error={save.error} />
    </>
  )
}
