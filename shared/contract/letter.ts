import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Nothing, PlainDate, Prose, Reason } from './values.ts'

/** What management writes for an examination: its assertion, its representations, and what goes on after the period. */
export const LetterKind = z.enum(['assertion', 'representation', 'bridge'])
export type LetterKind = z.infer<typeof LetterKind>

export const LetterIssuer = z.enum(['management', 'auditor', 'other'])

/** What is wrong with a letter, or with there being none; shown, never mended. */
export const LetterProblemCode = z.enum([
  'missing',
  'no_file',
  'not_dated',
  'not_signed',
  'not_managements',
  'days_not_said',
  'days_not_covered',
  'dated_before_end',
  'dated_after_report',
  'not_dated_as_report',
  'bridge_too_long',
  'bridge_leaves_days',
])
export type LetterProblemCode = z.infer<typeof LetterProblemCode>

export const LetterProblem = z.object({
  code: LetterProblemCode,
  kind: LetterKind,
  /** `null` where there is no such letter. */
  letterId: Id.nullable(),
  /** The sentence that says it, with its dates. */
  text: z.string(),
})
export type LetterProblem = z.infer<typeof LetterProblem>

export const Letter = z.object({
  letterId: Id,
  kind: LetterKind,
  issuer: LetterIssuer,
  datedOn: PlainDate.nullable(),
  signedBy: z.string().nullable(),
  periodStart: PlainDate.nullable(),
  periodEnd: PlainDate.nullable(),
  asOf: PlainDate.nullable(),
  text: z.string().nullable(),
  note: z.string().nullable(),
  /** How many files hold it. */
  files: z.int(),
})
export type Letter = z.infer<typeof Letter>

export const letterContract = {
  'letter.save': command({
    title: 'Write down a letter as it was received, or change what is known of it',
    params: z.strictObject({
      engagementId: Id,
      letterId: Id.optional(),
      kind: LetterKind,
      issuer: LetterIssuer.default('management'),
      datedOn: PlainDate.nullish(),
      /** Names and roles of those who signed. */
      signedBy: z.string().trim().max(2000).nullish(),
      /** The days that it speaks of: a period, or a date. */
      periodStart: PlainDate.nullish(),
      periodEnd: PlainDate.nullish(),
      asOf: PlainDate.nullish(),
      /** Its wording, for the report; paragraphs apart by an empty line. */
      text: Prose.nullish(),
      note: Prose.nullish(),
    }),
    result: z.object({ letterId: Id }),
    errors: [
      'engagement.not_found',
      'letter.not_found',
      'letter.kind_is_fixed',
      'letter.period_or_date',
      'period.end_before_start',
    ],
  }),
  'letter.remove': command({
    title: 'Hide a letter that was written down by mistake; its history stays',
    params: z.strictObject({ letterId: Id, reason: Reason }),
    result: Nothing,
    errors: ['letter.not_found'],
  }),
  'letter.list': query({
    title: 'The letters of an engagement, and what is wrong with their dates, signatures and days',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ letters: z.array(Letter), problems: z.array(LetterProblem) }),
    errors: ['engagement.not_found'],
  }),
}
