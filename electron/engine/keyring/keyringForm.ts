import { z } from 'zod'

/** Version of the form that this program writes and the only one it reads. */
export const keyringVersion = 1

const base64 = (bytes: number) =>
  z
    .base64()
    .refine(
      (text) => Buffer.from(text, 'base64').length === bytes && Buffer.from(text, 'base64').toString('base64') === text,
    )

/** Bounds of what is read back: less would weaken the store, more would hang the computer before the passphrase is known. */
export const argon2Bounds = {
  memoryKiB: { min: 64 * 1024, max: 1024 * 1024 },
  passes: { min: 2, max: 12 },
  lanes: { min: 1, max: 4 },
}

const within = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max)

/** Cost of one guess at a passphrase (Argon2id, RFC 9106). */
export const Argon2Cost = z.strictObject({
  memoryKiB: within(argon2Bounds.memoryKiB),
  passes: within(argon2Bounds.passes),
  lanes: within(argon2Bounds.lanes),
})
export type Argon2Cost = z.infer<typeof Argon2Cost>

const PassphraseKdf = z.strictObject({ name: z.literal('argon2id'), ...Argon2Cost.shape, salt: base64(16) })
const RecoveryKdf = z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64(16) })
/** How often the data key may be handed on before a wrap is sealed anew. */
export const mostHandedOn = 20

const sealed = {
  nonce: base64(24),
  sealedKeys: base64(80),
  /** Data keys that came after the one that is sealed here, each sealed to the practitioner's key; the last is that of the store. */
  handedOn: z.array(base64(120)).min(1).max(mostHandedOn).optional(),
}

/** The keys of one practitioner, wrapped once by the passphrase and once by the printed recovery code. */
const Person = z.strictObject({
  practitionerId: z.string().min(1).max(200),
  passphrase: z.strictObject({ kdf: PassphraseKdf, ...sealed }),
  recoveryCode: z.strictObject({ kdf: RecoveryKdf, ...sealed }),
})
export type Person = z.infer<typeof Person>

/** Each wrong passphrase is tried on everybody, so their number bounds how long that takes. */
export const mostPeople = 20

/**
 * The data key of a store and the signing key of each of its practitioners, wrapped for each of them alone: whoever is in has the
 * data key, and nobody but the owner has a signing key. It lies beside the store and holds nothing of a client, and no name.
 */
export const Keyring = z.strictObject({
  format: z.literal('tickmark-keyring'),
  version: z.literal(keyringVersion),
  storeId: z.string().min(1).max(200),
  /** In the order in which they came. */
  people: z
    .array(Person)
    .min(1)
    .max(mostPeople)
    .refine((people) => new Set(people.map(({ practitionerId }) => practitionerId)).size === people.length),
  /**
   * Marks that live outside the store so that an older store put back is noticed: the newest journal heads, for example.
   * Whoever can write this file can change them; they are a hint, not a proof.
   */
  marks: z.record(z.string().min(1).max(200), z.string().max(1000)).optional(),
})
export type Keyring = z.infer<typeof Keyring>

export type WrapKind = 'passphrase' | 'recoveryCode'
export type Wrap<K extends WrapKind = WrapKind> = Person[K]
