import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import { links } from '../app/links.ts'
import type { Category, ReportType } from '../../shared/contract/engagement.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { categoryWords } from './engagementWords.ts'

type NewEngagementForm = {
  client: string
  system: string
  reportType: ReportType
  start: string
  end: string
  asOf: string
  categories: Category[]
}

/** Client, type, dates and categories of a new engagement. */
export function NewEngagement({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const create = useEngineCommand('engagement.create', { quiet: true })
  const form = useForm<NewEngagementForm>({
    initialValues: {
      client: '',
      system: '',
      reportType: 'type2',
      start: '',
      end: '',
      asOf: '',
      categories: ['security'],
    },
    validate: { client: (value) => (value.trim() === '' ? 'Name the client.' : null) },
  })
  const isType2 = form.values.reportType === 'type2'

  const submit = form.onSubmit(async ({ client, system, reportType, start, end, asOf, categories }) => {
    const dates = reportType === 'type2' ? { period: { start, end } } : { asOf }
    const named = system.trim() === '' ? {} : { system }
    await create.run({ client, ...named, reportType, categories, ...dates }).then(
      ({ engagementId }) => {
        onClose()
        window.location.hash = links.dashboard(engagementId)
      },
      () => undefined,
    )
  })
  return (
    <Modal opened={opened} onClose={onClose} title="New engagement" size="lg">
      <form onSubmit={submit}>
        <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <TextInput label="Client" data-autofocus {...form.getInputProps('client')} />
          <TextInput
            label="System"
            description="As the report names it; may stay empty"
            {...form.getInputProps('system')}
          />
          <SegmentedControl
            aria-label="Type of the report"
            data={[
              { value: 'type2', label: 'Type 2 (period)' },
              { value: 'type1', label: 'Type 1 (as of a date)' },
            ]}
            {...form.getInputProps('reportType')}
          />
          {isType2 ? (
            <Group grow>
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
          <ErrorNote error={create.error} />
          <Button type="submit" loading={create.pending}>
            Create
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
