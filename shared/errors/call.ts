/** What can be wrong with a call before any rule of the trade is asked. */
export const callErrors = {
  'call.unknown_method': 'There is no method {method}.',
  'call.invalid_params': 'The call of {method} is not in the form that the contract asks for: {problem}.',
  'call.invalid_result': 'The answer of {method} is not in the form that the contract promises: {problem}.',
  'call.path_not_granted': 'This file was not chosen in a dialog.',
  'call.cancelled': 'Cancelled. Nothing was changed.',
  'call.too_large': 'The call is larger than {limit} bytes.',
  'engine.gone': 'The engine stopped. It restarts; what was shown as saved is safe.',
  'engine.unexpected': 'Something unexpected went wrong ({name}). It was noted in the local log.',
} as const
