import { Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { SamplePart } from '../../../shared/contract/sample.ts'
import { isPlainDate } from '../../../shared/period/plainDate.ts'
import { partWords } from '../../../shared/sample/drawWords.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { dateProblem } from '../../ui/dateProblem.ts'

type Version = ResultOf<'sample.plan'>['versions'][number]

const choices = { whole: 'The whole period', ...partWords }

/**
 * Which part of the period is drawn from.
 * @param period observation period; `null` for an engagement as of a date, which has no parts
 * @param versions of the control within the period; a part of one is offered where there are several
 */
export function PartFields({
  period,
  versions,
  part,
  window,
  onChange,
}: {
  period: Period | null
  versions: readonly Version[]
  part: SamplePart | null
  window: Period | null
  onChange: (part: SamplePart | null, window: Period | null) => void
}) {
  if (period === null) return null
  const offered = choicesOf(choices).filter(({ value }) => value !== 'version' || versions.length > 1)
  return (
    <>
      <Group align="start" grow>
        <Select
          label="Part of the period"
          allowDeselect={false}
          data={offered}
          value={part ?? 'whole'}
          onChange={(value) => onChange(value === 'whole' || value === null ? null : value, null)}
        />
        {part === 'version' ? (
          <Select
            label="Version"
            data={versions.map(({ start, end, description }) => ({
              value: start,
              label: `${start} to ${end}: ${description}`,
            }))}
            value={window?.start ?? null}
            onChange={(start) => {
              const found = versions.find((version) => version.start === start)
              onChange('version', found === undefined ? null : { start: found.start, end: found.end })
            }}
          />
        ) : null}
        {part === 'interim' ? (
          <Day
            key={window?.end ?? 'none'}
            label="Last day of the interim part"
            day={window?.end ?? ''}
            onDay={(end) => onChange('interim', end === null ? null : { start: period.start, end })}
          />
        ) : null}
        {part === 'roll_forward' ? (
          <Day
            key={window?.start ?? 'none'}
            label="First day of the roll-forward part"
            day={window?.start ?? ''}
            onDay={(start) => onChange('roll_forward', start === null ? null : { start, end: period.end })}
          />
        ) : null}
      </Group>
      {window === null ? null : (
        <Text size="sm">{`Only rows dated ${window.start} to ${window.end} can be drawn.`}</Text>
      )}
    </>
  )
}

/** A day that is taken with Enter or when the field is left, so that no half-typed day is planned with. */
function Day({ label, day, onDay }: { label: string; day: string; onDay: (day: string | null) => void }) {
  const [text, setText] = useState(day)
  const typed = text.trim()
  const take = () => {
    if (typed !== day) onDay(isPlainDate(typed) ? typed : null)
  }
  return (
    <TextInput
      label={label}
      placeholder="2026-06-30"
      value={text}
      error={typed === '' ? null : dateProblem(typed)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        take()
      }}
    />
  )
}
