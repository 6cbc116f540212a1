import { z } from 'zod'
import { bundleReadErrors, bundleUnlock } from './bundleReading.ts'
import { Aspect, ConclusionOutcome } from './conclusion.ts'
import { ControlVersion } from './control.ts'
import { job, query } from './define.ts'
import { DeviationNature, DeviationStatus } from './deviation.ts'
import { ProcedureNature, ProcedureTiming } from './procedure.ts'
import { Outcome } from './result.ts'
import { ChainLink } from './rollForward.ts'
import { SelectionMethod } from './sample.ts'
import { SignerStanding } from './signer.ts'
import { FileRef, Id, Instant, Nothing, page, PlainDate } from './values.ts'

const Counts = z.object({ passed: z.int(), deviations: z.int(), notApplicable: z.int(), untested: z.int() })

/** A test of the prior period: what was done on what, what it found, and who did it. */
export const PriorTest = z.object({
  procedureId: Id,
  aspect: Aspect,
  nature: ProcedureNature,
  timing: ProcedureTiming.nullable(),
  /** As it read then, with its placeholders filled in. */
  text: z.string(),
  attributes: z.array(
    z.object({ letter: z.string(), text: z.string(), expected: z.string().nullable(), ...Counts.shape }),
  ),
  /** What a procedure without a sheet found. */
  performed: z.object({ on: PlainDate, by: z.string(), finding: z.string() }).nullable(),
  sample: z
    .object({
      sampleId: Id,
      populationName: z.string(),
      populationSize: z.int(),
      size: z.int(),
      method: SelectionMethod,
      seed: z.string().nullable(),
      drawnBy: z.string(),
      drawnAt: Instant,
    })
    .nullable(),
  /** Items that passed or deviated, and those of them that deviated. */
  examined: z.int(),
  deviating: z.int(),
  /** Who recorded results, and from when to when. */
  testedBy: z.array(z.string()),
  testedFrom: Instant.nullable(),
  testedTo: Instant.nullable(),
  /** The procedures of this period that it became. */
  becameIds: z.array(Id),
})
export type PriorTest = z.infer<typeof PriorTest>

export const PriorControl = z.object({
  controlId: Id,
  ref: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  criteria: z.array(z.string()),
  wording: z.array(ControlVersion),
  tests: z.array(PriorTest),
  deviations: z.array(
    z.object({
      deviationId: Id,
      ref: z.string(),
      itemId: z.string().nullable(),
      attribute: z.string().nullable(),
      condition: z.string(),
      cause: z.string().nullable(),
      nature: DeviationNature.nullable(),
      managementResponse: z.string().nullable(),
      status: DeviationStatus,
    }),
  ),
  conclusions: z.array(
    z.object({ aspect: Aspect, outcome: ConclusionOutcome, rationale: z.string(), by: z.string(), at: Instant }),
  ),
})
export type PriorControl = z.infer<typeof PriorControl>

export const PriorItem = z.object({
  sampleItemId: Id,
  order: z.int(),
  itemId: z.string(),
  replacedBecause: z.string().nullable(),
  cells: z.array(
    z.object({
      letter: z.string(),
      outcome: Outcome.nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: Instant,
    }),
  ),
})
export type PriorItem = z.infer<typeof PriorItem>

export const priorContract = {
  'prior.open': job({
    title:
      'Open a bundle to read beside the work, without importing it: its papers are held in memory until the store is locked',
    params: z.strictObject({ file: FileRef, ...bundleUnlock }),
    result: z.object({ prior: ChainLink, signer: SignerStanding, exporter: z.string(), created: Instant }),
    errors: [
      ...bundleReadErrors,
      'bundle.no_journal',
      'bundle.invalid_journal',
      'bundle.newer_content',
      'bundle.refused_rows',
    ],
  }),
  'prior.close': job({
    title: 'Forget a bundle that was opened to read',
    params: z.strictObject({ priorEngagementId: Id }),
    result: Nothing,
  }),
  'prior.list': query({
    title: 'The bundles that are open to read',
    params: Nothing,
    result: z.object({ opened: z.array(ChainLink) }),
  }),
  'prior.control': query({
    title:
      'The test of a control in the prior period: wording, procedures, samples, results, deviations, conclusions, who',
    params: z.strictObject({
      controlId: Id,
      /** Without it, the engagement that this one follows. */
      priorEngagementId: Id.optional(),
    }),
    result: z.object({
      /** The engagement that is read, or the one that is not at hand; `null` where nobody said which one it follows. */
      prior: ChainLink.nullable(),
      matchedBy: z.enum(['origin', 'key']).nullable(),
      /** `null` where the prior engagement has no such control, or is not at hand. */
      control: PriorControl.nullable(),
    }),
    errors: ['control.not_found', 'rollForward.prior_not_at_hand'],
  }),
  'prior.items': query({
    title: 'The items of a test of the prior period with their results, in draw order',
    params: z.strictObject({ priorEngagementId: Id, procedureId: Id, ...page }),
    result: z.object({ total: z.int(), items: z.array(PriorItem) }),
    errors: ['rollForward.prior_not_at_hand', 'procedure.not_found'],
  }),
}
