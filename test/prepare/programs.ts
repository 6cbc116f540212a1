import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The programs that tests start, and the Debian package of each. */
export const programs = {
  age: 'age',
  'age-keygen': 'age',
  'ssh-keygen': 'openssh-client',
  tar: 'tar',
  sha256sum: 'coreutils',
  sort: 'coreutils',
  soffice: 'libreoffice-common',
  pdftotext: 'poppler-utils',
  ...(process.platform === 'linux'
    ? { Xvfb: 'xvfb', xauth: 'xauth', strace: 'strace', setpriv: 'util-linux', prlimit: 'util-linux' }
    : {}),
} as Record<string, string>

/** @returns names of {@link programs} that are not on the PATH */
export async function missingPrograms(): Promise<string[]> {
  const names = Object.keys(programs)
  const found = await Promise.all(names.map(isOnPath))
  return names.filter((_, index) => !found[index])
}

async function isOnPath(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const tries = folders.map((folder) => access(join(folder, name), constants.X_OK))
  return Promise.any(tries).then(
    () => true,
    () => false,
  )
}
