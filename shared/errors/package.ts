/** What can be wrong with a package of files that somebody else made. */
export const packageErrors = {
  'package.not_a_package': 'This is neither a folder nor a ZIP file that can be read: {reason}. Nothing was taken.',
  'package.protected': 'The ZIP file is protected by a password. Ask for one without, or unpack it into a folder.',
  'package.too_large': 'The package is over a limit: {what} {found}, allowed {limit}. Nothing was taken.',
  'package.damaged': 'The file {path} in the package cannot be read ({reason}). Nothing was taken.',
  'package.index_not_found': 'The package has no index {path}.',
  'package.no_such_column': 'The index has no column {column}.',
  'package.changed': 'The package changed while it was read. Nothing was taken; try again.',
} as const
