import { mkdir, rmdir } from 'node:fs/promises'
import { discardBlobs } from '../../../db/blobs/blobFolder.ts'
import type { StoredBlob } from '../../../db/blobs/blobFile.ts'
import { openBlob } from '../../../db/blobs/openBlob.ts'
import { newBlob } from '../../../db/blobs/putBlob.ts'
import { writeBlobAhead } from '../../../db/blobs/writeBlob.ts'
import { StreamRooms } from '../../../db/disk/streamRooms.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { readContents, type OpenBundle, type Signer } from './openBundle.ts'

/** Files that the disk may still be making durable while the next is read: two of its four threads are left for that. */
const mostUnsettled = 2

/** A file of a bundle, encrypted in the staging folder under a random name and a key of its own. */
export type StagedFile = ManifestFile & StoredBlob & { open: () => AsyncIterable<Uint8Array> }

export type StagedBundle = {
  manifest: Manifest
  signer: Signer
  files: StagedFile[]
  /** Removes what is still staged and forgets the keys; call it when the import failed or took what it needed. */
  discard: () => Promise<void>
}

/**
 * Reads and verifies a bundle into a staging folder. Its files lie there as encrypted evidence files: no client data reaches the
 * disk in plain, a crash leaves only bytes whose keys are gone, and an accepted file is moved ({@link adoptBlobs}), not copied.
 * @param stagingFolder on the store's own disk, for this import alone; made with mode 0700 if missing
 * @param random for keys and stored names
 * @throws DomainError as {@link readContents} and {@link writeBlobAhead}; the staging folder is as it was
 */
export async function readBundle(
  bundle: OpenBundle & { stagingFolder: string; random: (size: number) => Uint8Array },
): Promise<StagedBundle> {
  const { stagingFolder: folder, random, signal } = bundle
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const files: StagedFile[] = []
  const unsettled: Promise<void>[] = []
  const rooms = new StreamRooms()
  const discard = async (): Promise<void> => {
    await discardBlobs(
      folder,
      files.map(({ storedName }) => storedName),
    )
    wipe(...files.map(({ key }) => key))
    if (made !== undefined) await rmdir(folder).catch(() => undefined)
  }
  try {
    const { manifest, signer } = await readContents(bundle, {
      receive: async (listing, source) => {
        const { blob, durable } = await writeBlobAhead({ folder, source, known: newBlob(random), signal }, rooms)
        files.push({ ...listing, ...blob, sha256: listing.sha256, open: () => openBlob(folder, blob) })
        unsettled.push(durable)
        if (unsettled.length > mostUnsettled) await unsettled.shift()
        return blob.sha256
      },
    })
    await Promise.all(unsettled)
    return { manifest, signer, files, discard }
  } catch (error) {
    await Promise.allSettled(unsettled)
    await discard()
    throw error
  }
}
