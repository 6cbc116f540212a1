import type { RichText } from '../contract/richText.ts'
import { type Field, json, optional, text } from './field.ts'

/** Texts of the practitioners that are papers of their own. */
export const narrativeEntities = {
  narrative: {
    kind: text<'narrative' | 'memo' | 'meeting_note'>(),
    title: text(),
    content: json<RichText>(),
    /** The day of a meeting, or the day that the text speaks of. */
    heldOn: optional(text()),
    metWith: optional(text()),
    removedBecause: optional(text()),
    by: text(),
    at: text(),
  },
} as const satisfies Record<string, Record<string, Field>>
