/** What can be wrong with a firm's sampling policies, and with a plan that is made by them. */
export const policyErrors = {
  'policy.not_found': 'There is no such version of a sampling policy in this store.',
  'policy.invalid_rule': 'The rule at {place} cannot be used: {problem}.',
  'policy.duplicate_name': 'Another policy is already called {name}.',
  'policy.read_only': 'The policy that comes with the program stays as it is. Copy it, and change the copy.',
  'policy.retired': 'The policy {policy} was retired. Choose another one, or bring it back in the settings.',
  'policy.is_default': 'The policy {policy} is the default. Choose another default before retiring it.',
  'plan.window_needs_dates': 'The population has no date column, so its rows cannot be told apart by day.',
  'plan.interim_needs_period': 'An engagement as of a date has no period to split into interim and roll-forward.',
  'plan.interim_outside_period': 'The interim part ends within the period, before its last day ({end}).',
} as const
