/** What can be wrong with a bundle, its keys and its passphrase. */
export const bundleErrors = {
  'bundle.not_a_bundle': 'The file {name} is not a bundle of Tickmark.',
  'bundle.unknown_format': 'The bundle has a form that this program does not know ({found}).',
  'bundle.newer_version': 'The bundle was made by a newer Tickmark (form {found}, this program knows {known}).',
  'bundle.unlock_required': 'Give a passphrase or a key: exactly one of them.',
  'bundle.not_for_you': 'This bundle is not for you: your key is not among its recipients.',
  'bundle.needs_passphrase': 'This bundle opens with a passphrase, not with a key.',
  'bundle.needs_identity': 'This bundle is for named recipients. It opens with their key, not with a passphrase.',
  'bundle.wrong_passphrase': 'The passphrase is not the one of this bundle.',
  'bundle.weak_passphrase': 'The passphrase is too easy to guess: {problem}.',
  'bundle.invalid_identity': 'This is not an age identity: {problem}.',
  'bundle.invalid_recipient': '{recipient} is not a recipient (age1…).',
  'bundle.work_too_high':
    'The bundle asks for more work than any honest one ({found}; the limit is {limit}). It was not opened.',
  'bundle.damaged': 'The bundle is damaged, altered or cut off ({part}). Nothing was taken from it.',
  'bundle.incomplete': 'The bundle is incomplete: its end is missing. Nothing was taken from it; copy it again.',
  'bundle.trailing_data': 'There is extra data after the end of the bundle. Nothing was taken from it.',
  'bundle.signature_invalid': 'The signature of the bundle is not valid ({reason}). Nothing was taken from it.',
  'bundle.invalid_key': 'This is not a usable Ed25519 key in SSH form: {problem}.',
  'bundle.invalid_manifest': 'The list of contents of the bundle is not in its one valid form ({problem}).',
  'bundle.file_missing': 'The bundle lists files that are not in it: {paths}.',
  'bundle.file_not_listed': 'The bundle holds a file that it does not list: {path}.',
  'bundle.hash_differs': 'Files in the bundle differ from what its maker signed: {paths}.',
  'bundle.refused_entry': 'The bundle holds something that is refused: {path} ({reason}).',
  'bundle.too_large': 'The bundle is over a limit: {what} {found}, allowed {limit}.',
  'bundle.source_changed': 'The file {path} changed while the bundle was written. Nothing was written; try again.',
  'bundle.newer_content':
    'The journal in the bundle holds what this program does not know: {problem} Update Tickmark, then import it again.',
  'bundle.invalid_journal':
    'The journal in the bundle is not a possible one (entry {seq} of {deviceId}): {problem} Nothing was taken from it.',
  'bundle.earlier_missing': 'What comes before is not here: it rests on entry {seq} of {deviceId}. Take that first.',
  'bundle.refused_rows': 'The bundle holds papers that cannot be: {rows}. Nothing was taken from it.',
  'bundle.no_journal': 'The bundle holds no whole journal: it is for reading, and nothing can be merged from it.',
  'bundle.unknown_signer':
    'The bundle is signed with a key that this store does not know: {fingerprint}. Compare its words with its maker by voice: {words}.',
  'bundle.signer_not_valid':
    'The key of {name} that signed the bundle is not valid ({reason}). Compare its words with its maker by voice: {words}.',
  'bundle.empty_part': 'There is nothing to export: {what}.',
  'bundle.invalid_content': 'The bundle cannot be written: {path} ({reason}).',
} as const
