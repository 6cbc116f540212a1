/** What can be wrong with what somebody looks for. */
export const searchErrors = {
  'search.unknown_filter':
    'At character {at}: there is no filter “{filter}”. Filters are {known}. Put it in quotes to look for it as text.',
  'search.empty_filter': 'At character {at}: the filter “{filter}” needs a value, such as {filter}:value.',
  'search.unknown_value': 'At character {at}: “{value}” is no {filter}. It can be {known}.',
} as const
