import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readFault } from '../../../db/disk/diskFault.ts'
import { fileSize } from '../../../db/disk/fileSize.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { fileSource } from '../table/byteSource.ts'
import type { PackageEntry, PackageSource, RefusedEntry } from './packageEntry.ts'

/** What programs leave in folders, and nobody sent. */
const leftovers = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'])
const deepest = 20

/** The files of a folder; links, pipes and devices are refused by name. @throws DomainError `package.too_large` */
export async function openFolder(folder: string, mostFiles: number): Promise<PackageSource> {
  const entries: PackageEntry[] = []
  const refused: RefusedEntry[] = []
  await walk('', 0)
  return { form: 'folder', entries, refused, close: async () => undefined }

  async function walk(under: string, depth: number): Promise<void> {
    const found = await readdir(join(folder, under), { withFileTypes: true }).catch((error: unknown) => {
      throw readFault(error, folder)
    })
    // One after the other, so that few files are open.
    for (const one of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = under === '' ? one.name : `${under}/${one.name}`
      if (leftovers.has(one.name)) continue
      if (one.isDirectory()) {
        if (depth < deepest) await walk(path, depth + 1)
        else refused.push({ path, reason: 'its folders are nested too deep' })
      } else if (one.isFile()) {
        const file = join(folder, path)
        entries.push({ path, size: await fileSize(file), read: (signal) => fileSource(file).read(signal) })
      } else refused.push({ path, reason: one.isSymbolicLink() ? 'it is a link' : 'it is not a file' })
      if (entries.length > mostFiles)
        throw new DomainError('package.too_large', { what: 'files', found: entries.length, limit: mostFiles })
    }
  }
}
