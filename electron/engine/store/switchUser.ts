import { wipe } from '../../../db/sodium/wipe.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { StoreState } from '../../../shared/contract/store.ts'
import type { JobContext } from '../handler.ts'
import { openKeyring } from '../keyring/keyring.ts'
import { readKeyringFile } from '../keyring/keyringFile.ts'
import { practitionerOf } from './practitioners.ts'

/**
 * Another practitioner takes over at the open store, by their own passphrase. Work that runs was begun by the one before and
 * would end in the name of the other, so it is waited for.
 * @throws DomainError as the contract of `store.switchUser` lists; who was signed in stays
 */
export async function switchUser(
  { practitionerId, passphrase }: CheckedParamsOf<'store.switchUser'>,
  { session, store, jobs, jobId, now, reader }: JobContext,
): Promise<StoreState> {
  session.wrongTries.check(now.milliseconds)
  const keyring = await readKeyringFile(store.folder)
  const opened = await openKeyring(keyring, {
    passphrase,
    ...(practitionerId === undefined ? {} : { practitionerId }),
  }).catch((error: unknown) => {
    session.wrongTries.note(now.milliseconds)
    throw error
  })
  session.wrongTries.forget()
  const signingKey = Buffer.from(opened.signingKey)
  wipe(opened.dataKey, opened.signingKey)
  try {
    await jobs.standAlone(jobId)
    session.handOver(practitionerOf(reader, opened.practitionerId), signingKey)
  } catch (error) {
    wipe(signingKey)
    throw error
  }
  return session.state()
}
