import { MultiSelect, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import type { BundlePart } from '../../../shared/contract/bundle.ts'
import { useEngineQuery } from '../../engine/hooks.ts'

/** What of an engagement is handed over, while it is chosen. */
export type PartChoice = { kind: 'whole' | BundlePart['kind']; section: string | null; controlIds: string[] }

export const wholeEngagement: PartChoice = { kind: 'whole', section: null, controlIds: [] }

const kinds = [
  { value: 'whole', label: 'The whole engagement' },
  { value: 'section', label: 'A section' },
  { value: 'control', label: 'Controls' },
  { value: 'requests', label: 'Requests for the client' },
] as const satisfies readonly { value: PartChoice['kind']; label: string }[]

/** @returns the part as the engine takes it, `undefined` for all of it, `null` while something has to be chosen */
export function partParams({ kind, section, controlIds }: PartChoice): BundlePart | undefined | null {
  switch (kind) {
    case 'whole':
      return undefined
    case 'section':
      return section === null ? null : { kind, section }
    case 'control':
      return controlIds.length === 0 ? null : { kind, controlIds }
    case 'requests':
      return { kind }
  }
}

/** Asks what is handed over: all of it, or a part for reading. */
export function PartFields({
  engagementId,
  choice,
  onChange,
}: {
  engagementId: string
  choice: PartChoice
  onChange: (choice: PartChoice) => void
}) {
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const sections = [...new Set(controls.flatMap(({ criteria }) => criteria.map((id) => id.split('.')[0] ?? id)))]
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="What is handed over"
        data={[...kinds]}
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind: kinds.find(({ value }) => value === kind)?.value ?? 'whole' })}
      />
      {choice.kind === 'section' ? (
        <Select
          label="Section of the criteria"
          maw={320}
          data={sections.toSorted()}
          value={choice.section}
          onChange={(section) => onChange({ ...choice, section })}
        />
      ) : null}
      {choice.kind === 'control' ? (
        <MultiSelect
          label="Controls"
          searchable
          maxDropdownHeight={260}
          data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
          value={choice.controlIds}
          onChange={(controlIds) => onChange({ ...choice, controlIds })}
        />
      ) : null}
      <Text size="sm">
        {choice.kind === 'whole'
          ? 'With its journal: whoever receives it can verify and merge it.'
          : 'A part has no journal: it is for reading, and nobody can merge it.'}
      </Text>
    </Stack>
  )
}
