import { Group, Select, TextInput } from '@mantine/core'
import type { DeviationStatus } from '../../shared/contract/deviation.ts'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import { deviationSteps } from '../../shared/deviation/steps.ts'
import { statusWords } from '../../shared/deviation/deviationWords.ts'
import { natureOptions } from './natures.ts'

/** Which deviations the register shows, and in which order. */
export type RegisterSelection = Omit<ParamsOf<'deviation.list'>, 'engagementId'>

type Sort = NonNullable<RegisterSelection['sort']>

const sorts: { value: Sort; label: string }[] = [
  { value: 'ref', label: 'by number' },
  { value: 'control', label: 'by control' },
  { value: 'item', label: 'by item' },
  { value: 'nature', label: 'by nature' },
  { value: 'status', label: 'by status' },
  { value: 'recordedAt', label: 'by time' },
]

type RegisterFiltersProps = {
  selection: RegisterSelection
  /** The register as it is answered: counts of each step and people to choose from. */
  register: ResultOf<'deviation.list'>
  criteria: readonly string[]
  onChange: (selection: RegisterSelection) => void
}

/** Search, filters and order of the register. */
export function RegisterFilters({ selection, register, criteria, onChange }: RegisterFiltersProps) {
  const { counts, people } = register
  const set = <K extends keyof RegisterSelection>(name: K, value: RegisterSelection[K] | null) => {
    const { [name]: _before, ...others } = selection
    onChange(value === null ? others : { ...others, [name]: value })
  }
  return (
    <Group gap="xs">
      <TextInput
        size="xs"
        w={220}
        aria-label="Search deviations"
        placeholder="Number, control, item or words"
        maxLength={200}
        value={selection.query ?? ''}
        onChange={(event) => set('query', event.currentTarget.value)}
      />
      <Select
        size="xs"
        w={190}
        aria-label="Status"
        placeholder="Any status"
        clearable
        data={deviationSteps.map((step) => ({ value: step, label: `${statusWords[step]} (${counts[step]})` }))}
        value={selection.status ?? null}
        onChange={(value) => set('status', deviationSteps.find((step: DeviationStatus) => step === value) ?? null)}
      />
      <Select
        size="xs"
        w={130}
        aria-label="Nature"
        placeholder="Any nature"
        clearable
        data={[...natureOptions, { value: 'not_judged', label: 'Not judged' }]}
        value={selection.nature ?? null}
        onChange={(value) => set('nature', value as RegisterSelection['nature'])}
      />
      <Select
        size="xs"
        w={130}
        aria-label="Criterion"
        placeholder="Any criterion"
        clearable
        searchable
        data={[...criteria]}
        value={selection.criterionId ?? null}
        onChange={(value) => set('criterionId', value)}
      />
      <Select
        size="xs"
        w={140}
        aria-label="Recorded by"
        placeholder="Anybody"
        clearable
        data={people}
        value={selection.recordedBy ?? null}
        onChange={(value) => set('recordedBy', value)}
      />
      <Select
        size="xs"
        w={120}
        aria-label="Order"
        allowDeselect={false}
        data={sorts}
        value={selection.sort ?? 'ref'}
        onChange={(value) => set('sort', sorts.find((sort) => sort.value === value)?.value ?? 'ref')}
      />
    </Group>
  )
}
