/** What can be wrong with what an engagement takes from the one before. */
export const priorErrors = {
  'rollForward.not_after': 'The engagement has to follow the prior one: its period begins later than {start}.',
  'rollForward.prior_not_at_hand':
    'The prior engagement is neither in this store nor open from a bundle. Import it, or open its bundle, first.',
  'followUp.not_found': 'There is no such deviation to follow up.',
  'followUp.remark_required': 'Say how it was seen what became of the deviation.',
} as const
