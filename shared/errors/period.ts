/** What can be wrong with a date or a period. */
export const periodErrors = {
  'period.invalid_date': '"{value}" is not a day of the calendar.',
  'period.end_before_start': 'The period ends ({end}) before it starts ({start}).',
} as const
