/** What can be wrong with procedures, results, deviations, conclusions and the opinion. */
export const testingErrors = {
  'procedure.not_found': 'There is no such procedure.',
  'procedure.duplicate_attribute': 'The attribute letter {letter} is used twice.',
  'procedure.attribute_has_results': 'The attribute {letter} has results and cannot be removed.',
  'procedure.has_results': 'The procedure has results and cannot be removed.',
  'procedure.operation_needs_period': 'A Type 1 engagement tests design only.',
  'result.unknown_attribute': 'The procedure has no attribute {attribute}.',
  'result.item_of_other_sample': 'The item is not in the sample that this procedure is performed on.',
  'result.item_replaced': 'The item {itemId} was replaced; its results stand as they are.',
  'tickmark.not_found': 'There is no such tickmark in the legend of this engagement.',
  'tickmark.duplicate_symbol': 'The legend has a tickmark {symbol} already.',
  'tickmark.in_use': 'The tickmark {symbol} stands beside {count} results, so its meaning stays as it is.',
  'deviation.not_found': 'There is no such deviation.',
  'deviation.cause_required': 'A deviation is concluded with its cause, nature and effect.',
  'conclusion.engagement_required': 'Say which engagement the criterion is concluded in.',
  'conclusion.operation_needs_period': 'A Type 1 engagement concludes on design only.',
  'conclusion.untested_items': '{count} cells of the test sheets have no result yet.',
  'conclusion.deviations_recorded':
    'There are {count} deviations; the control cannot be concluded as operating without deviations.',
  'opinion.reasoning_required':
    'The {part} part departs from what the papers propose ({proposal}). Record the reasoning.',
  'opinion.part_not_in_type1': 'A Type 1 report has no opinion on operating effectiveness.',
} as const
