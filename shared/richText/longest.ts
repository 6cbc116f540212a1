import type { RichText } from '../contract/richText.ts'

/** Characters of a rich text, its form among them: far more than a reader takes in at once. */
export const longestRichText = 500_000

/** @returns whether a text is longer than that */
export const isTooLong = (content: RichText): boolean => JSON.stringify(content).length > longestRichText
