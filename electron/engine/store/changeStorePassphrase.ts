import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { JobContext } from '../handler.ts'
import { changePassphrase } from '../keyring/keyring.ts'
import { readKeyringFile, writeKeyringFile } from '../keyring/keyringFile.ts'

/** Wraps the keys of whoever is signed in by a new passphrase. @throws DomainError `store.wrong_passphrase`, `keyring.weak_passphrase` */
export async function changeStorePassphrase(
  { passphrase, newPassphrase }: CheckedParamsOf<'store.changePassphrase'>,
  { store, random, actor, passphraseCost: cost }: JobContext,
): Promise<Record<string, never>> {
  const keyring = await readKeyringFile(store.folder)
  await writeKeyringFile(
    store.folder,
    await changePassphrase(keyring, {
      unlock: { passphrase, practitionerId: actor.practitionerId },
      newPassphrase,
      random,
      cost,
    }),
  )
  return {}
}
