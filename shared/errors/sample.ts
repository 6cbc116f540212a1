/** What can be wrong with the items of a sample, and with what hangs on them. */
export const sampleErrors = {
  'sample.item_deviates':
    'The item {itemId} has a deviation and stays in the sample. Only a void or not applicable item is replaced.',
  'sample.id_not_a_line':
    'The item id in row {row} holds a line break, so a list with one id a line cannot prove the selection.',
  'procedure.sample_has_results':
    'The procedure has results on its sample. Write another procedure for another sample.',
} as const
