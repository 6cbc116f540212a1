/** What can be wrong with a keyring, its passphrase or its recovery code. */
export const keyringErrors = {
  'keyring.missing':
    'The file keyring.json is missing. Without it the store cannot be opened; restore it from a backup.',
  'keyring.damaged':
    'The file keyring.json is damaged ({problem}). keyring.previous.json or a backup may still open the store.',
  'keyring.newer_version':
    'The keyring was made by a newer Tickmark (form {found}, this program knows {known}). Nothing was changed.',
  'keyring.turned_too_often':
    'The data key was changed {limit} times since somebody made their recovery code. Everybody makes a new one first.',
  'keyring.wrong_recovery_code': 'This recovery code is not the one of this store.',
  'keyring.mistyped_recovery_code': 'This is not a recovery code: {problem}. Compare it with the printed one.',
  'keyring.weak_passphrase': 'The passphrase is too easy to guess: {problem}.',
  'keyring.passphrase_empty': 'The passphrase is empty.',
  'keyring.passphrase_too_long': 'The passphrase is longer than {limit} bytes.',
  'keyring.passphrase_not_text':
    'The passphrase holds a character that cannot be typed everywhere (a control character or half a character).',
  'practitioner.initials_taken': 'Somebody else signs with the initials {initials}. Choose others.',
  'practitioner.passphrase_taken':
    'This passphrase cannot be used here: each person needs one of their own, which says who signs in.',
  'practitioner.not_found': 'There is no such practitioner in this store, or they left it.',
  'practitioner.lead_required': 'A partner or manager of this store decides who works in it, and in which role.',
  'practitioner.partner_required':
    'Only a partner adds a partner, makes somebody one, takes that role away, or lets a partner go.',
  'practitioner.last_lead': 'Nobody else here is a {role}. Make somebody else one first.',
  'practitioner.not_yourself': 'Nobody lets themselves go: somebody else who is signed in does it.',
  'practitioner.left':
    '{name} left this store on {leftOn}. What they signed still verifies; they do not open it any more.',
  'practitioner.too_many': 'A store has at most {limit} people.',
  'crypto.self_test_failed':
    'The program cannot encrypt reliably on this computer ({algorithm}). Nothing was opened; reinstall the program.',
} as const
