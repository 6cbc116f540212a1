import type { Store } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { BundleFile } from './bundleContent.ts'
import { bundlePath } from './bundlePaths.ts'
import { storedContents } from './storedContents.ts'

/** The rows of populations, in the form in which the store keeps them: the journal holds the SHA-256 of each, so they are proven. */
export function populationFiles(store: Store, engagementId: string): BundleFile[] {
  const contentOf = storedContents(store)
  return store.reader.list('population', { engagementId }).map(({ rowsSha256, name }, place) => {
    const stored = store.evidenceFile(rowsSha256)
    if (stored === undefined) throw new DomainError('blob.missing', { storedName: rowsSha256 })
    return {
      path: bundlePath('populations', place + 1, `${name}.rows`),
      name: `${name}.rows`,
      mediaType: 'application/octet-stream',
      size: stored.size,
      sha256: rowsSha256,
      open: contentOf(stored),
    }
  })
}
