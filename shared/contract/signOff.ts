import { z } from 'zod'
import { type SignOffRole, signOffRoles } from '../review/signOffRules.ts'
import { command, query } from './define.ts'
import { PaperTarget } from './paper.ts'
import { Id, Instant, Nothing, page, Reason, Sha256 } from './values.ts'

export const SignOffRoleName = z.enum(signOffRoles)

/** Other words for the same capacities, as people of those roles say them. */
const roleWords = { senior: 'reviewer', manager: 'reviewer', eqr: 'quality_reviewer' } as const satisfies Record<
  string,
  SignOffRole
>

const GivenSignOffRole = z.union([
  SignOffRoleName,
  z.enum(Object.keys(roleWords) as (keyof typeof roleWords)[]).transform((word): SignOffRole => roleWords[word]),
])

/** What is wrong with a sign-off: it was changed or copied, its key is not the signer's, or the signer may not sign like this. */
export const SignOffProblem = z.enum(['not_genuine', 'other_key', 'unknown_signer', 'role_not_allowed'])

export const SignOff = z.object({
  signOffId: Id,
  target: PaperTarget,
  words: z.string(),
  role: SignOffRoleName,
  practitionerId: Id,
  by: z.string(),
  initials: z.string(),
  at: Instant,
  contentSha256: Sha256,
  /** Whether the paper says something else now, or is gone. Computed, never remembered: nothing clears it by hand. */
  changedSince: z.boolean(),
  withdrawn: z.object({ reason: z.string(), at: Instant }).nullable(),
  /** `null` for one that is genuine. */
  problem: SignOffProblem.nullable(),
})
export type SignOff = z.infer<typeof SignOff>

/** One field that says something else than what was signed. */
export const Difference = z.object({
  entity: z.string(),
  id: Id,
  /** What names the row, such as the item and attribute of a cell. */
  words: z.string(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  at: Instant.nullable(),
  by: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

export const signOffContract = {
  'signOff.add': command({
    title: 'Sign a paper as it stands',
    params: z.strictObject({ target: PaperTarget, role: GivenSignOffRole }),
    result: z.object({ signOffId: Id, contentSha256: Sha256 }),
    errors: [
      'paper.not_found',
      'signOff.role_not_allowed',
      'signOff.same_person',
      'signOff.preparer_first',
      'signOff.changed_since_preparer',
      'signOff.open_notes',
      'signOff.open_conflict',
      'signOff.already_signed',
    ],
  }),
  'signOff.withdraw': command({
    title: 'Take a sign-off of your own back, with the reason; that it was given stays on record',
    params: z.strictObject({ signOffId: Id, reason: Reason }),
    result: Nothing,
    errors: ['signOff.not_found', 'signOff.not_yours', 'signOff.withdrawn'],
  }),
  'signOff.list': query({
    title: 'The sign-offs of an engagement or of one paper, oldest first, each with whether the paper changed since',
    params: z.strictObject({ engagementId: Id, target: PaperTarget.optional(), ...page }),
    result: z.object({ total: z.int(), signOffs: z.array(SignOff) }),
    errors: ['engagement.not_found'],
  }),
  'signOff.difference': query({
    title: 'What a paper says now against what was signed, field by field, with who changed it and when',
    params: z.strictObject({ signOffId: Id }),
    result: z.object({
      /** Whether what was signed could be recomputed from the journal to the very hash that was signed. */
      proven: z.boolean(),
      differences: z.array(Difference),
    }),
    errors: ['signOff.not_found'],
  }),
}
