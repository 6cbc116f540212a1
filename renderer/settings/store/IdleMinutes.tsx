import { Select } from '@mantine/core'
import { idleMinutesChoices, usualIdleMinutes } from '../../../shared/shell/idleLock.ts'
import { queries } from '../../engine/queries.ts'
import { askShell } from '../../engine/shell.ts'
import { useIdleMinutes } from '../../idle/IdleLock.tsx'

const choices = idleMinutesChoices.map((minutes) => ({
  value: String(minutes),
  label: minutes === 0 ? 'Never' : `After ${minutes} minutes`,
}))

/** When a store locks that nobody works in, on this computer. */
export function IdleMinutes() {
  const minutes = useIdleMinutes()
  const choose = (value: string | null) =>
    void askShell({ kind: 'idleMinutes', minutes: Number(value ?? usualIdleMinutes) }).then((chosen) =>
      queries.setQueryData(['idleMinutes'], chosen),
    )
  return (
    <Select
      label="Lock when nobody is there"
      description="On this computer. It also locks when the computer sleeps or its screen is locked."
      maw={420}
      data={choices}
      value={String(minutes.data ?? usualIdleMinutes)}
      onChange={choose}
      allowDeselect={false}
    />
  )
}
