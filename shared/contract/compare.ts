import { z } from 'zod'
import { comparedChanges, comparedKinds } from '../compare/compared.ts'
import { query } from './define.ts'
import { DifferencePiece } from './difference.ts'
import { ChainLink } from './rollForward.ts'
import { Id, PlainDate, Rate } from './values.ts'

export const ComparedKind = z.enum(comparedKinds)
export const ComparedChange = z.enum(comparedChanges)

export const ComparedRow = z.object({
  id: z.string(),
  kind: ComparedKind,
  change: ComparedChange,
  ref: z.string(),
  title: z.string(),
  /** The control of this engagement that it is of. */
  controlId: Id.nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** What differs word by word, where both say something. */
      pieces: z.array(DifferencePiece).nullable(),
    }),
  ),
})
export type ComparedRow = z.infer<typeof ComparedRow>

const rowsByKind = z.object({
  controls: z.array(ComparedRow),
  criteria: z.array(ComparedRow),
  commitments: z.array(ComparedRow),
  organisations: z.array(ComparedRow),
  complementary: z.array(ComparedRow),
  tests: z.array(ComparedRow),
  populations: z.array(ComparedRow),
  samples: z.array(ComparedRow),
  deviations: z.array(ComparedRow),
  conclusions: z.array(ComparedRow),
  opinion: z.array(ComparedRow),
  requests: z.array(ComparedRow),
})

/** Which rows are meant. */
export const comparedSelection = {
  kinds: z.array(ComparedKind).max(20).optional(),
  changes: z.array(ComparedChange).max(4).optional(),
  /** Words that occur in reference, title or fields, in any order. */
  query: z.string().max(200).optional(),
}

const two = { engagementId: Id, priorEngagementId: Id }

/** An item, a seed or a file that the prior period had as well. */
const ReusedFrom = z.object({ engagementId: Id, periodEnd: PlainDate })

export const Reuse = z.object({
  evidence: z.array(
    z.object({ evidenceId: Id, name: z.string(), sha256: z.string(), priorName: z.string(), from: ReusedFrom }),
  ),
  seeds: z.array(
    z.object({ sampleId: Id, controlRef: z.string(), seed: z.string(), priorControlRef: z.string(), from: ReusedFrom }),
  ),
  items: z.array(
    z.object({
      sampleItemId: Id,
      sampleId: Id,
      controlId: Id,
      controlRef: z.string(),
      itemId: z.string(),
      /** What it came to then. */
      priorDeviated: z.boolean(),
      from: ReusedFrom,
    }),
  ),
})
export type Reuse = z.infer<typeof Reuse>

export const Trend = z.object({
  /** Oldest first; at most ten. */
  periods: z.array(ChainLink),
  total: z.int(),
  controls: z.array(
    z.object({
      controlId: Id,
      ref: z.string(),
      title: z.string(),
      /** One for each period; `null` where the control was not there, or its engagement is not at hand. */
      points: z.array(z.object({ examined: z.int(), deviating: z.int(), rate: Rate.nullable() }).nullable()),
    }),
  ),
})
export type Trend = z.infer<typeof Trend>

export const compareContract = {
  'engagement.compare': query({
    title: 'Two engagements against each other: what was added, changed, removed, and what is unchanged',
    params: z.strictObject({
      ...two,
      ...comparedSelection,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(5000).default(5000),
    }),
    result: z.object({
      /** The engagement that this one is held against. */
      prior: ChainLink,
      /** Of all rows, whichever are selected: how many of each kind were added, changed, removed or left. */
      counts: z.record(ComparedKind, z.record(ComparedChange, z.int())),
      /** How many rows are selected; the page is of these, kind by kind. */
      total: z.int(),
      added: rowsByKind,
      changed: rowsByKind,
      removed: rowsByKind,
      unchanged: rowsByKind,
    }),
    errors: ['engagement.not_found', 'rollForward.prior_not_at_hand'],
  }),
  'engagement.draftChanges': query({
    title:
      'What changed of controls and subservice organisations since the prior period, as drafts of significant changes (DC 9); nothing is written',
    params: z.strictObject(two),
    result: z.object({
      drafts: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          text: z.string(),
          changedOn: PlainDate,
          controlIds: z.array(Id),
          /** A significant change of this title is written down already. */
          written: z.boolean(),
        }),
      ),
    }),
    errors: ['engagement.not_found', 'rollForward.prior_not_at_hand', 'significantChange.needs_period'],
  }),
  'engagement.trend': query({
    title: 'Deviation rates of the controls over up to ten periods that follow each other',
    params: z.strictObject({
      engagementId: Id,
      controlId: Id.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(1000),
    }),
    result: Trend,
    errors: ['engagement.not_found'],
  }),
  'engagement.reuse': query({
    title: 'What was used in an earlier period already: files of evidence, seeds, and items that were selected again',
    params: z.strictObject({ engagementId: Id }),
    result: Reuse.extend({ compared: z.array(ChainLink) }),
    errors: ['engagement.not_found'],
  }),
}
