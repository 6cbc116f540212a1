/** What can be wrong where copies meet: colleagues, signers, conflicts, and folders of a team. */
export const exchangeErrors = {
  'colleague.not_found': 'There is no such colleague in this store.',
  'colleague.known': 'This key is kept already, for {name}.',
  'colleague.invalid_card': 'This is not a file of public keys of Tickmark: {problem}.',
  'signer.not_found': 'There is no such signer in this store.',
  'signer.known': 'This key is known already, as {principal}.',
  'signer.invalid_time': 'The key would end before it begins.',
  'conflict.not_found':
    'This conflict is not open any more: it was settled, or another value joined it. Look at the list again.',
  'conflict.invalid_value': 'The field {field} cannot hold this value: {problem}.',
  'settlement.not_found': 'There is nothing of that kind to settle on this paper.',
  'settlement.ref_taken': 'The reference {ref} is used already.',
  'exchange.no_folder': 'No exchange folder was chosen for this engagement.',
  'exchange.no_colleagues':
    'There is no colleague to encrypt for: add the keys of your team, and compare their words by voice.',
  'exchange.not_compared': 'The words of {name} have not been compared yet. Compare them by voice first.',
  'exchange.too_many_colleagues': 'A file can be encrypted for {limit} people, not for {found}. Choose who they are.',
  'exchange.too_many_files': 'The folder holds more than {limit} files. Choose one that is for exchange alone.',
  'exchange.running': 'An exchange is running. Wait for its end, or cancel it.',
  'exchange.other_engagement': 'The file {file} is of another engagement.',
  'exchange.folder_unreadable':
    'The exchange folder cannot be read ({reason}). Plug the stick in, or wait until the share is there.',
} as const
