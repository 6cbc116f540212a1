import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { EngagementDates } from '../../shared/contract/lock.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type Values = { plannedReportOn: string; reportOn: string; releaseOn: string }

const valuesOf = ({ plannedReportOn, reportOn, releaseOn }: EngagementDates): Values => ({
  plannedReportOn: plannedReportOn ?? '',
  reportOn: reportOn ?? '',
  releaseOn: releaseOn ?? '',
})

const fields = [
  { name: 'plannedReportOn', label: 'Planned report date', description: 'What the countdown runs to.' },
  { name: 'reportOn', label: 'Report date', description: 'The date that the report bears.' },
  { name: 'releaseOn', label: 'Release date', description: 'The day on which it went out.' },
] as const

/** The dates of the engagement, and those that follow from them. A date that stands is changed with a reason. */
export function DatesForm({
  engagementId,
  dates,
  isReadOnly,
}: {
  engagementId: string
  dates: EngagementDates
  isReadOnly: boolean
}) {
  const [values, setValues] = useState(valuesOf(dates))
  const [reason, setReason] = useState('')
  const save = useEngineCommand('engagement.setDates', { quiet: true })
  const before = valuesOf(dates)
  const changed = fields.filter(({ name }) => values[name].trim() !== before[name])
  const asksReason = changed.some(({ name }) => name !== 'plannedReportOn' && before[name] !== '')
  const problems = fields.map(({ name }) => (values[name].trim() === '' ? null : dateProblem(values[name].trim())))
  const submit = () =>
    save
      .run({
        engagementId,
        ...Object.fromEntries(changed.map(({ name }) => [name, values[name].trim() || null])),
        ...(asksReason ? { reason } : {}),
      })
      .then(
        () => setReason(''),
        () => undefined,
      )
  return (
    <Paper withBorder p="md" component="section" aria-label="Dates">
      <Title order={2} size="h4" mb="xs">
        Dates
      </Title>
      <form
        aria-label="Dates of the file"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            {fields.map(({ name, label, description }, place) => (
              <TextInput
                key={name}
                label={label}
                description={description}
                placeholder="YYYY-MM-DD"
                readOnly={isReadOnly}
                value={values[name]}
                error={problems[place]}
                onChange={({ currentTarget: { value } }) => setValues((now) => ({ ...now, [name]: value }))}
              />
            ))}
          </Group>
          {asksReason ? (
            <TextInput
              label="Why the date is changed"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <Text size="sm">{followingWords(dates)}</Text>
          <ErrorNote error={save.error} />
          {isReadOnly ? null : (
            <Group>
              <Button
                type="submit"
                loading={save.pending}
                disabled={
                  changed.length === 0 ||
                  problems.some((problem) => problem !== null) ||
                  (asksReason && reason.trim() === '')
                }
              >
                Save dates
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Paper>
  )
}

function followingWords(dates: EngagementDates): string {
  const { periodEndOn, asOf, completionDays, completionOn, retentionYears, retentionEndsOn } = dates
  const covered = periodEndOn === null ? `The report is as of ${asOf}.` : `The period ends on ${periodEndOn}.`
  const completion =
    completionOn === null
      ? `The file is to be complete ${completionDays} days after the report date`
      : `The file is to be complete by ${completionOn}, ${completionDays} days after the report date`
  const retention =
    retentionEndsOn === null
      ? `and is kept ${retentionYears} years from the release.`
      : `and is kept until ${retentionEndsOn}, ${retentionYears} years from the release.`
  return `${covered} ${completion}, ${retention}`
}
