/** What can be wrong with hours that are planned or recorded. */
export const hoursErrors = {
  'hours.not_found': 'There is no such entry of hours.',
  'hours.of_another': 'These hours were recorded by somebody else: whoever worked them changes or removes them.',
  'hours.in_future': 'Hours are recorded once they were worked: {workedOn} is still to come.',
} as const
