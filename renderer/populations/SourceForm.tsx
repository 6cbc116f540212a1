import { Button, NumberInput, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Population } from '../../shared/contract/population.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type SourceValues = Record<'system' | 'report' | 'parameters' | 'extractedBy' | 'extractedOn' | 'observed', string> & {
  controlTotal: number | ''
}

/** Where the list came from: system, report and parameters, who extracted it and when, how that was observed. */
export function SourceForm({ population: { populationId, source } }: { population: Population }) {
  const describe = useEngineCommand('population.describe', { quiet: true })
  const form = useForm<SourceValues>({
    initialValues: {
      system: source.system ?? '',
      report: source.report ?? '',
      parameters: source.parameters ?? '',
      extractedBy: source.extractedBy ?? '',
      extractedOn: source.extractedOn ?? '',
      observed: source.observed ?? '',
      controlTotal: source.controlTotal ?? '',
    },
  })
  const submit = form.onSubmit(async (values) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    await describe.run({ populationId, source: given }).then(
      () => form.resetDirty(),
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Title order={2}>Where it came from</Title>
        <TextInput label="Source system" {...form.getInputProps('system')} />
        <TextInput label="Report or query" {...form.getInputProps('report')} />
        <TextInput label="Parameters" {...form.getInputProps('parameters')} />
        <TextInput label="Extracted by" {...form.getInputProps('extractedBy')} />
        <TextInput label="Extracted on" placeholder="2026-10-12" {...form.getInputProps('extractedOn')} />
        <Textarea label="How it was observed" autosize {...form.getInputProps('observed')} />
        <NumberInput
          label="Row count that the source showed"
          min={0}
          allowDecimal={false}
          {...form.getInputProps('controlTotal')}
        />
        <ErrorNote error={describe.error} />
        <Button type="submit" variant="default" loading={describe.pending}>
          Record the source
        </Button>
      </Stack>
    </form>
  )
}
