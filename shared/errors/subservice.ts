/** What can be wrong with subservice organisations, their reports, and complementary controls. */
export const subserviceErrors = {
  'subservice.not_found': 'There is no such subservice organisation in this engagement.',
  'subservice.report_not_found': 'There is no such report of a subservice organisation.',
  'subservice.has_controls':
    'Controls of {name} stand in the matrix ({refs}). Say first that they are no longer its controls.',
  'subservice.has_complementary':
    'Complementary controls rest on {name}: {refs}. Remove them first, or give them to another organisation.',
  'subservice.period_or_date':
    'A report covers a period, with its first and last day, or it is as of a date: give one.',
  'subservice.bridge_before_end': 'The bridge letter reaches until {until}, before the report ends ({end}).',
  'complementary.not_found': 'There is no such complementary control in this engagement.',
  'complementary.kind_is_fixed': '{ref} stays what it is; write down a new control of the other kind.',
  'complementary.needs_organisation': 'Say which subservice organisation operates the control.',
} as const
