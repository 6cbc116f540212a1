import type { RichText } from '../contract/richText.ts'
import { boolean, type Field, integer, json, optional, text } from './field.ts'

/** Entities of management's description of the system, and of what was found when it was held against DC 1 to DC 9. */
export const descriptionEntities = {
  /** `plain` is the content without its form, for search and lists. */
  descriptionSection: {
    criterionId: optional(text()),
    title: text(),
    content: json<RichText>(),
    plain: text(),
    place: integer(),
    by: text(),
    at: text(),
  },
  /** Whether a paragraph answers a description criterion: its words as they were read. Its id is section:criterion:hash. */
  descriptionLink: {
    sectionId: text(),
    criterionId: text(),
    paragraph: text(),
    linked: boolean(),
    by: text(),
    at: text(),
  },
  /** What was found on one description criterion; its id is engagement:criterion. */
  descriptionCriterion: {
    criterionId: text(),
    outcome: text<'presented' | 'not_presented' | 'not_applicable' | 'open'>(),
    reasoning: text(),
    /** How it was seen that what is described was implemented. */
    implementation: text(),
    by: text(),
    at: text(),
  },
  /** A notable change of the system or its controls in the period (DC 9). */
  significantChange: {
    changedOn: text(),
    title: text(),
    text: text(),
    effect: optional(text()),
    controlIds: json<string[]>(),
    /** Whether the description tells it. */
    described: boolean(),
  },
} as const satisfies Record<string, Record<string, Field>>
