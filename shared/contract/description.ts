import { z } from 'zod'
import { command, job, query } from './define.ts'
import { RichText } from './richText.ts'
import { FileRef, Id, Instant, Line, Nothing, PlainDate, Prose, Reason } from './values.ts'

/** `DC 1` to `DC 9`. */
export const DescriptionCriterionId = z.string().regex(/^DC [1-9]$/)

export const DescriptionParagraph = z.object({
  text: z.string(),
  /** The description criteria that it answers. */
  criteria: z.array(z.string()),
})

export const DescriptionSection = z.object({
  sectionId: Id,
  /** The description criterion under which it stands; `null` where nobody said yet. */
  criterionId: z.string().nullable(),
  title: z.string(),
  content: RichText,
  place: z.int(),
  paragraphs: z.array(DescriptionParagraph),
  by: z.string(),
  at: Instant,
})
export type DescriptionSection = z.infer<typeof DescriptionSection>

/** What a practitioner found when the description was held against one criterion. */
export const DescriptionOutcome = z.enum(['presented', 'not_presented', 'not_applicable'])
export type DescriptionOutcome = z.infer<typeof DescriptionOutcome>

export const DescriptionLink = z.object({
  linkId: Id,
  sectionId: Id,
  sectionTitle: z.string(),
  paragraph: z.string(),
  /** The paragraph was changed or taken out since it was linked. */
  stale: z.boolean(),
})
export type DescriptionLink = z.infer<typeof DescriptionLink>

export const DescriptionCheck = z.object({
  criterionId: z.string(),
  title: z.string(),
  summary: z.string(),
  /** What it asks for in this type of report. */
  asks: z.string(),
  evidenceHints: z.array(z.string()),
  /** The firm's own wording, where it was imported. */
  wording: z.string().nullable(),
  /** The paper that evidence of implementation is linked to. */
  target: z.object({ entity: z.literal('descriptionCriterion'), id: Id }),
  sections: z.array(z.object({ sectionId: Id, title: z.string() })),
  links: z.array(DescriptionLink),
  evidence: z.int(),
  outcome: DescriptionOutcome.nullable(),
  reasoning: z.string(),
  implementation: z.string(),
  by: z.string().nullable(),
  at: Instant.nullable(),
  /** What is still to be done, in sentences; none when it is complete. */
  open: z.array(z.string()),
})
export type DescriptionCheck = z.infer<typeof DescriptionCheck>

export const SignificantChange = z.object({
  changeId: Id,
  changedOn: PlainDate,
  title: z.string(),
  text: z.string(),
  /** What it meant for commitments, requirements or controls. */
  effect: z.string().nullable(),
  controlIds: z.array(Id),
  /** Whether the description tells it. */
  described: z.boolean(),
})
export type SignificantChange = z.infer<typeof SignificantChange>

/** What an import left out, or changed in form, and how often. */
export const LeftOut = z.object({
  what: z.enum(['picture', 'link', 'note', 'deep_list', 'table_in_table']),
  count: z.int(),
})
export type LeftOut = z.infer<typeof LeftOut>

export const descriptionContract = {
  'description.saveSection': command({
    title: "Write or change a section of management's description of the system",
    params: z.strictObject({
      engagementId: Id,
      sectionId: Id.optional(),
      criterionId: DescriptionCriterionId.nullish(),
      title: Line,
      content: RichText,
      place: z.int().min(0).max(100_000).optional(),
    }),
    result: z.object({ sectionId: Id }),
    errors: [
      'engagement.not_found',
      'description.section_not_found',
      'description.not_in_type1',
      'description.text_too_long',
    ],
  }),
  'description.removeSection': command({
    title: 'Hide a section of the description with its links; its history stays',
    params: z.strictObject({ sectionId: Id }),
    result: Nothing,
    errors: ['description.section_not_found'],
  }),
  'description.sections': query({
    title: "Management's description, section by section, each paragraph with the description criteria that it answers",
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ sections: z.array(DescriptionSection) }),
    errors: ['engagement.not_found'],
  }),
  'description.importFile': job({
    title: "Take management's description from a Word document: one section for each of its main headings",
    params: z.strictObject({
      engagementId: Id,
      file: FileRef,
      /** Hide the sections that there are; without it the new ones come after them. */
      replace: z.boolean().default(false),
    }),
    result: z.object({
      sections: z.array(z.object({ sectionId: Id, title: z.string(), criterionId: z.string().nullable() })),
      paragraphs: z.int(),
      leftOut: z.array(LeftOut),
    }),
    errors: [
      'engagement.not_found',
      'file.unreadable',
      'file.not_regular',
      'disk.removed',
      'docx.not_a_document',
      'docx.too_large',
      'docx.hostile',
      'docx.empty',
    ],
  }),
  'description.link': command({
    title: 'Say that a paragraph of the description answers a description criterion',
    params: z.strictObject({ sectionId: Id, criterionId: DescriptionCriterionId, paragraph: Reason }),
    result: z.object({ linkId: Id }),
    errors: ['description.section_not_found', 'description.paragraph_not_found', 'description.not_in_type1'],
  }),
  'description.unlink': command({
    title: 'Take back that a paragraph answers a description criterion',
    params: z.strictObject({ linkId: Id }),
    result: Nothing,
    errors: ['description.link_not_found'],
  }),
  'description.assess': command({
    title: 'Record what was found on a description criterion, and how it was seen that it was implemented',
    params: z.strictObject({
      engagementId: Id,
      criterionId: DescriptionCriterionId,
      /** `null` takes it back. */
      outcome: DescriptionOutcome.nullable(),
      reasoning: Prose.default(''),
      implementation: Prose.default(''),
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'description.not_in_type1', 'description.reasoning_required'],
  }),
  'description.checklist': query({
    title: 'The description held against DC 1 to DC 9: paragraphs, evidence, what was found, and what is open',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ checks: z.array(DescriptionCheck), notice: z.string() }),
    errors: ['engagement.not_found'],
  }),
  'significantChange.save': command({
    title: 'Write down a significant change of the system or its controls in the period (DC 9), or change one',
    params: z.strictObject({
      engagementId: Id,
      changeId: Id.optional(),
      changedOn: PlainDate,
      title: Line,
      text: Reason,
      effect: Prose.nullish(),
      controlIds: z.array(Id).max(1000).default([]),
      described: z.boolean().default(false),
    }),
    result: z.object({ changeId: Id }),
    errors: [
      'engagement.not_found',
      'significantChange.not_found',
      'significantChange.needs_period',
      'significantChange.outside_period',
      'control.not_found',
    ],
  }),
  'significantChange.remove': command({
    title: 'Hide a significant change that was written down by mistake; its history stays',
    params: z.strictObject({ changeId: Id }),
    result: Nothing,
    errors: ['significantChange.not_found'],
  }),
  'significantChange.list': query({
    title: 'The significant changes of the period, by day',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ changes: z.array(SignificantChange) }),
    errors: ['engagement.not_found'],
  }),
}
