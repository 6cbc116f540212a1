import { Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { instantWords } from '../ui/dates.ts'
import { ReportTemplates } from './ReportTemplates.tsx'

type Settings = ParamsOf<'report.saveSettings'>['settings']

/** What the firm chose for all its reports, version by version, and its templates. */
export function FirmChoices() {
  const known = useEngineQuery('report.settings', {})
  if (known.data === undefined) return known.isPending ? <Loading /> : <ErrorNote error={known.error} />
  const { settings, versions } = known.data
  return (
    <Stack gap="lg" maw={760}>
      <ChoicesForm key={versions.length} settings={settings} />
      {versions.length === 0 ? null : (
        <Table fz="sm" aria-label="Versions of the choices">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Version</Table.Th>
              <Table.Th scope="col">Saved</Table.Th>
              <Table.Th scope="col">Firm</Table.Th>
              <Table.Th scope="col">Word</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map((each) => (
              <Table.Tr key={each.version}>
                <Table.Th scope="row">{each.version}</Table.Th>
                <Table.Td>
                  {each.savedBy}, {instantWords(each.savedAt)}
                </Table.Td>
                <Table.Td>{each.settings.firmName}</Table.Td>
                <Table.Td>{each.settings.deviationWord}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <ReportTemplates />
    </Stack>
  )
}

/** The two orders that firms use; others are possible without the window. */
const orders: Record<string, Settings['sectionOrder']> = {
  auditor: ['auditorsReport', 'assertion', 'description', 'tests', 'other'],
  assertion: ['assertion', 'auditorsReport', 'description', 'tests', 'other'],
}

function ChoicesForm({ settings }: { settings: Settings }) {
  const save = useEngineCommand('report.saveSettings', { quiet: true })
  const form = useForm({ mode: 'controlled', initialValues: settings })
  const submit = form.onSubmit((values) => save.run({ settings: values }).then(undefined, () => undefined))
  const order = Object.keys(orders).find((name) => orders[name]?.join() === form.values.sectionOrder.join()) ?? null
  return (
    <form onSubmit={submit} aria-label="Choices for reports">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Choices for all reports
        </Title>
        <Group grow align="start">
          <TextInput label="Firm" {...form.getInputProps('firmName')} />
          <TextInput label="Place" placeholder="such as Boston, Massachusetts" {...form.getInputProps('firmPlace')} />
        </Group>
        <TextInput
          label="Author in the properties of files"
          description="Without one, the firm. No user of this computer is ever named."
          {...form.getInputProps('author')}
        />
        <Group grow align="start">
          <Select
            label="Section I is"
            allowDeselect={false}
            data={[
              { value: 'auditor', label: "the auditor's report" },
              { value: 'assertion', label: "management's assertion" },
            ]}
            value={order}
            onChange={(name) => form.setFieldValue('sectionOrder', orders[name ?? ''] ?? form.values.sectionOrder)}
          />
          <Select
            label="Word for a deviation"
            allowDeselect={false}
            data={['deviation', 'exception']}
            {...form.getInputProps('deviationWord')}
          />
          <Select
            label="Sample sizes"
            allowDeselect={false}
            data={[
              { value: 'with_deviations', label: 'with deviations only' },
              { value: 'always', label: 'always' },
            ]}
            {...form.getInputProps('sampleSizes')}
          />
        </Group>
        <Select
          label="Wording of the auditor's report"
          description="The wording that ships is a sample, and every report says so until the firm adopts it."
          allowDeselect={false}
          data={[
            { value: 'sample', label: 'a sample, marked as one' },
            { value: 'adopted', label: 'adopted by the firm' },
          ]}
          {...form.getInputProps('auditorsWording')}
        />
        <ErrorNote error={save.error} />
        <Group>
          <Button type="submit" loading={save.pending}>
            Save choices
          </Button>
          {save.pending || form.isDirty() ? null : <Text size="sm">Saved.</Text>}
        </Group>
      </Stack>
    </form>
  )
}
