import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Line, Nothing, PlainDate } from './values.ts'

/** Days of the observation period that explain what its map shows: a holiday, an outage, a freeze of changes. */
export const PeriodMark = z.object({
  markId: Id,
  kind: z.enum(['holiday', 'outage', 'freeze', 'other']),
  title: z.string(),
  startOn: PlainDate,
  endOn: PlainDate,
  /** The control that it concerns; `null` for all. */
  controlId: Id.nullable(),
})
export type PeriodMark = z.infer<typeof PeriodMark>

export const periodMarkContract = {
  'periodMark.save': command({
    title: 'Mark days of the observation period, or change a mark',
    params: z.strictObject({
      engagementId: Id,
      markId: Id.optional(),
      kind: PeriodMark.shape.kind,
      title: Line,
      startOn: PlainDate,
      endOn: PlainDate,
      controlId: Id.optional(),
    }),
    result: z.object({ markId: Id }),
    errors: ['engagement.not_found', 'control.not_found', 'periodMark.not_found', 'period.end_before_start'],
  }),
  'periodMark.remove': command({
    title: 'Hide a mark; its history stays',
    params: z.strictObject({ markId: Id }),
    result: Nothing,
    errors: ['periodMark.not_found'],
  }),
  'periodMark.list': query({
    title: 'The marks of the observation period, earliest first',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ marks: z.array(PeriodMark) }),
    errors: ['engagement.not_found'],
  }),
}
