/** What can be wrong with a population, and with a draw from it. */
export const populationErrors = {
  'population.not_found': 'There is no such population in this engagement.',
  'population.bad_rows':
    '{count} rows cannot be taken; the first is row {row}, column {column}: {message} Nothing was imported.',
  'population.blank_id': 'The item id is empty.',
  'population.unparsable_date': '"{value}" is not a date in the form {format}.',
  'population.no_such_date': '"{value}" does not exist in the calendar.',
  'population.date_order_ambiguous':
    'In column {column} every date can be read as day/month and as month/day. Say which it is.',
  'population.date_order_mixed': 'Column {column} mixes orders of day and month: row {row} contradicts the others.',
  'population.unparsable_amount': '"{value}" is not a plain decimal number.',
  'population.row_not_found': 'The population has no row {row}.',
  'population.duplicate_id': 'The item {itemId} occurs more than once. Exclude all but one of its rows first.',
  'population.unsettled': '{count} rows that the checks named are not settled yet; the first is row {row}.',
  'population.concluded': 'The completeness conclusion stands. Take it back before changing what can be drawn.',
  'population.not_concluded': 'Conclude on completeness and accuracy before drawing from this population.',
  'population.already_drawn': 'A sample was drawn from this population; it can no longer be changed.',
  'population.changed': 'The rows of the population are not the ones that were concluded on.',
  'sample.not_found': 'There is no such sample.',
  'sample.item_not_found': 'There is no such item in the sample.',
  'sample.size_required': 'Say how many items to draw.',
  'sample.items_required': 'Say which items were selected on purpose.',
  'sample.unknown_item': 'The item {itemId} is not in the population.',
  'sample.no_strata': 'The population has no {by} to stratify by.',
  'sample.reason_required':
    'This population was already drawn from for this control. Give the reason for drawing again.',
  'sample.cannot_extend': 'A {method} selection has no next item.',
  'sample.item_replaced': 'This item was already replaced.',
  'sample.not_provable': 'A targeted selection is a judgement; there is nothing to recompute.',
  'sample.of_other_control': 'The sample belongs to another control.',
} as const
