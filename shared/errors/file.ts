/** What can be wrong with a file from outside, and with reading it as delimited text. */
export const fileErrors = {
  'file.unreadable': 'The file {name} cannot be read ({reason}).',
  'file.unwritable': 'The file {name} cannot be written ({reason}). The previous one, if any, is unchanged.',
  'file.already_exists': '{name} already exists. Choose another name.',
  'file.too_large': 'The file is larger than {limit}.',
  'csv.empty': 'The file is empty.',
  'csv.not_text': 'This is not a text file (byte {byte} at offset {offset}).',
  'csv.not_in_encoding': 'The bytes of the file are {found}; they cannot be read as {encoding}.',
  'csv.no_rows': 'There are no data rows below the header in row 1.',
  'csv.column_missing': 'The file has no column {column}. It has: {header}.',
  'csv.duplicate_column': 'The column {column} occurs twice in the header.',
  'csv.unclosed_quote': 'A quote opened in row {row} is never closed.',
  'csv.ragged_row': 'Row {row} has {found} fields, the header has {expected}.',
  'csv.malformed': 'Row {row} is not well-formed: {problem}',
  'csv.row_too_long': 'Row {row} is longer than {limit} bytes.',
  'csv.too_many_columns': 'The file has {found} columns; the limit is {limit}.',
} as const
