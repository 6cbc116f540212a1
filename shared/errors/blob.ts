/** What can be wrong with an evidence file, and with the disk under it. */
export const blobErrors = {
  'blob.missing': 'An evidence file is missing from the store ({storedName}). Restore it from a backup or a bundle.',
  'blob.damaged': 'An evidence file in the store is damaged ({storedName}). Restore it from a backup or a bundle.',
  'blob.changed_while_reading': 'The file {name} was changed while it was read. Nothing was kept; try again.',
  'file.not_regular': '{name} is not a plain file (a folder, a link, a pipe or a device). Choose the file itself.',
  'disk.full': 'There is not enough space on the disk for {name}. Nothing was kept; free some space and try again.',
  'disk.removed': 'The disk or stick was removed, or it failed, at {name}. Nothing on it can be used; try again.',
} as const
