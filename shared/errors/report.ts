/** What can be wrong with a report and its templates. */
export const reportErrors = {
  'report.pdf_needs_window':
    'A PDF is drawn by the window: open the report there and export it, or ask for another format.',
  'report.export_not_found': 'There is no such exported report.',
  'report.not_readable':
    'The text of {name} cannot be read back. Choose a report as a document (DOCX) or as a page (HTML).',
  'report.template_not_found': 'There is no such template.',
  'report.template_not_a_document': 'This is not a template: {reason}.',
  'report.template_too_large': 'The template is too large: {reason}.',
  'report.template_has_macros':
    'The template holds a program or an embedded object ({part}). Save it without them, as DOCX.',
  'report.template_reaches_out':
    'The template fetches something from elsewhere ({target}). Put it into the document, or take it out.',
  'report.template_unknown_fields': 'The template has fields that nothing fills: {fields}.',
  'report.template_missing_fields':
    'The template lacks fields: {fields}. It has either {report}, or one for every section.',
} as const
