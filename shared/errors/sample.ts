/** What can be wrong with the items of a sample, and with what hangs on them. */
export const sampleErrors = {
  'sample.item_deviates':
    'The item {itemId} has a deviation and stays in the sample. Only a void or not applicable item is replaced.',
  'sample.id_not_a_line':
    'The item id in row {row} holds a line break, so a list with one id a line cannot prove the selection.',
  'procedure.sample_has_results':
    'The procedure has results on its sample. Write another procedure for another sample.',
  'sample.window_needs_dates': 'The population has no date column, so no part of the period can be told apart.',
  'sample.window_outside_period': 'The part from {start} to {end} is not within the observation period.',
  'sample.part_needs_window': 'Say from which day to which day the part of the period goes.',
  'sample.unknown_version': 'The control has no such version within the observation period.',
  'sample.not_one_version':
    'The part drawn from has to lie within the days of one version of the control. Draw for each version by itself.',
  'sample.too_large':
    '{size} items are too many for one test sheet, which holds {limit}. Draw a smaller sample, or split the population.',
  'sample.own_control': 'The sample was drawn for this control already.',
  'sample.not_shared': 'The sample is not shared with this control.',
  'sample.shared_in_use': 'A procedure of this control is performed on the sample.',
  'sample.no_hole': 'In {month} the sample has an item, or the population no row.',
  'periodMark.not_found': 'There is no such mark.',
  'sample.needs_period': 'A Type 1 engagement tests design as of its date: it draws no sample of a period.',
} as const
