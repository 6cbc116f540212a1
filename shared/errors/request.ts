/** What can be wrong with a request to the client, and with the answers that come back. */
export const requestErrors = {
  'request.not_found': 'There is no such request in this engagement.',
  'request.closed': 'The request {ref} is closed. Open it again first.',
  'request.not_closed': 'The request {ref} is not closed.',
  'request.has_answers': 'The request {ref} has answers and stays; close it instead.',
  'request.no_items': 'The request {ref} does not ask for the items of a sample.',
  'request.item_not_found': 'The request does not ask for this item.',
  'request.unknown_column': 'The population has no column {column}.',
  'request.unknown_attribute': 'The attribute {letter} is not tested on this sample.',
  'request.no_key_column':
    'The file has neither a column "Tickmark key" nor a column "Item id", so its rows cannot be matched. It has: {header}.',
  'request.no_answer_column':
    'The file has none of the columns for an answer: Answer, File or link, Provided on, Note.',
  'request.other_request': 'Row {row} answers the request {ref}, not this one. Nothing was taken.',
  'request.no_title_column': 'The file has no column "Title". It has: {header}.',
  'request.title_missing': 'The row has no title, or one of more than 500 characters.',
  'request.text_too_long': 'The text of this cell is too long.',
  'request.bad_due_date': '"{day}" is not a day that can be read one way only. Write it as 2026-04-02.',
  'request.unknown_priority': '"{priority}" is no priority. Write High, Medium or Low, or leave it empty.',
  'request.unknown_control': 'The engagement has no control {ref}.',
} as const
