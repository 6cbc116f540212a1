import { MemoryStore } from '../../../db/memoryStore.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { fixedPaths } from '../bundle/bundlePaths.ts'
import { usualLimits } from '../bundle/limits.ts'
import { readContents } from '../bundle/openBundle.ts'
import { unlockOf } from '../bundle/unlock.ts'
import { hashed, isKept } from '../bundle/verifyBundle.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { checkedEntries } from '../merge/checkedEntries.ts'
import { journalEntries } from '../merge/journalLines.ts'
import { linkOf } from '../rollForward/priorPeriod.ts'
import { signerStanding } from '../signer/standing.ts'

/**
 * Opens a bundle to be read beside the work. It is verified to its last byte, its journal is folded in memory, and nothing of it
 * reaches the store or a disk; its evidence is hashed and let go.
 * @throws DomainError as the contract of `prior.open` lists
 */
export async function openPrior(
  params: CheckedParamsOf<'prior.open'>,
  context: JobContext,
): Promise<ResultOf<'prior.open'>> {
  const { session, reader, resolvePath, signal, progress, pause, now } = context
  const kept = new Map<string, Buffer>()
  const hashes = new Map<string, string>()
  const { manifest, signer } = await readContents(
    {
      file: resolvePath(params.file),
      unlock: await unlockOf(params, context),
      signal,
      onProgress: ({ done, total }) => progress(done, total, 'Reading'),
    },
    {
      receive: async (listing, content) => {
        const { sha256, bytes } = await hashed(content, isKept(listing, usualLimits.memoryBytes))
        if (bytes !== null) kept.set(listing.path, bytes)
        hashes.set(listing.path, sha256)
        return sha256
      },
    },
  )
  const journal = kept.get(fixedPaths.journal)
  if (journal === undefined || manifest.part !== undefined) throw new DomainError('bundle.no_journal')
  const id = manifest.engagement.id
  const content = new MemoryStore()
  try {
    const entries = await checkedEntries(content.reader, manifest, journalEntries(one(journal)), {
      stateSha256: hashes.get(fixedPaths.state) ?? null,
      pause,
      onProgress: (done) => progress(done, 0, 'Reading entries'),
    })
    content.take(id, entries)
    signal.throwIfAborted()
  } catch (error) {
    content.close()
    throw error
  }
  session.openedBundles.open(id, content)
  const instants = { created: Date.parse(manifest.created), now: now.milliseconds }
  return {
    prior: linkOf(loadEngagement(content.reader, id), reader.get('engagement', id) === undefined ? 'bundle' : 'store'),
    signer: signerStanding(reader, { publicKey: signer.publicKey, name: manifest.exporter.name }, instants),
    exporter: manifest.exporter.name,
    created: manifest.created,
  }
}

/** What was read whole, as a stream is read. */
async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}
