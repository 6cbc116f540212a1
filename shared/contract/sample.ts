import { z } from 'zod'
import { command, job, query } from './define.ts'
import { PolicyRules } from './policy.ts'
import { Period } from './engagement.ts'
import { Confidence, Risk } from './sampling.ts'
import { FileRef, Id, Instant, Nothing, PlainDate, Rate, Reason, Seed, Sha256 } from './values.ts'

export const SelectionMethod = z.enum(['random', 'systematic', 'stratified', 'targeted', 'all'])
export type SelectionMethod = z.infer<typeof SelectionMethod>

/** How a stratified sample is spread: over the months or quarters of the period, or over the stratum column. */
export const StratifyBy = z.enum(['month', 'quarter', 'column'])
export type StratifyBy = z.infer<typeof StratifyBy>

/** Which part of the period a sample stands for: until an interim date, from there on, or while one wording was in force. */
export const SamplePart = z.enum(['interim', 'roll_forward', 'version'])
export type SamplePart = z.infer<typeof SamplePart>

/** Where a seed comes from: the system's random source, the auditor's dice, the client, or not said. */
export const SeedOrigin = z.enum(['generated', 'given', 'rolled', 'client'])
export type SeedOrigin = z.infer<typeof SeedOrigin>

export const SampleItem = z.object({
  sampleItemId: Id,
  /** Place in the draw, from 1. */
  order: z.int(),
  itemId: z.string(),
  /** Row of the file, the header being row 1. */
  row: z.int(),
  date: PlainDate.nullable(),
  stratum: z.string().nullable(),
  ticket: Sha256.nullable(),
  stage: z.enum(['initial', 'extension', 'replacement']),
  replacesItemId: z.string().nullable(),
  replacedBecause: z.string().nullable(),
  cells: z.array(z.string()),
  /** Files that support the item as a whole; those of a single result are counted at its cell. */
  files: z.int(),
})
export type SampleItem = z.infer<typeof SampleItem>

export const SamplePlan = z.object({
  risk: Risk.nullable(),
  confidence: Confidence.nullable(),
  tolerableRate: Rate.nullable(),
  expectedRate: Rate.nullable(),
  /** Name and version of the policy that gave the size; `null` where the size departs from it. */
  policy: z.string().nullable(),
  /** The policy that was asked, as it read then: changing a policy later changes no plan. */
  frozenPolicy: z.object({ name: z.string(), version: z.string(), rules: PolicyRules }).nullable(),
  /** Why this size, in words. */
  sizeReason: z.string(),
})

export const Sample = z.object({
  sampleId: Id,
  engagementId: Id,
  controlId: Id,
  controlRef: z.string(),
  populationId: Id,
  populationName: z.string(),
  populationSha256: Sha256,
  idsSha256: Sha256,
  /** Rows that could be drawn: within the window, where there is one. */
  populationSize: z.int(),
  window: Period.nullable(),
  part: SamplePart.nullable(),
  /** The version of the control that was in force in that part, where the sample was drawn for one. */
  controlVersionId: Id.nullable(),
  /** What else the sample serves, such as a control of another standard. */
  dualPurpose: z.string().nullable(),
  /** Other controls whose procedures are performed on the sample. */
  sharedWith: z.array(z.object({ controlId: Id, ref: z.string(), reason: z.string() })),
  method: SelectionMethod,
  stratifyBy: StratifyBy.nullable(),
  seed: z.string().nullable(),
  seedOrigin: SeedOrigin.nullable(),
  algorithm: z.string(),
  plan: SamplePlan,
  /** Why the same population was drawn from again for this control; `null` for the first draw. */
  redrawReason: z.string().nullable(),
  extensions: z.array(
    z.object({
      by: z.int(),
      reason: z.string(),
      at: Instant,
      /** Made for items that were not applicable, so that as many are examined as planned. */
      replaces: z.boolean(),
    }),
  ),
  drawnBy: z.string(),
  drawnAt: Instant,
  header: z.array(z.string()),
  items: z.array(SampleItem),
})
export type Sample = z.infer<typeof Sample>

