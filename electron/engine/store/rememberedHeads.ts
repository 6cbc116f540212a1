import { allHeads, entryHash, lastSeq } from '../../../db/journal/entries.ts'
import type { Store } from '../../../db/store.ts'
import { fromMark, lostHistory, type LostHistory, toMark } from '../../../shared/journal/rememberedHead.ts'
import { writeMarks } from '../keyring/keyringFile.ts'
import type { Keyring } from '../keyring/keyringForm.ts'

/** @returns what the keyring remembers of the store's journals and the store does not hold */
export function historyLost(keyring: Keyring, store: Store): LostHistory[] {
  const remembered = Object.entries(keyring.marks ?? {})
    .map(fromMark)
    .filter((head) => head !== null)
  return lostHistory(
    remembered,
    ({ engagementId, deviceId }) => lastSeq(store.reader, engagementId, deviceId),
    (head) => entryHash(store.reader, head),
  )
}

/** Writes where every journal of the store ends into the keyring, beside the store's file. @throws DomainError as {@link writeMarks} */
export function rememberHeads(store: Store): void {
  writeMarks(store.folder, Object.fromEntries(allHeads(store.reader).map(toMark)))
}
