import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PeriodMark } from '../../../shared/contract/periodMark.ts'
import { markWords } from '../../../shared/period/markWords.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { dateProblem } from '../../ui/dateProblem.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ChangeFields } from '../../ui/ChangeFields.tsx'

type Values = Pick<PeriodMark, 'kind' | 'title' | 'startOn' | 'endOn'> & { isOfControl: boolean }

const empty: Values = { kind: 'holiday', title: '', startOn: '', endOn: '', isOfControl: false }

/** Marks days, or changes a mark. */
export function MarkForm({
  engagementId,
  controlId,
  mark,
  onDone,
}: {
  engagementId: string
  controlId: string
  mark: PeriodMark | null
  onDone: () => void
}) {
  const save = useEngineCommand('periodMark.save', { quiet: true })
  const [values, setValues] = useState<Values>(
    mark === null ? empty : { ...mark, isOfControl: mark.controlId !== null },
  )
  const change = (changed: Partial<Values>) => setValues((known) => ({ ...known, ...changed }))
  const { kind, title, startOn, endOn, isOfControl } = values
  const lastOn = endOn.trim() === '' ? startOn : endOn
  const isComplete =
    title.trim() !== '' && startOn.trim() !== '' && dateProblem(startOn) === null && dateProblem(lastOn) === null
  const submit = () =>
    save
      .run({
        engagementId,
        kind,
        title,
        startOn: startOn.trim(),
        endOn: lastOn.trim(),
        ...(mark === null ? {} : { markId: mark.markId }),
        ...(isOfControl ? { controlId } : {}),
      })
      .then(
        () => {
          setValues(empty)
          onDone()
        },
        () => undefined,
      )
  return (
    <form
      aria-label={mark === null ? 'Mark days' : `Change ${mark.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ChangeFields>
        <Stack gap="xs">
          <Group align="start">
            <Select
              label="Kind"
              w={130}
              allowDeselect={false}
              data={choicesOf(markWords)}
              value={kind}
              onChange={(value) => change({ kind: value ?? 'other' })}
            />
            <TextInput label="What" value={title} onChange={(event) => change({ title: event.currentTarget.value })} />
            <TextInput
              label="First day"
              placeholder="2025-12-24"
              w={130}
              value={startOn}
              error={startOn === '' ? null : dateProblem(startOn)}
              onChange={(event) => change({ startOn: event.currentTarget.value })}
            />
            <TextInput
              label="Last day"
              placeholder="the same"
              w={130}
              value={endOn}
              error={endOn === '' ? null : dateProblem(endOn)}
              onChange={(event) => change({ endOn: event.currentTarget.value })}
            />
            <Button type="submit" mt={25} loading={save.pending} disabled={!isComplete}>
              {mark === null ? 'Mark' : 'Save'}
            </Button>
            {mark === null ? null : (
              <Button variant="default" mt={25} onClick={onDone}>
                Cancel
              </Button>
            )}
          </Group>
          <Checkbox
            label="Of this control alone"
            checked={isOfControl}
            onChange={(event) => change({ isOfControl: event.currentTarget.checked })}
          />
          <ErrorNote error={save.error} />
        </Stack>
      </ChangeFields>
    </form>
  )
}
