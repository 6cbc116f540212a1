import { Alert, Button, Divider, Group, Modal, MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { IsoEdition, IsoOutcome, IsoRequirement } from '../../shared/contract/iso.ts'
import { implementedWords, isoOutcomeWords } from '../../shared/iso/words.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

type RequirementFormProps = {
  engagementId: string
  edition: IsoEdition
  requirement: IsoRequirement
  onClose: () => void
}

/** One requirement: which controls answer it, whether it applies, and what it came to. */
export function RequirementForm({ engagementId, edition, requirement, onClose }: RequirementFormProps) {
  const { requirementId, title, kind, wording, warnings, controls } = requirement
  const map = useEngineCommand('iso.map')
  const all = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const mapped = controls.map(({ controlId }) => controlId)
  const change = (chosen: readonly string[]) => {
    const mappings = [
      ...chosen.filter((id) => !mapped.includes(id)).map((controlId) => ({ controlId, requirementId, mapped: true })),
      ...mapped.filter((id) => !chosen.includes(id)).map((controlId) => ({ controlId, requirementId, mapped: false })),
    ]
    if (mappings.length > 0) void map.run({ engagementId, edition, mappings }).catch(() => undefined)
  }
  return (
    <Modal opened size="lg" onClose={onClose} title={`${requirementId} ${title}`} closeOnClickOutside={false}>
      <Stack gap="sm">
        {wording === null ? null : (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {wording}
          </Text>
        )}
        {warnings.map((warning) => (
          <Alert key={warning} color="yellow" p="xs">
            {warning}
          </Alert>
        ))}
        <ChangeFields>
          <MultiSelect
            label="Controls that answer it"
            searchable
            data={all.map(({ controlId, ref, title: name }) => ({ value: controlId, label: `${ref} ${name}` }))}
            value={mapped}
            onChange={change}
          />
          {kind === 'control' ? (
            <Applicability engagementId={engagementId} edition={edition} requirement={requirement} />
          ) : null}
          <Divider />
          <IsoConclusion engagementId={engagementId} edition={edition} requirement={requirement} />
        </ChangeFields>
      </Stack>
    </Modal>
  )
}

type PartProps = Omit<RequirementFormProps, 'onClose'>

function Applicability({ engagementId, edition, requirement }: PartProps) {
  const { requirementId, applicability } = requirement
  const save = useEngineCommand('iso.saveApplicability', { quiet: true })
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      applies: applicability?.applicable === false ? 'no' : 'yes',
      implemented: applicability?.implemented ?? 'yes',
      justification: applicability?.justification ?? '',
    },
    validate: { justification: (text) => (text.trim() === '' ? 'Say why.' : null) },
  })
  const submit = form.onSubmit(({ applies, implemented, justification }) =>
    save.run({ engagementId, edition, requirementId, applicable: applies === 'yes', implemented, justification }).then(
      () => form.resetDirty(),
      () => undefined,
    ),
  )
  return (
    <form onSubmit={submit} aria-label="Statement of applicability">
      <Stack gap="xs">
        <Group grow>
          <Select
            label="Applies"
            allowDeselect={false}
            data={[
              { value: 'yes', label: 'Applies' },
              { value: 'no', label: 'Does not apply' },
            ]}
            {...form.getInputProps('applies')}
          />
          <Select
            label="Implemented"
            allowDeselect={false}
            data={(['yes', 'partly', 'no'] as const).map((value) => ({ value, label: implementedWords[value] }))}
            {...form.getInputProps('implemented')}
          />
        </Group>
        <GrowingText label="Justification" minRows={1} maxRows={6} {...form.getInputProps('justification')} />
        <ErrorNote error={save.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={save.pending}>
            Record the line
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const outcomes = Object.keys(isoOutcomeWords) as IsoOutcome[]

function IsoConclusion({ engagementId, edition, requirement }: PartProps) {
  const { requirementId, conclusion } = requirement
  const save = useEngineCommand('iso.conclude', { quiet: true })
  const remove = useEngineCommand('iso.removeConclusion', { quiet: true })
  const [isTakingBack, setTakingBack] = useState(false)
  const form = useForm<{ outcome: IsoOutcome | null; reasoning: string }>({
    mode: 'controlled',
    initialValues: { outcome: conclusion?.outcome ?? null, reasoning: conclusion?.reasoning ?? '' },
    validate: {
      outcome: (outcome) => (outcome === null ? 'Choose what you conclude.' : null),
      reasoning: (text) => (text.trim() === '' ? 'Say what the conclusion rests on.' : null),
    },
  })
  const submit = form.onSubmit(({ outcome, reasoning }) =>
    outcome === null
      ? undefined
      : save.run({ engagementId, edition, requirementId, outcome, reasoning }).then(
          () => form.resetDirty(),
          () => undefined,
        ),
  )
  const takeBack = (reason: string) =>
    remove.run({ engagementId, edition, requirementId, reason }).then(
      () => {
        setTakingBack(false)
        form.setValues({ outcome: null, reasoning: '' })
        form.resetDirty({ outcome: null, reasoning: '' })
      },
      () => undefined,
    )
  return (
    <>
      <form onSubmit={submit} aria-label={`Conclusion on ${requirementId}`}>
        <Stack gap="xs">
          <Select
            label="Conclusion"
            placeholder="Not concluded yet"
            allowDeselect={false}
            data={outcomes.map((value) => ({ value, label: isoOutcomeWords[value] }))}
            {...form.getInputProps('outcome')}
          />
          <GrowingText label="Reasoning" minRows={2} maxRows={8} {...form.getInputProps('reasoning')} />
          <ErrorNote error={save.error} />
          <Group justify="space-between">
            <Text size="xs">
              {conclusion === null ? '' : `Concluded by ${conclusion.by}, ${instantWords(conclusion.at)}`}
            </Text>
            <Group gap="xs">
              {conclusion === null ? null : (
                <ChangeButton variant="default" onClick={() => setTakingBack(true)}>
                  Take back…
                </ChangeButton>
              )}
              <Button type="submit" loading={save.pending}>
                {conclusion === null ? 'Conclude' : 'Change the conclusion'}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
      {/* Beside the form: what is submitted in it would submit the conclusion as well. */}
      {isTakingBack ? (
        <ReasonForm
          title={`Take back the conclusion on ${requirementId}`}
          label="Why it is taken back"
          error={remove.error}
          pending={remove.pending}
          onSubmit={(reason) => void takeBack(reason)}
          onClose={() => setTakingBack(false)}
        />
      ) : null}
    </>
  )
}
