import { DomainError } from '../../../shared/errors/domainError.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { handOn, takeOver } from './handOn.ts'
import { dataKeyBytes, type Keys, openKeys, type Owner, sealKeys } from './keyWrap.ts'
import {
  Argon2Cost,
  keyringVersion,
  type Keyring,
  mostHandedOn,
  mostPeople,
  type Person,
  type Wrap,
} from './keyringForm.ts'
import { passphraseBytes, requireStrongPassphrase } from './passphrase.ts'
import { readRecoveryCode, writeRecoveryCode } from './recoveryCode.ts'

type Random = (size: number) => Uint8Array

/** What a guess costs on this computer: 256 MiB and about 0.3 s. */
export const usualCost: Argon2Cost = { memoryKiB: 256 * 1024, passes: 3, lanes: 1 }

/** What a person can open a store with; it may be asked to be that of one practitioner. */
export type Unlock = { practitionerId?: string } & ({ passphrase: string } | { recoveryCode: string })

/** Who opened the keyring, with their keys; to be wiped when the store is locked. */
export type OpenKeyring = Keys & { practitionerId: string }

/** A new practitioner of a keyring: the passphrase is their own. */
export type NewPerson = {
  practitionerId: string
  passphrase: string
  signingKey: Uint8Array
  random: Random
  cost?: Argon2Cost
}

/**
 * A new keyring around a new random data key, with its first practitioner. The recovery code is shown once and kept nowhere.
 * @param person `cost` of one guess is cheaper than {@link usualCost} only in tests, never below 64 MiB
 * @throws DomainError `keyring.weak_passphrase`, `keyring.passphrase_empty`, `keyring.passphrase_too_long`,
 *   `keyring.passphrase_not_text`
 */
export async function createKeyring(
  storeId: string,
  person: NewPerson,
): Promise<{ keyring: Keyring; dataKey: Uint8Array; recoveryCode: string }> {
  const dataKey = person.random(dataKeyBytes)
  const { wraps, recoveryCode } = await sealPerson(storeId, person, dataKey)
  return {
    keyring: { format: 'tickmark-keyring', version: keyringVersion, storeId, people: [wraps] },
    dataKey,
    recoveryCode,
  }
}

/**
 * Adds a practitioner, who then opens the same store with a passphrase of their own.
 * @param dataKey of the open store: whoever is in adds others
 * @throws DomainError `practitioner.too_many`, `practitioner.passphrase_taken`, and those of {@link createKeyring}
 */
export async function addPerson(
  keyring: Keyring,
  person: NewPerson,
  dataKey: Uint8Array,
): Promise<{ keyring: Keyring; recoveryCode: string }> {
  if (keyring.people.length >= mostPeople) throw new DomainError('practitioner.too_many', { limit: mostPeople })
  requireStrongPassphrase(person.passphrase)
  await requireOwnPassphrase(keyring, person.passphrase)
  const { wraps, recoveryCode } = await sealPerson(keyring.storeId, person, dataKey)
  return { keyring: { ...keyring, people: [...keyring.people, wraps] }, recoveryCode }
}

/** @returns the keyring without the keys of a practitioner: neither their passphrase nor their recovery code opens it */
export function withoutPerson(keyring: Keyring, practitionerId: string): Keyring {
  return { ...keyring, people: keyring.people.filter((person) => person.practitionerId !== practitionerId) }
}

/**
 * @returns whose passphrase or recovery code it is, with their keys
 * @throws DomainError `store.wrong_passphrase`, `keyring.wrong_recovery_code`, `keyring.mistyped_recovery_code`,
 *   `keyring.damaged`, `keyring.passphrase_empty`, `keyring.passphrase_too_long`, `keyring.passphrase_not_text`
 */
export async function openKeyring(keyring: Keyring, unlock: Unlock): Promise<OpenKeyring> {
  const byCode = 'recoveryCode' in unlock
  const kind = byCode ? 'recoveryCode' : 'passphrase'
  const bytes = byCode ? readRecoveryCode(unlock.recoveryCode) : passphraseBytes(unlock.passphrase)
  const asked = unlock.practitionerId
  try {
    for (const person of keyring.people) {
      const { practitionerId } = person
      if (asked !== undefined && asked !== practitionerId) continue
      // One derivation at a time: each takes 256 MiB.
      const owner = { storeId: keyring.storeId, practitionerId }
      const keys = await openKeys(owner, person[kind], { kind, bytes })
      if (keys !== null) return { practitionerId, ...newestKeys(owner, person[kind], keys) }
    }
  } finally {
    wipe(bytes)
  }
  throw new DomainError(byCode ? 'keyring.wrong_recovery_code' : 'store.wrong_passphrase')
}

