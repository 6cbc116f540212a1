/** What can go wrong while something is printed. */
export const printErrors = {
  'print.gone': 'What was prepared to be printed is no longer there. Print it again.',
  'print.needs_window':
    'A PDF is laid out by the window: print or export it there. Without a window, export as HTML and print that.',
  'print.not_a_pdf': 'These bytes are not a PDF.',
  'print.not_laid_out': 'The pages could not be laid out ({reason}). Nothing was written.',
  'print.refused': 'The system did not print ({reason}).',
} as const
