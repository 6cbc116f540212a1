import { chainSlices, type Reach } from '../../../db/journal/chainSlices.ts'
import type { Store } from '../../../db/store.ts'
import { type StoredEntry, toLine } from '../../../shared/journal/entry.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import type { BundleFile } from '../bundle/bundleContent.ts'
import { bundlePath, fixedPaths } from '../bundle/bundlePaths.ts'
import type { ManifestFacts } from '../bundle/manifest.ts'
import { storedContents } from '../bundle/storedContents.ts'
import { filesNamedBy } from '../merge/wantedFiles.ts'

/** Entries read from the store at a time. */
const slice = 2000

/** A part of a journal, by what each chain continues and where it ends. */
export type Part = { after: Reach; upTo: Reach }

/** What goes into a file of an exchange folder, and which files its entries name that this store does not hold. */
export type Increment = { contents: BundleFile[]; evidence: number; omissions: ManifestFacts['omissions'] }

/**
 * The entries of a part of the journal, and the evidence and populations that they name and that still stand.
 * @param pause lets other work run between slices
 */
export async function incrementOf(
  store: Store,
  engagementId: string,
  part: Part,
  pause: () => Promise<void>,
): Promise<Increment> {
  const named = new Set<string>()
  for (const entries of chainSlices(store.reader, engagementId, part, slice)) {
    for (const sha256 of entries.flatMap(filesOf)) named.add(sha256)
    // One slice after the other is the point.
    await pause()
  }
  const { files, omissions } = namedFiles(store, engagementId, named)
  const journal: BundleFile = {
    path: fixedPaths.journal,
    name: fixedPaths.journal,
    mediaType: 'application/jsonl',
    open: () => lines(store, engagementId, part),
  }
  return { contents: [journal, ...files], evidence: files.length, omissions }
}

function* lines(store: Store, engagementId: string, part: Part): IterableIterator<Uint8Array> {
  for (const entries of chainSlices(store.reader, engagementId, part, slice)) {
    yield Buffer.from(entries.map((entry) => `${toLine(entry)}\n`).join(''), 'utf8')
  }
}

function filesOf({ body }: StoredEntry): string[] {
  const entry = readEntryBody(body)
  if (entry === null) throw new TypeError('A journal entry cannot be read')
  return filesNamedBy(entry)
}

type NamedFile = { folder: 'evidence' | 'populations'; sha256: string; name: string; mediaType: string }

/** Files of papers that stand; what was removed from view is not handed on. */
function namedFiles(
  store: Store,
  engagementId: string,
  named: ReadonlySet<string>,
): { files: BundleFile[]; omissions: Increment['omissions'] } {
  const { reader } = store
  const populations = reader.list('population', { engagementId }).map(({ rowsSha256, name }): NamedFile => ({
    folder: 'populations',
    sha256: rowsSha256,
    name: `${name}.rows`,
    mediaType: 'application/octet-stream',
  }))
  const evidence = reader
    .list('evidence', { engagementId })
    .map(({ sha256, name, mediaType }): NamedFile => ({ folder: 'evidence', sha256, name, mediaType }))
  const byHash = new Map([...evidence, ...populations].map((file) => [file.sha256, file]))
  const wanted = [...byHash.values()].filter(({ sha256 }) => named.has(sha256))
  const omissions: Increment['omissions'] = []
  const contentOf = storedContents(store)
  const files = wanted.flatMap(({ folder, sha256, name, mediaType }, place) => {
    const stored = store.evidenceFile(sha256)
    if (stored === undefined) {
      const what = `File: ${name.slice(0, 400).toWellFormed()}`
      omissions.push({ what, reason: 'It is not in the store that made this file.' })
      return []
    }
    const path = bundlePath(folder, place + 1, name)
    return [{ path, name, mediaType, size: stored.size, sha256, open: contentOf(stored) }]
  })
  return { files, omissions: omissions.slice(0, 10_000) }
}
