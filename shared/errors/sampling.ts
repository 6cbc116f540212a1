/** What can be wrong with a sample size, a selection or its evaluation. */
export const samplingErrors = {
  'sampling.expected_not_below_tolerable': 'The expected rate has to be below the tolerable rate.',
  'sampling.no_size':
    'No sample of up to {limit} items gives this confidence. Raise the tolerable rate or lower the confidence.',
  'sampling.invalid_parameter': 'The value of {name} is outside what the method is defined for: {reason}.',
  'sampling.size_exceeds_population': 'A sample of {size} items cannot be drawn from a population of {populationSize}.',
  'sampling.deviations_exceed_sample':
    'There cannot be more deviations ({deviations}) than items in the sample ({sampleSize}).',
  'sampling.duplicate_id': 'The item {itemId} occurs more than once. Settle the duplicates before a draw.',
  'sampling.unknown_policy': 'There is no sampling policy called {policy}.',
} as const
