import { Button, Stack, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Population } from '../../shared/contract/population.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { SourceFields, sourceOf, sourceProblems, type SourceValues, sourceValuesOf } from './SourceFields.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

/** Where the list came from: system, report and parameters, who extracted it and when, how that was observed. */
export function SourceForm({ population: { populationId, source } }: { population: Population }) {
  const describe = useEngineCommand('population.describe', { quiet: true })
  const form = useForm<SourceValues>({ initialValues: sourceValuesOf(source), validate: sourceProblems })
  const submit = form.onSubmit(async (values) => {
    await describe.run({ populationId, source: sourceOf(values) }).then(
      () => form.resetDirty(),
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit}>
      <ChangeFields>
        <Stack gap="xs">
          <Title order={2}>Where it came from</Title>
          <SourceFields form={form} />
          <ErrorNote error={describe.error} />
          <Button type="submit" variant="default" loading={describe.pending}>
            Record the source
          </Button>
        </Stack>
      </ChangeFields>
    </form>
  )
}
