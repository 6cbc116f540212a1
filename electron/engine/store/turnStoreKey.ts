import { wipe } from '../../../db/sodium/wipe.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { readPublicKey } from '../bundle/sshPublicKey.ts'
import type { JobContext } from '../handler.ts'
import { openKeyring, turnDataKey } from '../keyring/keyring.ts'
import { changeKeyring, forgetPreviousKeyring, readKeyringFile } from '../keyring/keyringFile.ts'
import { dataKeyBytes } from '../keyring/keyWrap.ts'
import { turnFiles } from './turnFiles.ts'

/**
 * Encrypts the store under a new data key: the tables at once, then every file under a key of its own. Passphrases and recovery
 * codes stay; whoever kept an old copy of the keyring opens nothing that is written from here on.
 * @throws DomainError as the contract of `store.rekey` lists
 */
export async function turnStoreKey(
  { passphrase }: CheckedParamsOf<'store.rekey'>,
  context: JobContext,
): Promise<ResultOf<'store.rekey'>> {
  const { session, reader, random, jobs, jobId, actor } = context
  const { practitionerId } = actor
  const opened = await openKeyring(await readKeyringFile(context.store.folder), { passphrase, practitionerId })
  wipe(opened.dataKey, opened.signingKey)
  // What runs holds the store that is going to be closed.
  await jobs.standAlone(jobId)
  const { store, dataKey: from } = session.open
  const to = Buffer.from(random(dataKeyBytes))
  const publicKeyOf = (id: string) => {
    const person = reader.get('practitioner', id)
    if (person === undefined) throw new DomainError('store.damaged', { problem: 'Its keyring names somebody unknown.' })
    return readPublicKey(person.publicKey)
  }
  const turned = store.turnKey({ from, to }, () => {
    changeKeyring(store.folder, (keyring) => turnDataKey(keyring, { from, to }, publicKeyOf, random), 'not kept')
  })
  session.turn(turned, to)
  await forgetPreviousKeyring(turned.folder)
  return turnFiles(turned, context)
}
