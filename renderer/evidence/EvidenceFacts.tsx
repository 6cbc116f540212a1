import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Evidence, EvidenceOrigin } from '../../shared/contract/evidence.ts'
import { originWords } from '../../shared/evidence/evidenceWords.ts'
import { choicesOf } from '../controls/controlWords.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { sizeWords } from './evidenceWords.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

type FactsValues = Record<'name' | 'effectiveOn' | 'capturedOn' | 'receivedOn' | 'receivedFrom' | 'note', string> & {
  origin: EvidenceOrigin | null
}

function valuesOf(evidence: Evidence): FactsValues {
  return {
    name: evidence.name,
    effectiveOn: evidence.effectiveOn ?? '',
    capturedOn: evidence.capturedOn ?? '',
    receivedOn: evidence.receivedOn ?? '',
    receivedFrom: evidence.receivedFrom ?? '',
    note: evidence.note ?? '',
    origin: evidence.origin,
  }
}

const day = (text: string) => (text === '' ? null : dateProblem(text))
const orNull = (text: string) => (text.trim() === '' ? null : text)

/** The dates of a file, where it came from, and what is to be said of it. */
export function EvidenceFacts({ evidence }: { evidence: Evidence }) {
  const describe = useEngineCommand('evidence.describe', { quiet: true })
  const form = useForm<FactsValues>({
    initialValues: valuesOf(evidence),
    validate: {
      name: (name) => (name.trim() === '' ? 'Give it a name.' : null),
      effectiveOn: day,
      capturedOn: day,
      receivedOn: day,
    },
  })
  const submit = form.onSubmit(async ({ name, effectiveOn, capturedOn, receivedOn, receivedFrom, note, origin }) => {
    const said = {
      effectiveOn: orNull(effectiveOn),
      capturedOn: orNull(capturedOn),
      receivedOn: orNull(receivedOn),
      receivedFrom: orNull(receivedFrom),
      note: orNull(note),
    }
    await describe.run({ evidenceId: evidence.evidenceId, name, origin, ...said }).then(
      () => form.resetDirty(),
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit} aria-label="Facts of the file">
      <ChangeFields>
        <Stack gap="xs">
          <SimpleGrid type="container" cols={{ base: 2, '600px': 4 }} spacing="xs" verticalSpacing="xs">
            <TextInput size="xs" label="Name" {...form.getInputProps('name')} />
            <TextInput
              size="xs"
              label="Proves something about"
              placeholder="YYYY-MM-DD"
              {...form.getInputProps('effectiveOn')}
            />
            <TextInput size="xs" label="Made on" placeholder="YYYY-MM-DD" {...form.getInputProps('capturedOn')} />
            <TextInput size="xs" label="Received on" placeholder="YYYY-MM-DD" {...form.getInputProps('receivedOn')} />
            <TextInput size="xs" label="Received from" {...form.getInputProps('receivedFrom')} />
            <Select
              size="xs"
              label="Origin"
              clearable
              data={choicesOf(originWords)}
              {...form.getInputProps('origin')}
            />
            <ProseInput size="xs" label="Note" withLinks maxRows={4} {...form.getInputProps('note')} />
          </SimpleGrid>
          <ErrorNote error={describe.error} />
          <Group justify="space-between" align="flex-end">
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {sizeWords(evidence.size)} · imported {instantWords(evidence.importedAt)} by {evidence.importedBy} ·
              SHA-256 {evidence.sha256}
            </Text>
            <Button type="submit" size="xs" variant="default" loading={describe.pending} disabled={!form.isDirty()}>
              Save the facts
            </Button>
          </Group>
        </Stack>
      </ChangeFields>
    </form>
  )
}