const drawParams = {
  populationId: Id,
  controlId: Id,
  method: SelectionMethod,
  size: z.int().min(1).max(1_000_000).optional(),
  seed: Seed.optional(),
  /** Of a seed that is given. */
  seedOrigin: SeedOrigin.exclude(['generated']).optional(),
  /** Only rows dated from and to these days, both included, can be drawn. */
  window: Period.optional(),
  part: SamplePart.optional(),
  /** Draws for one version of the control: without a window, from all of its days. */
  controlVersionId: Id.optional(),
  dualPurpose: z.string().trim().min(1).max(2000).optional(),
  stratifyBy: StratifyBy.optional(),
  /** The ids of a targeted selection. */
  itemIds: z.array(z.string()).max(100_000).optional(),
  risk: Risk.optional(),
  /** A policy by name, or by `name@version`; the firm's default without it. */
  policy: z.string().max(200).optional(),
  confidence: Confidence.optional(),
  tolerableRate: Rate.optional(),
  expectedRate: Rate.optional(),
  sizeReason: z.string().trim().max(5000).optional(),
  /** Needed when a sample of this population was already drawn for this control. */
  reason: Reason.optional(),
}

const drawErrors = [
  'sample.needs_period',
  'population.not_found',
  'control.not_found',
  'population.not_concluded',
  'population.duplicate_id',
  'population.changed',
  'sampling.size_exceeds_population',
  'sample.size_required',
  'sample.items_required',
  'sample.unknown_item',
  'sample.no_strata',
  'sample.window_needs_dates',
  'sample.window_outside_period',
  'sample.part_needs_window',
  'sample.unknown_version',
  'sample.not_one_version',
  'period.end_before_start',
  'sample.too_large',
  'sampling.unknown_policy',
  'policy.retired',
] as const

export const sampleContract = {
  'sample.draw': command({
    title: 'Draw a sample',
    params: z.strictObject(drawParams),
    result: Sample,
    errors: [...drawErrors, 'sample.reason_required'],
  }),
  'sample.get': query({
    title: 'One sample with its items in draw order',
    params: z.strictObject({ sampleId: Id }),
    result: Sample,
    errors: ['sample.not_found'],
  }),
  'sample.list': query({
    title: 'The samples of an engagement or of one control',
    params: z.strictObject({ engagementId: Id, controlId: Id.optional() }),
    result: z.object({
      samples: z.array(
        Sample.pick({
          sampleId: true,
          controlId: true,
          controlRef: true,
          populationId: true,
          populationName: true,
          method: true,
          drawnAt: true,
          drawnBy: true,
          window: true,
          part: true,
        }).extend({
          size: z.int(),
          tested: z.int(),
          deviations: z.int(),
          /** Whether the sample was drawn for another control, and is shared with the one asked for. */
          isShared: z.boolean(),
        }),
      ),
    }),
    errors: ['engagement.not_found'],
  }),
  'sample.share': command({
    title: "Perform another control's procedures on the items of a sample, with the reason",
    params: z.strictObject({ sampleId: Id, controlId: Id, reason: Reason }),
    result: Nothing,
    errors: ['sample.not_found', 'control.not_found', 'sample.own_control'],
  }),
  'sample.unshare': command({
    title: 'Share a sample with a control no longer, while none of its procedures is performed on it',
    params: z.strictObject({ sampleId: Id, controlId: Id }),
    result: Nothing,
    errors: ['sample.not_found', 'sample.not_shared', 'sample.shared_in_use'],
  }),
  'sample.describe': command({
    title: 'Say what else a sample serves',
    params: z.strictObject({ sampleId: Id, dualPurpose: z.string().trim().max(2000).nullable() }),
    result: Nothing,
    errors: ['sample.not_found'],
  }),
  'sample.extend': command({
    title: 'Extend a sample: the next items of the same order',
    params: z.strictObject({
      sampleId: Id,
      by: z.int().min(1).max(1_000_000),
      reason: Reason,
      /** The further items stand for ones that were not applicable; they belong to no rule in stages. */
      replaces: z.boolean().default(false),
    }),
    result: Sample,
    errors: [
      'sample.not_found',
      'sample.cannot_extend',
      'sample.too_large',
      'sampling.size_exceeds_population',
      'population.changed',
    ],
  }),
  'sample.replace': command({
    title: 'Replace an item that is void or not applicable by the next of the same order',
    params: z.strictObject({ sampleItemId: Id, reason: Reason }),
    result: Sample,
    errors: [
      'sample.item_not_found',
      'sample.cannot_extend',
      'sample.item_replaced',
      'sampling.size_exceeds_population',
      'population.changed',
    ],
  }),
  'sample.proof': job({
    title: 'Write a proof of the selection that the shell can check with sha256sum and sort',
    params: z.strictObject({ sampleId: Id, file: FileRef }),
    result: z.object({ folder: z.string(), files: z.array(z.object({ name: z.string(), sha256: Sha256 })) }),
    errors: ['sample.not_found', 'sample.not_provable', 'file.already_exists', 'file.unwritable', 'population.changed'],
  }),
}
