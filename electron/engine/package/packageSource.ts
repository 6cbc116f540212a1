import { lstat } from 'node:fs/promises'
import { readFault } from '../../../db/disk/diskFault.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { comparablePath } from '../../../shared/package/compare.ts'
import { openFolder } from './folderSource.ts'
import type { PackageEntry, PackageSource, RefusedEntry } from './packageEntry.ts'
import { openZip } from './zipSource.ts'

/** A package is one command, and its files lie in one entry of the journal. */
const limits = { files: 2_000, bytes: 16 * 1024 ** 3 }

/**
 * Opens a ZIP file or a folder and reads its list of files.
 * @throws DomainError `package.not_a_package`, `package.protected`, `package.too_large`, `file.unreadable`, `disk.removed`
 */
export async function openPackage(file: string): Promise<PackageSource> {
  const isFolder = await lstat(file).then(
    (stat) => stat.isDirectory(),
    (error: unknown) => {
      throw readFault(error, file)
    },
  )
  const source = isFolder ? await openFolder(file, limits.files) : await openZip(file, limits.files)
  try {
    requireWithin(source.entries)
    return { ...source, ...withoutTwins(source) }
  } catch (error) {
    await source.close()
    throw error
  }
}

function requireWithin(entries: readonly PackageEntry[]): void {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  if (bytes > limits.bytes)
    throw new DomainError('package.too_large', { what: 'bytes', found: bytes, limit: limits.bytes })
}

/** Of files whose paths differ by case alone only the first is taken: on many disks the others would have replaced it. */
function withoutTwins({ entries, refused }: PackageSource): Pick<PackageSource, 'entries' | 'refused'> {
  const seen = new Set<string>()
  const taken: PackageEntry[] = []
  const twins: RefusedEntry[] = []
  for (const entry of entries) {
    const key = comparablePath(entry.path)
    if (seen.has(key)) twins.push({ path: entry.path, reason: 'another file has this path, but for its case' })
    else taken.push(entry)
    seen.add(key)
  }
  return { entries: taken, refused: [...refused, ...twins] }
}
