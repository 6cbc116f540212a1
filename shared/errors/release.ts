/** What can be wrong with an installer and what its publisher signed about it. */
export const releaseErrors = {
  'release.not_signed':
    'Beside {name} there is no {statement}. Take both from whoever publishes Tickmark, and put them in one folder.',
  'release.invalid_statement': 'What lies beside the installer is not what a publisher signs: {problem}.',
  'release.invalid_signature':
    'The statement of the publisher was changed after it was signed. Do not install this file.',
  'release.unknown_publisher':
    'The installer was signed with a key that this copy of Tickmark does not know. Do not install it before you know whose key that is.',
  'release.other_file': '{name} is not the file that the publisher signed: {problem}. Do not install it.',
}
