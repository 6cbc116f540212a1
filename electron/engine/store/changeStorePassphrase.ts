import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import type { JobContext } from '../handler.ts'
import { changePassphrase, replaceRecoveryCode, type Unlock, withWrapsOf } from '../keyring/keyring.ts'
import { changeKeyring, readKeyringFile } from '../keyring/keyringFile.ts'
import type { Keyring } from '../keyring/keyringForm.ts'
import { markup } from '../print/html.ts'

/** Wraps the keys of whoever is signed in by a new passphrase. @throws DomainError as the contract of `store.changePassphrase` lists */
export async function changeStorePassphrase(
  { passphrase, recoveryCode, newPassphrase }: CheckedParamsOf<'store.changePassphrase'>,
  context: JobContext,
): Promise<Record<string, never>> {
  const { store, random, actor, passphraseCost: cost } = context
  const { practitionerId } = actor
  const unlock: Unlock =
    recoveryCode === undefined ? { passphrase: passphrase ?? '', practitionerId } : { recoveryCode, practitionerId }
  const keyring = await readKeyringFile(store.folder)
  keepOwn(await changePassphrase(keyring, { unlock, newPassphrase, random, cost }), context)
  return {}
}

/** A new recovery code in the place of the one before, which opens nothing any more. */
export async function makeRecoveryCode(
  { passphrase }: CheckedParamsOf<'store.newRecoveryCode'>,
  context: JobContext,
): Promise<ResultOf<'store.newRecoveryCode'>> {
  const { store, session, random, actor, now } = context
  const unlock = { passphrase, practitionerId: actor.practitionerId }
  const { keyring, recoveryCode } = await replaceRecoveryCode(await readKeyringFile(store.folder), { unlock, random })
  keepOwn(keyring, context)
  const documentId = session.prints.keep({
    title: 'Recovery code of a Tickmark store',
    about: [
      ['Of', actor.name],
      ['Made', instantText(now.at)],
    ],
    body: markup`<h2>${recoveryCode}</h2><p>It opens the store if the passphrase is forgotten. Keep it away from the computer.</p>`,
    landscape: false,
  })
  return { recoveryCode, documentId }
}

/** Deriving a key takes its time, and others may have written meanwhile: only what is of whoever is signed in is taken over. */
function keepOwn(changed: Keyring, { store, actor }: JobContext): void {
  changeKeyring(store.folder, (latest) => withWrapsOf(latest, changed, actor.practitionerId), 'kept')
}
