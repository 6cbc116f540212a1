import { Group, Select } from '@mantine/core'
import { riskWords } from '../../../shared/sample/drawWords.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import type { PlanChoice } from './planChoice.ts'

/** The guided plan: how often the control runs and the risk give a size by the firm's policy. */
export function PolicyPlan({
  value,
  onChange,
}: {
  value: PlanChoice
  onChange: (changed: Partial<PlanChoice>) => void
}) {
  const list = useEngineQuery('policy.list', {})
  const inUse = (list.data?.policies ?? [])
    .filter(({ retired }) => retired === null)
    .map(({ name, isDefault, versions }) => {
      const version = versions[0]?.version ?? 1
      return { value: `${name}@${version}`, label: `${name}, version ${version}`, isDefault }
    })
  return (
    <>
      <Group grow align="end">
        <Select
          label="Risk"
          allowDeselect={false}
          data={choicesOf(riskWords)}
          value={value.risk}
          onChange={(risk) => onChange({ risk: risk ?? 'moderate', size: null })}
        />
        <Select
          label="Policy"
          allowDeselect={false}
          data={inUse.map(({ isDefault: _isDefault, ...choice }) => choice)}
          value={value.policy ?? inUse.find(({ isDefault }) => isDefault)?.value ?? null}
          onChange={(policy) => onChange({ policy, size: null })}
        />
      </Group>
      <ErrorNote error={list.error} />
    </>
  )
}
