import { Group, Select, TextInput } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { dateProblem } from '../ui/dateProblem.ts'

/** What the list of entries is narrowed to; empty means all. */
export type JournalFilter = { actorId: string; command: string; entity: string; from: string; to: string }

export const noFilter: JournalFilter = { actorId: '', command: '', entity: '', from: '', to: '' }

/** @returns the filter as the engine takes it; a day that is not whole yet narrows nothing */
export function filterParams({ actorId, command, entity, from, to }: JournalFilter) {
  const given = (text: string) => text !== ''
  const isDay = (text: string) => given(text) && dateProblem(text) === null
  return {
    ...(given(actorId) ? { actorId } : {}),
    ...(given(command) ? { command } : {}),
    ...(given(entity) ? { entity } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  }
}

/** Narrows the journal by person, by what was done and to what, and by day. */
export function JournalFilters({
  engagementId,
  filter,
  onChange,
}: {
  engagementId: string
  filter: JournalFilter
  onChange: (filter: JournalFilter) => void
}) {
  const { data } = useEngineQuery('journal.facets', { engagementId })
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      label={label}
      placeholder="YYYY-MM-DD"
      w={130}
      value={filter[name]}
      onChange={({ currentTarget: { value } }) => onChange({ ...filter, [name]: value.trim() })}
    />
  )
  return (
    <Group align="flex-end">
      <Select
        label="Person"
        w={170}
        placeholder="everybody"
        clearable
        data={(data?.people ?? []).map(({ actorId, actor }) => ({ value: actorId, label: actor }))}
        value={filter.actorId || null}
        onChange={(actorId) => onChange({ ...filter, actorId: actorId ?? '' })}
      />
      <Select
        label="What was done"
        placeholder="everything"
        clearable
        searchable
        flex={1}
        data={(data?.commands ?? []).map(({ command, title }) => ({ value: command, label: title }))}
        value={filter.command || null}
        onChange={(command) => onChange({ ...filter, command: command ?? '' })}
      />
      <Select
        label="Of what"
        w={190}
        placeholder="everything"
        clearable
        searchable
        data={(data?.entities ?? []).map((entity) => ({ value: entity, label: fieldWords(entity) }))}
        value={filter.entity || null}
        onChange={(entity) => onChange({ ...filter, entity: entity ?? '' })}
      />
      {day('from', 'From')}
      {day('to', 'To')}
    </Group>
  )
}
