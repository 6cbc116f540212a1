import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type PhaseName, phaseNames, phaseWords } from '../../shared/dashboard/phases.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeFields } from '../ui/ChangeFields.tsx'
import { dateProblem } from '../ui/dateProblem.ts'
import { today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Records what whoever is signed in worked on a day. */
export function TimeForm({ engagementId }: { engagementId: string }) {
  const record = useEngineCommand('hours.record', { quiet: true })
  const [phase, setPhase] = useState<PhaseName>('fieldwork')
  const [day, setDay] = useState(today())
  const [hours, setHours] = useState<number | string>('')
  const [note, setNote] = useState('')
  const minutes = typeof hours === 'number' ? Math.round(hours * 60) : 0
  const submit = () =>
    record.run({ engagementId, phase, workedOn: day.trim(), minutes, ...(note.trim() === '' ? {} : { note }) }).then(
      () => {
        setHours('')
        setNote('')
      },
      () => undefined,
    )
  return (
    <form
      aria-label="Record hours"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ChangeFields>
        <Stack gap="xs">
          <Group align="start">
            <Select
              label="Phase"
              w={140}
              allowDeselect={false}
              data={phaseNames.map((value) => ({ value, label: phaseWords[value] }))}
              value={phase}
              onChange={(value) => setPhase(value ?? 'fieldwork')}
            />
            <TextInput
              label="Day"
              w={130}
              value={day}
              error={dateProblem(day)}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <NumberInput
              label="Hours"
              w={100}
              min={0}
              max={24}
              step={0.25}
              decimalScale={2}
              value={hours}
              onChange={setHours}
            />
            <TextInput
              label="On what"
              flex={1}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button type="submit" mt={21} loading={record.pending} disabled={minutes < 1 || dateProblem(day) !== null}>
              Record
            </Button>
          </Group>
          <ErrorNote error={record.error} />
        </Stack>
      </ChangeFields>
    </form>
  )
}
