import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { RollForwardPreview } from '../../shared/contract/rollForward.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'

type LeftOut = NonNullable<ParamsOf<'engagement.rollForward'>['leaveOut']>[number]

/** The form of a roll-forward: begins the next engagement and leads to it. */
export function useRollForward(engagementId: string, { proposed }: RollForwardPreview, onDone: () => void) {
  const command = useEngineCommand('engagement.rollForward', { quiet: true })
  const [leaves, setLeaves] = useState<ReadonlySet<LeftOut>>(new Set())
  const form = useForm({
    initialValues: {
      reportType: proposed.reportType,
      start: proposed.period?.start ?? '',
      end: proposed.period?.end ?? '',
      asOf: proposed.asOf ?? '',
    },
    validate: {
      start: (value, { reportType }) => (reportType === 'type2' ? dateProblem(value) : null),
      end: (value, { reportType }) => (reportType === 'type2' ? dateProblem(value) : null),
      asOf: (value, { reportType }) => (reportType === 'type1' ? dateProblem(value) : null),
    },
  })
  const toggle = (key: LeftOut) =>
    setLeaves((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]))
  const begin = async ({ reportType, start, end, asOf }: typeof form.values) => {
    const days = reportType === 'type2' ? { period: { start: start.trim(), end: end.trim() } } : { asOf: asOf.trim() }
    const next = await command.run({ engagementId, leaveOut: [...leaves], ...days })
    onDone()
    goTo(links.dashboard(next.engagementId))
  }
  return {
    form,
    leaves,
    toggle,
    submit: form.onSubmit((values) => begin(values).catch(() => undefined)),
    pending: command.pending,
    error: command.error,
  }
}
