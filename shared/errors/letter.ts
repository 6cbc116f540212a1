/** What can be wrong with a letter as it is written down. */
export const letterErrors = {
  'letter.not_found': 'There is no such letter in this engagement.',
  'letter.kind_is_fixed': 'A letter stays what it is; write down a new one of the other kind.',
  'letter.period_or_date':
    'A letter speaks of a period, with its first and last day, or of a date: give one, or neither.',
} as const