/**
 * Wraps a practitioner's keys by a new passphrase; nothing in the store is encrypted again and the recovery code stays. Whoever
 * kept an old copy of the keyring can still open it with the old passphrase.
 * @param unlock the old passphrase, or the recovery code where it is forgotten
 * @throws DomainError those of {@link openKeyring}, `keyring.weak_passphrase` and `practitioner.passphrase_taken` for the new one
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
  const { practitionerId, ...keys } = await openKeyring(keyring, unlock)
  const { storeId } = keyring
  await requireOwnPassphrase(withoutPerson(keyring, practitionerId), newPassphrase)
  const passphrase = await sealByPassphrase({ storeId, practitionerId }, newPassphrase, cost, random, keys)
  wipe(keys.dataKey, keys.signingKey)
  return withPerson(keyring, practitionerId, { passphrase })
}

/** A new recovery code in place of one that was lost or seen. @throws DomainError those of {@link openKeyring} */
export async function replaceRecoveryCode(
  keyring: Keyring,
  { unlock, random }: { unlock: Unlock; random: Random },
): Promise<{ keyring: Keyring; recoveryCode: string }> {
  const { practitionerId, ...keys } = await openKeyring(keyring, unlock)
  const entropy = random(16)
  const wrap = await sealByCode({ storeId: keyring.storeId, practitionerId }, entropy, random, keys)
  const recoveryCode = writeRecoveryCode(entropy)
  wipe(keys.dataKey, keys.signingKey, entropy)
  return { keyring: withPerson(keyring, practitionerId, { recoveryCode: wrap }), recoveryCode }
}

/**
 * Hands a new data key on to everybody: passphrases and recovery codes stay what they are.
 * @param publicKeyOf a practitioner's Ed25519 key, 32 bytes
 * @throws DomainError `keyring.turned_too_often` where a wrap was never sealed anew in {@link mostHandedOn} turns
 */
export function turnDataKey(
  keyring: Keyring,
  keys: { from: Uint8Array; to: Uint8Array },
  publicKeyOf: (practitionerId: string) => Uint8Array,
  random: Random,
): Keyring {
  const people = keyring.people.map((person) => {
    const { practitionerId, passphrase, recoveryCode } = person
    const owner = { storeId: keyring.storeId, practitionerId }
    const publicKey = publicKeyOf(practitionerId)
    const turned = (before: readonly string[] = []) => {
      if (before.length >= mostHandedOn) throw new DomainError('keyring.turned_too_often', { limit: mostHandedOn })
      return [...before, handOn(owner, publicKey, keys, random)]
    }
    return {
      practitionerId,
      passphrase: { ...passphrase, handedOn: turned(passphrase.handedOn) },
      recoveryCode: { ...recoveryCode, handedOn: turned(recoveryCode.handedOn) },
    }
  })
  return { ...keyring, people }
}

function newestKeys(owner: Owner, { handedOn = [] }: Wrap, sealed: Keys): Keys {
  return handedOn.reduce((keys, one) => {
    const next = takeOver(owner, one, keys)
    if (next === null)
      throw new DomainError('keyring.damaged', { problem: 'a data key was not handed on as it must be' })
    return next
  }, sealed)
}

/** The passphrase says who signs in, so no two people have the same. @throws DomainError `practitioner.passphrase_taken` */
async function requireOwnPassphrase(keyring: Keyring, passphrase: string): Promise<void> {
  const opened = await openKeyring(keyring, { passphrase }).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'store.wrong_passphrase') return null
    throw error
  })
  if (opened === null) return
  wipe(opened.dataKey, opened.signingKey)
  throw new DomainError('practitioner.passphrase_taken')
}

/** @returns a keyring with the wraps that one practitioner has in another */
export function withWrapsOf(keyring: Keyring, other: Keyring, practitionerId: string): Keyring {
  const wraps = other.people.find((person) => person.practitionerId === practitionerId)
  return withPerson(keyring, practitionerId, wraps ?? {})
}

function withPerson(keyring: Keyring, practitionerId: string, wraps: Partial<Person>): Keyring {
  const people = keyring.people.map((one) => (one.practitionerId === practitionerId ? { ...one, ...wraps } : one))
  return { ...keyring, people }
}

async function sealPerson(
  storeId: string,
  { practitionerId, passphrase, signingKey, random, cost = usualCost }: NewPerson,
  dataKey: Uint8Array,
): Promise<{ wraps: Person; recoveryCode: string }> {
  requireStrongPassphrase(passphrase)
  const owner = { storeId, practitionerId }
  const keys = { dataKey, signingKey }
  const entropy = random(16)
  const wraps = {
    practitionerId,
    passphrase: await sealByPassphrase(owner, passphrase, cost, random, keys),
    recoveryCode: await sealByCode(owner, entropy, random, keys),
  }
  const recoveryCode = writeRecoveryCode(entropy)
  wipe(entropy)
  return { wraps, recoveryCode }
}

async function sealByPassphrase(owner: Owner, passphrase: string, cost: Argon2Cost, random: Random, keys: Keys) {
  const kdf = { name: 'argon2id', ...Argon2Cost.parse(cost), salt: base64(random(16)) } as const
  const bytes = passphraseBytes(passphrase)
  const wrap = await sealKeys(owner, 'passphrase', kdf, bytes, random(24), keys)
  wipe(bytes)
  return wrap
}

async function sealByCode(owner: Owner, entropy: Uint8Array, random: Random, keys: Keys) {
  const kdf = { name: 'hkdf-sha256', salt: base64(random(16)) } as const
  return await sealKeys(owner, 'recoveryCode', kdf, entropy, random(24), keys)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
