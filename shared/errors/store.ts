/** What can be wrong with a store, its folder or the call itself. */
export const storeErrors = {
  'store.locked': 'No store is open. Unlock a store first.',
  'store.not_found': 'There is no Tickmark store in this folder.',
  'store.already_exists': 'This folder already holds a store. Open it, or choose another folder.',
  'store.folder_not_empty': 'The folder is not empty. Choose a new or empty folder.',
  'store.folder_not_writable': 'The folder is read-only or cannot be reached ({reason}).',
  'store.wrong_passphrase': 'The passphrase is not the one of this store.',
  'store.newer_version':
    'This store was made by a newer Tickmark (form {found}, this program knows {known}). Nothing was changed.',
  'store.damaged': 'The store is damaged: {problem} Nothing was changed; restore a backup.',
  'store.in_use': 'This store is open in another window or program. Close it there first.',
  'store.wait': 'Too many wrong tries. Wait {seconds} seconds.',
  'store.already_open': 'A store is open. Lock it first.',
  'store.work_running': 'Work is still running in the name of who is signed in. Wait for it, or cancel it.',
  'store.disk_full': 'The disk is full. Free some space; nothing that was shown as saved is lost.',
  'store.write_failed': 'The store could not be written ({reason}). Nothing of this step was saved.',
} as const
