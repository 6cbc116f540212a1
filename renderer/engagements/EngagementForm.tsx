import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import type { Engagement } from '../../shared/contract/engagement.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { categoryWords } from './engagementWords.ts'
import { useEngagementForm } from './useEngagementForm.ts'

type EngagementFormProps = {
  /** The engagement to change; without it a new one is created. */
  engagement?: Engagement
  opened: boolean
  onClose: () => void
}

/** Client, type, dates and categories of an engagement. */
export function EngagementForm({ engagement, opened, onClose }: EngagementFormProps) {
  const { form, submit, pending, error } = useEngagementForm(engagement, onClose)
  const isNew = engagement === undefined
  return (
    <Modal opened={opened} onClose={onClose} title={isNew ? 'New engagement' : 'Change the engagement'} size="lg">
      <form onSubmit={submit}>
        <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <TextInput label="Client" data-autofocus {...form.getInputProps('client')} />
          <TextInput
            label="System"
            description="As the report names it; may stay empty"
            {...form.getInputProps('system')}
          />
          {isNew ? (
            <SegmentedControl
              aria-label="Type of the report"
              data={[
                { value: 'type2', label: 'Type 2 (period)' },
                { value: 'type1', label: 'Type 1 (as of a date)' },
              ]}
              {...form.getInputProps('reportType')}
            />
          ) : null}
          {form.values.reportType === 'type2' ? (
            <Group grow align="start">
              <TextInput label="Period from" placeholder="2025-10-01" {...form.getInputProps('start')} />
              <TextInput label="Period to" placeholder="2026-09-30" {...form.getInputProps('end')} />
            </Group>
          ) : (
            <TextInput label="As of" placeholder="2026-09-30" {...form.getInputProps('asOf')} />
          )}
          <Checkbox.Group label="Categories" {...form.getInputProps('categories')}>
            <Group mt="xs">
              {Object.entries(categoryWords).map(([value, label]) => (
                <Checkbox key={value} value={value} label={label} disabled={value === 'security'} />
              ))}
            </Group>
          </Checkbox.Group>
          <ErrorNote error={error} />
          <Button type="submit" loading={pending}>
            {isNew ? 'Create' : 'Save'}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
