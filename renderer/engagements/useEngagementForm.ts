import { useForm } from '@mantine/form'
import type { Category, Engagement, ReportType } from '../../shared/contract/engagement.ts'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'

type EngagementValues = {
  client: string
  system: string
  reportType: ReportType
  start: string
  end: string
  asOf: string
  categories: Category[]
}

/** The form of an engagement: creates one and leads to it, or saves the one that is given. */
export function useEngagementForm(engagement: Engagement | undefined, onDone: () => void) {
  const create = useEngineCommand('engagement.create', { quiet: true })
  const update = useEngineCommand('engagement.update', { quiet: true })
  const form = useForm<EngagementValues>({
    initialValues: valuesOf(engagement),
    validate: {
      client: (value) => (value.trim() === '' ? 'Name the client.' : null),
      start: (value, { reportType }) => (reportType === 'type2' ? dateProblem(value) : null),
      end: (value, { reportType }) => (reportType === 'type2' ? dateProblem(value) : null),
      asOf: (value, { reportType }) => (reportType === 'type1' ? dateProblem(value) : null),
    },
  })
  const save = async (values: EngagementValues) => {
    if (engagement === undefined) {
      const { engagementId } = await create.run(scopeOf(values))
      form.reset()
      goTo(links.dashboard(engagementId))
    } else {
      await update.run({ engagementId: engagement.engagementId, ...scopeOf(values) })
    }
    onDone()
  }
  return {
    form,
    submit: form.onSubmit((values) => save(values).catch(() => undefined)),
    pending: create.pending || update.pending,
    error: create.error ?? update.error,
  }
}

function valuesOf(engagement: Engagement | undefined): EngagementValues {
  return {
    client: engagement?.client ?? '',
    system: engagement?.system ?? '',
    reportType: engagement?.reportType ?? 'type2',
    start: engagement?.period?.start ?? '',
    end: engagement?.period?.end ?? '',
    asOf: engagement?.asOf ?? '',
    categories: engagement?.categories ?? ['security'],
  }
}

/** The values as the engine takes them: the dates that the type of the report has, and no others. */
function scopeOf({ client, system, reportType, start, end, asOf, categories }: EngagementValues) {
  const named = system.trim() === '' ? {} : { system }
  const dates = reportType === 'type2' ? { period: { start: start.trim(), end: end.trim() } } : { asOf: asOf.trim() }
  return { client, ...named, reportType, categories, ...dates }
}
