import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sweepBlobs } from '../../../db/blobs/blobFolder.ts'
import { Store, storeFileName } from '../../../db/store.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { StoreState } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { openKeyring, type Unlock } from '../keyring/keyring.ts'
import { readKeyringFile } from '../keyring/keyringFile.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { firstPractitioner } from './practitioners.ts'

/**
 * Opens a store and signs its practitioner in.
 * @throws DomainError `store.not_found`, `store.wrong_passphrase`, `store.wait`, `store.newer_version`, `store.damaged`,
 *   `store.in_use`, `store.already_open`, those of the keyring
 */
export async function openStore(params: CheckedParamsOf<'store.open'>, context: JobContext): Promise<StoreState> {
  const { session, resolvePath, now } = context
  if (session.isOpen) throw new DomainError('store.already_open')
  const folder = resolvePath(params.folder)
  if (!existsSync(join(folder, storeFileName))) throw new DomainError('store.not_found')
  const keyring = await readKeyringFile(folder)
  session.wrongTries.check(now.milliseconds)
  const dataKey = Buffer.from(
    await openKeyring(keyring, unlockOf(params)).catch((error: unknown) => {
      session.wrongTries.note(now.milliseconds)
      throw error
    }),
  )
  session.wrongTries.forget()
  const store = await Store.open(folder, dataKey, now.at)
  try {
    if (store.identity.storeId !== keyring.storeId)
      throw new DomainError('store.damaged', { problem: 'Its keyring belongs to another store.' })
    await sweepBlobs(evidenceFolder(folder), (storedName) => store.holdsEvidenceFile(storedName))
    session.signIn({ store, practitioner: firstPractitioner(store.reader), dataKey })
  } catch (error) {
    store.close()
    dataKey.fill(0)
    throw error
  }
  return session.state()
}

function unlockOf({ passphrase, recoveryCode }: CheckedParamsOf<'store.open'>): Unlock {
  return recoveryCode === undefined ? { passphrase: passphrase ?? '' } : { recoveryCode }
}
