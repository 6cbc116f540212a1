/** Errors of backups. */
export const backupErrors = {
  'backup.not_found': 'There is no backup of a Tickmark store there.',
  'backup.not_sound': 'The backup is not sound: {problem} Nothing was changed; take another one.',
  'backup.other_store':
    'The folder holds another store than the backup. Choose a new folder, or the store that it is of.',
} as const
