import { NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { Population } from '../../shared/contract/population.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { GrowingText } from '../ui/GrowingText.tsx'

/** Where a list came from, as it is typed; empty where nothing is said. */
export type SourceValues = Record<
  'system' | 'report' | 'parameters' | 'extractedBy' | 'extractedOn' | 'observed',
  string
> & { controlTotal: number | '' }

export function sourceValuesOf(source: Population['source']): SourceValues {
  return {
    system: source.system ?? '',
    report: source.report ?? '',
    parameters: source.parameters ?? '',
    extractedBy: source.extractedBy ?? '',
    extractedOn: source.extractedOn ?? '',
    observed: source.observed ?? '',
    controlTotal: source.controlTotal ?? '',
  }
}

export const sourceProblems = {
  extractedOn: (day: string) => (day === '' ? null : dateProblem(day)),
}

/** @returns what was said, as the engine takes it */
export function sourceOf(values: SourceValues): NonNullable<ParamsOf<'population.import'>['source']> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** System, report and parameters, who extracted the list and when, how that was observed, and the count of the source. */
export function SourceFields({ form }: { form: UseFormReturnType<SourceValues> }) {
  return (
    <Stack gap="xs">
      <SimpleGrid type="container" cols={{ base: 2, '600px': 3 }} spacing="xs" verticalSpacing="xs">
        <TextInput label="Source system" {...form.getInputProps('system')} />
        <TextInput label="Report or query" {...form.getInputProps('report')} />
        <TextInput label="Parameters" {...form.getInputProps('parameters')} />
        <TextInput label="Extracted by" {...form.getInputProps('extractedBy')} />
        <TextInput label="Extracted on" placeholder="2026-10-12" {...form.getInputProps('extractedOn')} />
        <NumberInput label="Rows in the source" min={0} allowDecimal={false} {...form.getInputProps('controlTotal')} />
      </SimpleGrid>
      <GrowingText label="How it was observed" {...form.getInputProps('observed')} />
    </Stack>
  )
}
