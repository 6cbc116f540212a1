/** What can be wrong with a workbook, and with JSON lines that come from outside. */
export const tableErrors = {
  'table.no_source': 'Give a file or pasted text, and not both.',
  'table.nul_character': 'Row {row} holds a NUL character, which no text has.',
  'table.too_many_rows': 'The file has more than {limit} rows; more than a list of this kind has.',
  'xlsx.not_a_workbook': 'This is not an XLSX workbook: {reason}.',
  'xlsx.protected':
    'The workbook is protected by a password, or it is in the old XLS format. Save it as XLSX without a password.',
  'xlsx.damaged': 'The workbook is damaged: {reason}.',
  'xlsx.too_large': 'The workbook unpacks to more than a workbook can be: {reason}. Nothing was read.',
  'xlsx.declares_entities':
    'A part of the workbook declares entities of its own; such files are attacks. Nothing was read.',
  'xlsx.no_sheet': 'The workbook has no sheet {sheet}. It has: {sheets}.',
  'xlsx.no_cached_value':
    'The formula in row {row}, column {column} has no stored value. Open the workbook in a spreadsheet program, save it, and try again.',
  'xlsx.text_too_long':
    'The text in row {row}, column {column} is longer than the {limit} characters that a cell holds. Write the list as CSV.',
  'jsonl.not_utf8': 'Line {row} is not in UTF-8, as JSON has to be.',
  'jsonl.malformed': 'Line {row} is not well-formed JSON.',
  'jsonl.not_an_object': 'Line {row} is not an object in braces.',
  'jsonl.duplicate_key': 'Line {row} has the key {key} twice.',
} as const
