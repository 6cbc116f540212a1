/** What can be wrong with a narrative, a memo or a meeting note as it is written. */
export const narrativeErrors = {
  'narrative.not_found': 'There is no such narrative, memo or meeting note.',
  'narrative.text_too_long': 'The text has more than {limit} characters with its form: divide it.',
  'narrative.changed_meanwhile': 'It became something else since you began to write: see what it says now.',
} as const
