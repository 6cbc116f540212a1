import type { StoredBlob } from '../../../db/blobs/blobFile.ts'
import { blobPieces } from '../../../db/blobs/blobPieces.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { inTurns } from '../../../db/disk/streamRooms.ts'
import type { Store } from '../../../db/store.ts'
import type { BundleFile } from './bundleContent.ts'

/**
 * The encrypted files of a store as the writer of a bundle opens them, who compares their hashes: one after the other, all in the
 * same memory.
 */
export function storedContents({ folder }: Pick<Store, 'folder'>): (stored: StoredBlob) => BundleFile['open'] {
  const rooms = { read: inTurns(1), made: inTurns(1) }
  return (stored) => () => blobPieces(evidenceFolder(folder), stored, rooms)
}
