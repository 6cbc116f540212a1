import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sweepBlobs } from '../../../db/blobs/blobFolder.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { Store, storeFileName } from '../../../db/store.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { StoreState } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { openKeyring } from '../keyring/keyring.ts'
import { readKeyringFile } from '../keyring/keyringFile.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { expectLookAhead, lookAhead } from '../signOff/lookAhead.ts'
import { practitionerOf } from './practitioners.ts'
import type { LostHistory } from '../../../shared/journal/rememberedHead.ts'
import { storeScope } from '../teamMember.ts'
import { noticeChanges } from './lostHistory.ts'
import { historyLost } from './rememberedHeads.ts'
import { clearUnfinished } from '../bundle/unfinished.ts'
import { turnFiles } from './turnFiles.ts'
import { unlockOf } from './unlock.ts'
import { putInPlace } from '../backup/putInPlace.ts'
import { clearStaging } from '../merge/stagingFolder.ts'

/**
 * Opens a store and signs in whose passphrase it is. No other is open or being opened.
 * @throws DomainError `store.not_found`, `store.wrong_passphrase`, `store.wait`, `store.newer_version`, `store.damaged`,
 *   `store.in_use`, those of the keyring
 */
export async function openStore(params: CheckedParamsOf<'store.open'>, context: JobContext): Promise<StoreState> {
  const { session, resolvePath, now } = context
  const folder = resolvePath(params.folder)
  await putInPlace(folder)
  if (!existsSync(join(folder, storeFileName))) throw new DomainError('store.not_found')
  const keyring = await readKeyringFile(folder)
  session.wrongTries.check(now.milliseconds)
  const opened = await openKeyring(keyring, unlockOf(params)).catch((error: unknown) => {
    session.wrongTries.note(now.milliseconds)
    throw error
  })
  const [dataKey, signingKey] = [Buffer.from(opened.dataKey), Buffer.from(opened.signingKey)]
  wipe(opened.dataKey, opened.signingKey)
  session.wrongTries.forget()
  const store = await Store.open(folder, dataKey, now.at)
  try {
    if (store.identity.storeId !== keyring.storeId)
      throw new DomainError('store.damaged', { problem: 'Its keyring belongs to another store.' })
    await clearStaging(folder)
    await clearUnfinished(store)
    const lost = historyLost(keyring, store)
    // Files that an older copy of the tables does not know are those of the newer one.
    if (lost.length === 0) {
      await sweepBlobs(evidenceFolder(folder), (storedName) => store.holdsEvidenceFile(storedName))
    }
    expectLookAhead(store.reader)
    session.signIn({ store, practitioner: practitionerOf(store.reader, opened.practitionerId), dataKey, signingKey })
    journalLost(lost, context)
    if (lost.length === 0) await endTurn(store, context)
  } catch (error) {
    session.forget()
    store.close()
    wipe(dataKey, signingKey)
    throw error
  }
  // What it finds damaged is said to whoever asks for that.
  lookAhead(store, context.jobs).catch(() => undefined)
  return session.state()
}

/** Goes on with the files of a data key that was changed. A disk that is full is no reason to keep anybody out. */
async function endTurn(store: Store, context: JobContext): Promise<void> {
  try {
    await turnFiles(store, context)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'call.cancelled') throw error
  }
}

/** A store that is older than it was seen is said to be so, and that is journaled; it is never taken in silence. */
function journalLost(lost: readonly LostHistory[], { commit, reader, now }: JobContext): void {
  if (lost.length === 0) return
  commit(() => ({
    engagementId: storeScope,
    changes: noticeChanges(reader, lost, now.at),
    answer: () => ({}),
  }))
}
