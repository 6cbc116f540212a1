import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Letter } from '../../shared/contract/letter.ts'
import { issuerWords, letterTitles } from '../../shared/letter/letterNames.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { letterChecks, letterParams, type LetterValues, letterValues } from './letterValues.ts'
import { GrowingText } from '../ui/GrowingText.tsx'

type LetterFormProps = { engagementId: string; letter: Letter | null; onClose: () => void }

/** What is known of a letter: its date, its signatures, the days that it speaks of, and its wording. */
export function LetterForm({ engagementId, letter, onClose }: LetterFormProps) {
  const save = useEngineCommand('letter.save', { quiet: true })
  const reportType = useReportType(engagementId)
  const form = useForm<LetterValues>({
    mode: 'controlled',
    initialValues: letterValues(letter, reportType),
    validate: letterChecks,
  })
  const submit = form.onSubmit((values) =>
    save.run(letterParams(engagementId, letter, values)).then(onClose, () => undefined),
  )
  return (
    <Modal opened onClose={onClose} title="Letter" size="lg" closeOnClickOutside={false}>
      <form onSubmit={submit} aria-label="Letter">
        <Stack gap="sm">
          <Group grow align="start">
            <Select
              label="Letter"
              allowDeselect={false}
              disabled={letter !== null}
              data={Object.entries(letterTitles).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('kind')}
            />
            <Select
              label="Issued by"
              allowDeselect={false}
              data={Object.entries(issuerWords).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('issuer')}
            />
          </Group>
          <Group grow align="start">
            <TextInput data-autofocus label="Dated" placeholder="YYYY-MM-DD" {...form.getInputProps('datedOn')} />
            <TextInput label="Signed by" placeholder="names and roles" {...form.getInputProps('signedBy')} />
          </Group>
          <SegmentedControl
            aria-label="What it is about"
            data={[
              { value: 'period', label: 'A period' },
              { value: 'date', label: 'As of a date' },
            ]}
            {...form.getInputProps('scope')}
          />
          {form.values.scope === 'period' ? (
            <Group grow align="start">
              <TextInput label="First day" placeholder="YYYY-MM-DD" {...form.getInputProps('periodStart')} />
              <TextInput label="Last day" placeholder="YYYY-MM-DD" {...form.getInputProps('periodEnd')} />
            </Group>
          ) : (
            <TextInput label="As of" placeholder="YYYY-MM-DD" {...form.getInputProps('asOf')} />
          )}
          {form.values.kind === 'assertion' ? (
            <GrowingText
              label="Its wording, for the report"
              description="Paragraphs apart by an empty line."
              minRows={3}
              maxRows={12}
              {...form.getInputProps('text')}
            />
          ) : null}
          <GrowingText label="Note" maxRows={6} {...form.getInputProps('note')} />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending}>
            Save letter
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
