import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readFault } from '../../../db/disk/diskFault.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

const longestBytes = 4096

/** @returns the first line of a small file, as `age` and the shell write it; @throws DomainError `file.unreadable`, `file.too_large` */
export async function readPassphraseFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > longestBytes)
      throw new DomainError('file.too_large', { limit: longestBytes, name: basename(path) })
    return (await readFile(path, 'utf8')).split(/\r?\n/, 1)[0] ?? ''
  } catch (error) {
    throw readFault(error, path)
  }
}
