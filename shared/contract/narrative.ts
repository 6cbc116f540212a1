import { z } from 'zod'
import { command, job, query } from './define.ts'
import { toPrint } from './print.ts'
import { RichText } from './richText.ts'
import { FileRef, Id, Instant, Line, Nothing, PlainDate, Reason, Sha256 } from './values.ts'

/** A process as it was understood, a memorandum on a matter, or what was said in a meeting. */
export const NarrativeKind = z.enum(['narrative', 'memo', 'meeting_note'])
export type NarrativeKind = z.infer<typeof NarrativeKind>

/** What a list says of a narrative: all but its text. */
export const NarrativeSummary = z.object({
  narrativeId: Id,
  engagementId: Id,
  kind: NarrativeKind,
  title: z.string(),
  /** The day of the meeting, or the day that the text speaks of. */
  heldOn: PlainDate.nullable(),
  /** Who took part in a meeting. */
  metWith: z.string().nullable(),
  evidence: z.int(),
  by: z.string(),
  at: Instant,
})
export type NarrativeSummary = z.infer<typeof NarrativeSummary>

/** A text may point at records with tokens, as every other text of a paper does: see `shared/record/token.ts`. */
export const Narrative = NarrativeSummary.extend({ content: RichText })
export type Narrative = z.infer<typeof Narrative>

export const narrativeContract = {
  'narrative.save': command({
    title: 'Write a narrative, a memo or a meeting note, or change one',
    params: z.strictObject({
      engagementId: Id,
      narrativeId: Id.optional(),
      kind: NarrativeKind,
      title: Line,
      /** Without it the text stays as it is, empty in a new one. */
      content: RichText.optional(),
      heldOn: PlainDate.nullish(),
      metWith: z.string().trim().max(2000).nullish(),
      /** The `at` of what was changed: where it became something else since, nothing is written over it. */
      basedOn: Instant.optional(),
    }),
    result: z.object({ narrativeId: Id, at: Instant }),
    errors: ['engagement.not_found', 'narrative.not_found', 'narrative.text_too_long', 'narrative.changed_meanwhile'],
  }),
  'narrative.remove': command({
    title: 'Hide a narrative, memo or meeting note that was written by mistake; its history stays',
    params: z.strictObject({ narrativeId: Id, reason: Reason }),
    result: Nothing,
    errors: ['narrative.not_found'],
  }),
  'narrative.get': query({
    title: 'A narrative, memo or meeting note with its text',
    params: z.strictObject({ narrativeId: Id }),
    result: Narrative,
    errors: ['narrative.not_found'],
  }),
  'narrative.list': query({
    title: 'The narratives, memos and meeting notes of an engagement by title, without their texts',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ narratives: z.array(NarrativeSummary) }),
    errors: ['engagement.not_found'],
  }),
  'narrative.export': job({
    title: 'Write a narrative, memo or meeting note in its form as a page (HTML) that runs nothing',
    params: z.strictObject({ narrativeId: Id, file: FileRef }),
    result: z.object({ sha256: Sha256 }),
    errors: ['narrative.not_found', 'file.unwritable', 'disk.full', 'disk.removed'],
  }),
  'narrative.print': job({
    title: 'Prepare a narrative, memo or meeting note in its form for the window to print or to make a PDF of',
    params: z.strictObject({ narrativeId: Id }),
    result: toPrint,
    errors: ['narrative.not_found'],
  }),
}
