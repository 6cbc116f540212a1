/** What can be wrong with procedures, results, deviations, conclusions and the opinion. */
export const testingErrors = {
  'procedure.not_found': 'There is no such procedure.',
  'procedure.duplicate_attribute': 'The attribute letter {letter} is used twice.',
  'procedure.attribute_has_results': 'The attribute {letter} has results and cannot be removed.',
  'procedure.has_results': 'The procedure has results and cannot be removed.',
  'procedure.operation_needs_period': 'A Type 1 engagement tests design only.',
  'procedure.timing_needs_period': 'A Type 1 engagement has no period: its procedures are performed as of its date.',
  'procedure.unknown_placeholder':
    'The text has the placeholder {placeholder} at character {position}, which nothing is known for.',
  'procedure.has_sheet': 'What the procedure found is recorded on its test sheet.',
  'procedure.no_such_warning': 'The procedure has no such warning.',
  'walkthrough.not_found': 'There is no such walkthrough.',
  'walkthrough.reasoning_required': 'Say why the control is not suitably designed, or not implemented.',
  'library.not_found': 'There is no such procedure in the library.',
  'library.read_only': 'The procedures that come with the program stay as they are. Use one, change it, and keep it.',
  'library.duplicate_title': 'Another procedure of the library is already called {title}.',
  'library.retired':
    '{title} was retired from the library. Choose another procedure, or bring it back in the settings.',
  'result.unknown_attribute': 'The procedure has no attribute {attribute}.',
  'result.item_of_other_sample': 'The item is not in the sample that this procedure is performed on.',
  'result.item_replaced': 'The item {itemId} was replaced; its results stand as they are.',
  'result.item_not_in_sample': 'The sample has no item “{itemId}”, or more than one.',
  'result.item_twice': 'The item {itemId} stands in an earlier row of the list already.',
  'result.unknown_word':
    '“{text}” is no outcome. Pass, deviation and not applicable are known, and what is usual for them.',
  'result.note_without_outcome': 'The note is on an item without any outcome: nothing says which cell it belongs to.',
  'result.note_too_long': 'The note is longer than {limit} characters.',
  'result.no_item_column': 'Say which column holds the id of the item.',
  'result.no_attribute_column': 'Say which column holds the outcome of at least one attribute.',
  'result.no_sample': 'The procedure has no sample yet, so there is no item that a row could belong to.',
  'tickmark.not_found': 'There is no such tickmark in the legend of this engagement.',
  'tickmark.duplicate_symbol': 'The legend has a tickmark {symbol} already.',
  'tickmark.in_use': 'The tickmark {symbol} stands beside {count} results, so its meaning stays as it is.',
  'deviation.not_found': 'There is no such deviation.',
  'deviation.cause_required': 'The deviation cannot be {status} while there is no {missing}.',
  'deviation.confirmation_required':
    'A deviation is confirmed with what the client said, who said it and when. There is no {missing} yet.',
  'deviation.step_skipped': 'The deviation is {status}: its next step is to be {next}.',
  'deviation.reason_required': 'Say why the deviation goes back from {status} to {next}.',
  'deviation.is_concluded': '{ref} is concluded. Reopen it, with the reason, before it is changed.',
  'deviation.compensated_by_itself': '{control} is the control that deviated; it cannot compensate for itself.',
  'deviation.extension_not_found': 'The sample was not extended that often.',
  'conclusion.engagement_required': 'Say which engagement the criterion is concluded in.',
  'conclusion.operation_needs_period': 'A Type 1 engagement concludes on design only.',
  'conclusion.operation_only': 'That a control did not occur is a conclusion on its operation.',
  'conclusion.confirmation_required': 'Say what was done to confirm that the control did not occur in the period.',
  'conclusion.nothing_performed': 'The conclusion on the {aspect} rests on nothing yet: there is {missing}.',
  'conclusion.design_contradicted':
    'The latest walkthrough found the control not suitably designed or not implemented.',
  'conclusion.untested_items': '{count} cells of the test sheets have no result yet.',
  'conclusion.deviations_recorded':
    'There are {count} deviations; the control cannot be concluded as operating without deviations.',
  'opinion.reasoning_required':
    'The {part} part departs from what the papers propose ({proposal}). Record the reasoning.',
  'opinion.unknown_hypothesis':
    'What is supposed of {id} ({aspect}) is about no control, criterion or commitment of this opinion.',
  'opinion.part_not_in_type1': 'A Type 1 report has no opinion on operating effectiveness.',
} as const
