import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SubserviceReport } from '../../shared/contract/subservice.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { reportParams, reportProblems, type ReportValues, reportValues } from './reportValues.ts'
import { ProseInput } from '../records/ProseInput.tsx'

type ReportFormProps = { organisationId: string; report: SubserviceReport | null; onClose: () => void }

const opinions = ['unqualified', 'qualified', 'adverse', 'disclaimer']

/** What the organisation's own auditor reported, and how it was considered. */
export function ReportForm({ organisationId, report, onClose }: ReportFormProps) {
  const save = useEngineCommand('subservice.saveReport', { quiet: true })
  const form = useForm<ReportValues>({
    mode: 'controlled',
    initialValues: reportValues(report),
    validate: reportProblems,
  })
  const submit = form.onSubmit((values) =>
    save.run(reportParams(organisationId, report, values)).then(onClose, () => undefined),
  )
  return (
    <Modal opened onClose={onClose} title="Report of its auditor" size="lg" closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Report of its auditor">
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput data-autofocus label="Report" {...form.getInputProps('title')} />
            <TextInput label="Auditor" {...form.getInputProps('auditor')} />
          </Group>
          <SegmentedControl
            aria-label="What it covers"
            data={[
              { value: 'period', label: 'A period' },
              { value: 'date', label: 'As of a date' },
            ]}
            {...form.getInputProps('scope')}
          />
          {form.values.scope === 'period' ? (
            <Group grow align="flex-start">
              <TextInput label="First day" placeholder="YYYY-MM-DD" {...form.getInputProps('periodStart')} />
              <TextInput label="Last day" placeholder="YYYY-MM-DD" {...form.getInputProps('periodEnd')} />
            </Group>
          ) : (
            <TextInput label="As of" placeholder="YYYY-MM-DD" {...form.getInputProps('asOf')} />
          )}
          <Group grow align="flex-start">
            <Select label="Opinion" allowDeselect={false} data={opinions} {...form.getInputProps('opinion')} />
            <TextInput
              label="Bridge letter until"
              placeholder="YYYY-MM-DD, if there is one"
              {...form.getInputProps('bridgeUntil')}
            />
          </Group>
          <ProseInput label="Exceptions in its tests" maxRows={8} {...form.getInputProps('exceptions')} />
          <ProseInput
            label="Its CUECs, and how they were considered"
            maxRows={8}
            {...form.getInputProps('cuecsConsidered')}
          />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save report
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
