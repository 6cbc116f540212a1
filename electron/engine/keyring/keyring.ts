import { DomainError } from '../../../shared/errors/domainError.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { dataKeyBytes, openKey, sealKey } from './keyWrap.ts'
import { Argon2Cost, keyringVersion, type Keyring } from './keyringForm.ts'
import { passphraseBytes, requireStrongPassphrase } from './passphrase.ts'
import { readRecoveryCode, writeRecoveryCode } from './recoveryCode.ts'

type Random = (size: number) => Uint8Array

/** What a guess costs on this computer: 256 MiB and about 0.3 s. */
export const usualCost: Argon2Cost = { memoryKiB: 256 * 1024, passes: 3, lanes: 1 }

/** What a person can open a store with. */
export type Unlock = { passphrase: string } | { recoveryCode: string }

/**
 * A new keyring around a new random data key. The recovery code is shown once and kept nowhere.
 * @param cost of one guess; cheaper than {@link usualCost} only in tests, never below 64 MiB
 * @throws DomainError `keyring.weak_passphrase`, `keyring.passphrase_empty`, `keyring.passphrase_too_long`,
 *   `keyring.passphrase_not_text`
 */
export async function createKeyring({
  storeId,
  passphrase,
  random,
  cost = usualCost,
}: {
  storeId: string
  passphrase: string
  random: Random
  cost?: Argon2Cost
}): Promise<{ keyring: Keyring; dataKey: Uint8Array; recoveryCode: string }> {
  requireStrongPassphrase(passphrase)
  const dataKey = random(dataKeyBytes)
  const entropy = random(16)
  const keyring: Keyring = {
    format: 'tickmark-keyring',
    version: keyringVersion,
    storeId,
    passphrase: await sealByPassphrase(storeId, passphrase, cost, random, dataKey),
    recoveryCode: await sealByCode(storeId, entropy, random, dataKey),
  }
  const recoveryCode = writeRecoveryCode(entropy)
  wipe(entropy)
  return { keyring, dataKey, recoveryCode }
}

/**
 * @returns the 32-byte data key of the store, to be wiped when the store is locked
 * @throws DomainError `store.wrong_passphrase`, `keyring.wrong_recovery_code`, `keyring.mistyped_recovery_code`,
 *   `keyring.passphrase_empty`, `keyring.passphrase_too_long`, `keyring.passphrase_not_text`
 */
export async function openKeyring(keyring: Keyring, unlock: Unlock): Promise<Uint8Array> {
  const byCode = 'recoveryCode' in unlock
  const bytes = byCode ? readRecoveryCode(unlock.recoveryCode) : passphraseBytes(unlock.passphrase)
  const dataKey = await openKey(keyring, { kind: byCode ? 'recoveryCode' : 'passphrase', bytes })
  wipe(bytes)
  if (dataKey) return dataKey
  throw new DomainError(byCode ? 'keyring.wrong_recovery_code' : 'store.wrong_passphrase')
}

/**
 * Wraps the same data key by a new passphrase; nothing in the store is encrypted again and the recovery code stays. Whoever kept
 * an old copy of the keyring can still open it with the old passphrase.
 * @param unlock the old passphrase, or the recovery code where it is forgotten
 * @throws DomainError those of {@link openKeyring}, and `keyring.weak_passphrase` for the new one
 */
export async function changePassphrase(
  keyring: Keyring,
  {
    unlock,
    newPassphrase,
    random,
    cost = usualCost,
  }: { unlock: Unlock; newPassphrase: string; random: Random; cost?: Argon2Cost },
): Promise<Keyring> {
  requireStrongPassphrase(newPassphrase)
  const dataKey = await openKeyring(keyring, unlock)
  const passphrase = await sealByPassphrase(keyring.storeId, newPassphrase, cost, random, dataKey)
  wipe(dataKey)
  return { ...keyring, passphrase }
}

/** A new recovery code in place of one that was lost or seen. @throws DomainError those of {@link openKeyring} */
export async function replaceRecoveryCode(
  keyring: Keyring,
  { unlock, random }: { unlock: Unlock; random: Random },
): Promise<{ keyring: Keyring; recoveryCode: string }> {
  const dataKey = await openKeyring(keyring, unlock)
  const entropy = random(16)
  const wrap = await sealByCode(keyring.storeId, entropy, random, dataKey)
  const recoveryCode = writeRecoveryCode(entropy)
  wipe(dataKey, entropy)
  return { keyring: { ...keyring, recoveryCode: wrap }, recoveryCode }
}

async function sealByPassphrase(
  storeId: string,
  passphrase: string,
  cost: Argon2Cost,
  random: Random,
  dataKey: Uint8Array,
) {
  const kdf = { name: 'argon2id', ...Argon2Cost.parse(cost), salt: base64(random(16)) } as const
  const bytes = passphraseBytes(passphrase)
  const wrap = await sealKey(storeId, 'passphrase', kdf, bytes, random(24), dataKey)
  wipe(bytes)
  return wrap
}

async function sealByCode(storeId: string, entropy: Uint8Array, random: Random, dataKey: Uint8Array) {
  const kdf = { name: 'hkdf-sha256', salt: base64(random(16)) } as const
  return await sealKey(storeId, 'recoveryCode', kdf, entropy, random(24), dataKey)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
