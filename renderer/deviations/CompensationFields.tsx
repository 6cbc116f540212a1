import { ActionIcon, Button, Fieldset, Group, Input, Select, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Deviation } from '../../shared/contract/deviation.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { outcomeWords } from '../../shared/opinion/conclusionWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type Compensation = { controlId: string; testedHow: string }

type CompensationFieldsProps = {
  engagementId: string
  /** The control that deviated, which cannot cover for itself. */
  controlId: string
  deviation: Deviation | null
  values: readonly Compensation[]
  error: ReactNode
  onChange: (values: Compensation[]) => void
}

/** Controls that cover for a deviation: each says how it was tested, and shows what is known of its own tests. */
export function CompensationFields(props: CompensationFieldsProps) {
  const { engagementId, controlId, deviation, values, error, onChange } = props
  const list = useEngineQuery('control.list', { engagementId, limit: 1000 })
  const others = (list.data?.controls ?? []).filter((control) => control.controlId !== controlId)
  const change = (place: number, changed: Partial<Compensation>) =>
    onChange(values.map((value, at) => (at === place ? { ...value, ...changed } : value)))
  return (
    <Fieldset legend="Compensating controls" p="xs">
      <Stack gap="xs">
        {values.map((value, place) => (
          <Stack key={value.controlId || `new ${place}`} gap={4}>
            <Group gap="xs" wrap="nowrap">
              <Select
                flex={1}
                size="xs"
                aria-label={`Compensating control ${place + 1}`}
                placeholder="Choose a control"
                searchable
                data={others.map((control) => ({ value: control.controlId, label: `${control.ref} ${control.title}` }))}
                value={value.controlId === '' ? null : value.controlId}
                onChange={(chosen) => change(place, { controlId: chosen ?? '' })}
              />
              <ActionIcon
                variant="default"
                aria-label={`Remove compensating control ${place + 1}`}
                onClick={() => onChange(values.filter((_value, at) => at !== place))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
            <ProseInput
              withLinks
              size="xs"
              maxRows={4}
              aria-label={`How compensating control ${place + 1} was tested`}
              placeholder="How it was tested"
              value={value.testedHow}
              onChange={(testedHow) => change(place, { testedHow })}
            />
            <OwnTests engagementId={engagementId} deviation={deviation} controlId={value.controlId} />
          </Stack>
        ))}
        {error ? <Input.Error>{error}</Input.Error> : null}
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => onChange([...values, { controlId: '', testedHow: '' }])}
        >
          Add a compensating control
        </Button>
      </Stack>
    </Fieldset>
  )
}

type OwnTestsProps = { engagementId: string; deviation: Deviation | null; controlId: string }

/** What the paper knows of the tests of a control that covers for it. */
function OwnTests({ engagementId, deviation, controlId }: OwnTestsProps) {
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const known = deviation?.compensations.find((compensation) => compensation.controlId === controlId)
  if (known === undefined) return null
  const { proceduresPerformed, operation } = known
  return (
    <Text size="xs">
      {proceduresPerformed === 0
        ? `✗ Its ${isOverPeriod ? 'operation' : 'design'} is not tested yet`
        : `✓ ${proceduresPerformed} ${proceduresPerformed === 1 ? 'procedure' : 'procedures'} performed`}
      {isOverPeriod ? ` · ${outcomeWords('control', 'operation', operation)}` : null}
    </Text>
  )
}
