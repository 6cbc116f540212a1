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
  'exchange.no_colleagues': 'No colleague is known to encrypt for. Add the keys of your team first.',
  'exchange.folder_unreadable':
    'The exchange folder cannot be read ({reason}). Plug the stick in, or wait until the share is there.',
} as const
